"""Bytes in, bytes out: what a record may look like, and what is published."""

from worker.wire.decode import decode
from worker.wire.encode import encode
from worker.wire.schema import schema

__all__ = ["decode", "encode", "schema"]
