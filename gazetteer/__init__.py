"""What makes the gazetteer's tables; no part of the worker."""
