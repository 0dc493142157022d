"""What can go wrong here."""


class LocalKafkaError(Exception):
    """The local broker cannot run; the message says what to do about it."""
