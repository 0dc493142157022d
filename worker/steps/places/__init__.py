"""Where the article's entities lie on the map."""

from worker.steps.places.place import Place, places
from worker.steps.places.toponyms import mark_toponyms

__all__ = ["Place", "mark_toponyms", "places"]
