"""Loading spaCy pipelines: no more of them than the enrichments need."""

from collections.abc import Mapping
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import get_installed_models, get_package_path, is_package, load_config
from thinc.api import use_ops

from worker.nlp.errors import NlpError
from worker.nlp.pipes import choose, components
from worker.settings import Nlp, routes


def load(settings: Nlp, pipes: frozenset[str], language: str | None = None) -> Language:
    """The pipeline that reads a language, `nlp.model` for None, with those components only that `pipes` need.

    None of them is disabled. Raises NlpError where it is not installed, cannot be read, or has none for one of `pipes`.
    """
    model = settings.model if language is None else routes(settings)[language]
    setting = "nlp.model" if model == settings.model else "nlp.routes"
    available = components(_config(model, setting))
    chosen, missing = choose(available, pipes)
    if missing:
        raise NlpError(
            f"The spaCy pipeline {model!r} has no {' and no '.join(sorted(missing))}, which the enabled steps "
            f"need: name another pipeline in {setting}, or list the steps that you want in nlp.steps."
        )
    try:
        # numpy's BLAS takes two thirds of the time of BLIS, spaCy's own (docs/decisions/0015).
        with use_ops("numpy", use_blis=False):
            nlp = spacy.load(model, exclude=[c.name for c in available if c.name not in chosen])
    except (OSError, ValueError, ImportError, KeyError) as error:
        raise NlpError(f"The spaCy pipeline {model!r} cannot be loaded: {_first_line(error)}") from error
    for name in nlp.disabled:
        nlp.enable_pipe(name)
    nlp.max_length = max(nlp.max_length, settings.max_characters + 1)
    return nlp


def tokenizer(code: str) -> Language:
    """A pipeline without components that splits the words of a language, and knows its stop words.

    Languages that spaCy does not know, or whose splitter is not installed, get its language-independent rules.
    """
    try:
        return spacy.blank(code)
    except ImportError:
        return spacy.blank("xx")


def _config(model: str, setting: str) -> Mapping[str, Mapping[str, object]]:
    """The configuration of an installed package or a folder, read without loading the model."""
    try:
        if is_package(model):
            found = sorted(get_package_path(model).glob("*/config.cfg"))
        else:
            found = [path for path in (Path(model) / "config.cfg",) if path.is_file()]
        if found:
            return load_config(found[0], interpolate=False)
    except (OSError, ValueError, ImportError) as error:
        raise NlpError(f"The spaCy pipeline {model!r} cannot be read: {_first_line(error)}") from error
    installed = ", ".join(sorted(get_installed_models())) or "none"
    raise NlpError(
        f"The spaCy pipeline {model!r} is not installed (installed: {installed}). Install its package with pip into "
        f"the worker's environment, or name an installed one or a pipeline's folder in {setting}."
    )


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
