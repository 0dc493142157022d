"""What stops the pool as a whole; what goes wrong with a record is an Outcome instead."""


class PoolError(Exception):
    """No child process can be made ready; the message says how to mend it."""
