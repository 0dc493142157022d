"""The language model: which pipes to load, how to read a batch of texts with them."""

from worker.nlp.errors import NlpError
from worker.nlp.languages import reads
from worker.nlp.load import load, tokenizer
from worker.nlp.read import cut, read

__all__ = ["NlpError", "cut", "load", "read", "reads", "tokenizer"]
