"""What the parts of the decoder tell `decode`; none of it leaves this package."""

from worker.model import RejectReason


class Unreadable(Exception):  # noqa: N818 - the record is unreadable; that is a fate, not an error of ours
    """The record cannot be read: `reason` is the dead letter's, `detail` a sentence that tells the sender what to do.

    `id` is the sender's, where the decoder got as far as reading it.
    """

    def __init__(self, reason: RejectReason, detail: str, id: str | None = None) -> None:  # noqa: A002
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
        self.id = id
