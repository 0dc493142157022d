"""The language model: which pipes to load, how to read a text with them."""

from worker.nlp.errors import NlpError
from worker.nlp.languages import reads
from worker.nlp.load import load, tokenizer
from worker.nlp.read import cut, read
from worker.nlp.zone import zone

__all__ = ["NlpError", "cut", "load", "read", "reads", "tokenizer", "zone"]
