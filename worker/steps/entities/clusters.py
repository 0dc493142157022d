"""Forms of names brought together, one cluster for each thing that is named."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from worker.steps.entities.fold import sound
from worker.steps.entities.forms import Form
from worker.steps.entities.same import same
from worker.steps.entities.spans import Span

Cluster = list[Form]


def clusters(found: Sequence[Form]) -> list[Cluster]:
    """Every form in one cluster. A shorter name joins the longer one that it can stand for.

    Where it can stand for several (two people of one surname), each of its mentions goes to the one named last before.
    """
    order = sorted(found, key=lambda form: (-len(form.words), -len(form.text), form.spans[0].start))
    seen: dict[str, list[Cluster]] = defaultdict(list)
    made: list[Cluster] = []
    for form in order:
        fits = [cluster for cluster in _related(form, seen) if any(same(form, other) for other in cluster)]
        if not fits:
            made.append([form])
            homes = [(made[-1], form)]
        elif len(fits) == 1:
            fits[0].append(form)
            homes = [(fits[0], form)]
        else:
            homes = list(_shared(form, fits))
            for cluster, part in homes:
                cluster.append(part)
        for cluster, part in homes:
            for key in _keys(part):
                seen[key].append(cluster)
    return made


def _related(form: Form, seen: dict[str, list[Cluster]]) -> Iterable[Cluster]:
    """The clusters that share a word with the form or that it may be an acronym of, each once."""
    keys = [*form.words, *map(sound, form.words), _letters(form)]
    return {id(cluster): cluster for key in keys for cluster in seen.get(key, ())}.values()


def _keys(form: Form) -> set[str]:
    parts = form.text.replace("-", " ").split()
    capitals = "=" + "".join(part[0] for part in parts if part[0].isupper())
    initials = "=" + "".join(part[0] for part in parts).upper()
    return {*form.words, *map(sound, form.words), capitals, initials}


def _letters(form: Form) -> str:
    return "=" + "".join(c for c in form.text if c.isalnum()).upper()


def _shared(form: Form, fits: list[Cluster]) -> Iterable[tuple[Cluster, Form]]:
    """The form's mentions, each to the cluster that was named last before it, else to the one named first."""
    parts: dict[int, list[Span]] = defaultdict(list)
    for span in form.spans:
        parts[max(range(len(fits)), key=lambda n: _recency(fits[n], span.start))].append(span)
    for n, spans in parts.items():
        yield fits[n], Form(words=form.words, text=form.text, spans=spans, kinds=form.kinds)


def _recency(cluster: Cluster, position: int) -> int:
    """Where it was last named before the position; negative, the further off the smaller, where it was not."""
    starts = [span.start for form in cluster for span in form.spans]
    return max((start for start in starts if start < position), default=-min(starts) - 1)
