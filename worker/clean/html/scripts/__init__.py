"""Articles that a page has in its scripts alone."""
