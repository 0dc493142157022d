"""Which of a pipeline's components have to be loaded for what the enrichments ask for.

A step asks in spaCy's standard names (`ner`, `tagger`, `parser`, `senter`, `lemmatizer`), or for a component of the
user's own by its name. A pipeline may call its components anything, so they are found by their factory as well.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

PARSERS = frozenset({"parser", "beam_parser"})
EMBEDDERS = frozenset({"tok2vec", "transformer", "curated_transformer"})

# Alternatives in order of preference; all components of the first factories that are there are taken.
PROVIDERS: Mapping[str, tuple[frozenset[str], ...]] = {
    "ner": (frozenset({"ner", "beam_ner", "entity_ruler"}),),
    "tagger": (frozenset({"tagger", "morphologizer", "attribute_ruler"}),),
    "parser": (PARSERS,),
    "senter": (frozenset({"senter"}), frozenset({"sentencizer"}), PARSERS),
    "lemmatizer": (frozenset({"lemmatizer"}), frozenset({"trainable_lemmatizer"})),
}

# What a factory reads of other components' work without saying so in its configuration.
NEEDS: Mapping[str, tuple[str, ...]] = {
    "lemmatizer": ("tagger",),
    "attribute_ruler": ("tagger",),
    "entity_linker": ("ner", "senter"),
}


@dataclass(frozen=True, slots=True)
class Component:
    """One component of a pipeline: its name, its factory, and whose embeddings it listens to (`*`: anyone's)."""

    name: str
    factory: str
    upstream: frozenset[str] = field(default=frozenset())


def components(config: Mapping[str, Mapping[str, object]]) -> tuple[Component, ...]:
    """The components that a pipeline's configuration declares, in their order, disabled ones included."""
    order = config["nlp"]["pipeline"]
    assert isinstance(order, list)  # noqa: S101 - spaCy has validated it
    return tuple(_component(name, config["components"][name]) for name in order)


def choose(available: tuple[Component, ...], asked: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The names of the components to load, and what was asked for that none of them provides."""
    chosen: set[str] = set()
    missing: set[str] = set()
    # Sentence ends last: where a parser is loaded anyway, it has already found them.
    waiting = sorted(asked, key=lambda name: (name != "senter", name))
    while waiting:
        name = waiting.pop()
        if name == "senter" and any(c.name in chosen and c.factory in PARSERS for c in available):
            continue
        found = [c for c in _providers(available, name) if c.name not in chosen]
        if not found and not _providers(available, name):
            missing.add(name)
        chosen.update(c.name for c in found)
        waiting.extend(need for c in found for need in _needs(c, available) if need not in chosen)
        waiting.sort(key=lambda name: (name != "senter", name))
    return frozenset(chosen), frozenset(missing)


def _component(name: str, block: object) -> Component:
    factory = block.get("factory", name) if isinstance(block, Mapping) else name
    return Component(name, str(factory), frozenset(_listened(block)))


def _listened(block: object) -> Iterator[str]:
    """The names after `upstream` in every listener layer of a component's configuration."""
    if not isinstance(block, Mapping):
        return
    if "Listener" in str(block.get("@architectures", "")):
        yield str(block.get("upstream", "*"))
    for value in block.values():
        yield from _listened(value)


def _providers(available: tuple[Component, ...], name: str) -> list[Component]:
    named = [c for c in available if c.name == name]
    for factories in PROVIDERS.get(name, ()):
        if found := [c for c in available if c.factory in factories]:
            return found
    return named


def _needs(component: Component, available: tuple[Component, ...]) -> Iterator[str]:
    """Components and abilities that this component needs and that the pipeline has."""
    for upstream in component.upstream:
        yield from (c.name for c in available if c.factory in EMBEDDERS and upstream in {"*", c.name, c.factory})
    yield from (need for need in NEEDS.get(component.factory, ()) if _providers(available, need))
