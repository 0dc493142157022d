"""The worker at work: a real broker, sample pages, a live table, and a page to look at."""
