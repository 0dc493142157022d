"""The id of an article whose sender gave none."""

from hashlib import blake2b


def derived_id(url: str | None, content: str) -> str:
    """32 hexadecimal digits: BLAKE2b (16 bytes) of the URL, a NUL and the decoded content, both in UTF-8.

    Taken after decompression and decoding, so the same page has the same id however it was packed.
    """
    digest = blake2b(digest_size=16)
    digest.update((url or "").encode())
    digest.update(b"\0")
    digest.update(content.encode())
    return digest.hexdigest()
