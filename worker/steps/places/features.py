"""Streets, rivers, hills and the like, known by the last word of their name."""

import re
from collections.abc import Mapping

# What ends the names of people too is left out of the first of each pair: Robin Lake, Virginia Lane, Anthony Hill.
_STREETS = (
    r"Roads?|Rd|Streets?|St|Avenues?|Ave|Drive|Boulevard|Blvd|Parkway|Highway|Expressway|Freeway|Turnpike|Airport"
)
_BUILT = rf"{_STREETS}|Lane|Bridge|Square|Plaza|Stadium|Cemetery|Castle"
_WATERS = r"Creek|River|Mountains?|Wilderness|Islands?|Canyon|Peninsula|Desert|Ocean|Township|Borough|Parish|County"
_NATURAL = (
    rf"{_WATERS}|Lake|Forest|Park|Valley|Bay|Beach|Hills?|Heights|Springs|Falls|Harbou?r|Ridge|Ranch|Preserve|Refuge|"
    r"Strait|Canal|Sea|Gulf|Coast"
)
LABELS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "PERSON": {"FAC": re.compile(rf" (?:{_STREETS})\.?$"), "LOC": re.compile(rf" (?:{_WATERS})$")},
    "": {"FAC": re.compile(rf" (?:{_BUILT})\.?$"), "LOC": re.compile(rf" (?:{_NATURAL})$")},
}


def feature(name: str, label: str) -> str | None:
    """FAC or LOC for a name of several words whose last one says so, given what the model took it for; else None."""
    if not name[0].isupper():
        return None
    kinds = LABELS.get(label, LABELS[""])
    return next((kind for kind, pattern in kinds.items() if pattern.search(name)), None)
