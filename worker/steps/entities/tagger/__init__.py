"""A second reading of the names, trained on news and other free text, over what the language model read.

It sees the model's labels, the words' vectors, their shapes, gazetteers, and what the model made of the same words in
the rest of the article, and decides anew what is a person, an organisation or a place. Any pipeline can be below it.
"""

from worker.steps.entities.tagger.names import names, trained

__all__ = ["names", "trained"]
