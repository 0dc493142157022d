"""Trains the network that tells article from boilerplate, line by line: `python -m training.lines DATA`."""
