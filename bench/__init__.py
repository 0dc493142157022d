"""Measurements: how fast, and how well."""
