"""What can go wrong before the first article."""


class NlpError(Exception):
    """The language model cannot be loaded, or lacks what an enrichment needs; the message says how to mend it."""
