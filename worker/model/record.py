"""What comes in, before anybody has looked at it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The bytes of one input and the headers beside them; where they came from is not the heart's concern.

    `headers` may repeat a name, as Kafka's may; the last one wins.
    """

    value: bytes
    headers: tuple[tuple[str, bytes], ...] = ()
