"""What can go wrong in the demo."""


class DemoError(Exception):
    """Something did not come out as it must; the message is what the user reads."""
