"""Which pipeline reads which language."""

from collections.abc import Iterator, Mapping

from worker.settings.sections import Nlp


def routes(nlp: Nlp) -> Mapping[str, str]:
    """The pipeline for each language: `nlp.model` for `nlp.languages`, and those of `nlp.routes`."""
    further = {code.strip(): model.strip() for code, _, model in (route.partition("=") for route in nlp.routes)}
    return dict.fromkeys(nlp.languages, nlp.model) | further


def check_routes(nlp: Nlp) -> Iterator[str]:
    """A sentence for each route that is not written as one, or that leads elsewhere than another."""
    if not nlp.languages:
        yield "nlp.languages is empty: name the language that nlp.model reads, as in en."
    seen = set(nlp.languages)
    for route in nlp.routes:
        code, _, model = (part.strip() for part in route.partition("="))
        if not (code.isalpha() and code.islower() and model):
            yield f"nlp.routes: {route!r} is not language=pipeline, as in fr=fr_core_news_sm."
        elif code in seen:
            yield f"nlp.routes names a second pipeline for {code}: leave it out there, or in nlp.languages."
        seen.add(code)
