"""Loading spaCy pipelines: no more of them than the enrichments need."""

from collections.abc import Mapping
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import get_installed_models, get_package_path, is_package, load_config

from worker.nlp.errors import NlpError
from worker.nlp.pipes import choose, components
from worker.settings import Nlp


def load(settings: Nlp, pipes: frozenset[str]) -> Language:
    """The pipeline of `settings.model` with those components only that `pipes` need, none disabled.

    Raises NlpError where it is not installed, cannot be read, or has no component for one of `pipes`.
    """
    available = components(_config(settings.model))
    chosen, missing = choose(available, pipes)
    if missing:
        raise NlpError(
            f"The spaCy pipeline {settings.model!r} has no {' and no '.join(sorted(missing))}, which the enabled steps "
            "need: name another pipeline in nlp.model, or list the steps that you want in nlp.steps."
        )
    try:
        nlp = spacy.load(settings.model, exclude=[c.name for c in available if c.name not in chosen])
    except (OSError, ValueError, ImportError, KeyError) as error:
        raise NlpError(f"The spaCy pipeline {settings.model!r} cannot be loaded: {_first_line(error)}") from error
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


def _config(model: str) -> Mapping[str, Mapping[str, object]]:
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
        f"the worker's environment, or set nlp.model to an installed one or to a pipeline's folder."
    )


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
