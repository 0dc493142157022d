"""Seeded chaos: workers, children and brokers are killed and frozen while a reader counts every message."""
