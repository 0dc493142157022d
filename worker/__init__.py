"""A streaming worker for a news firehose: raw pages in from Kafka, enriched articles out, exactly once."""

from importlib.metadata import version

__version__ = version("news-worker")
