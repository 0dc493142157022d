"""Who said what: words in quotation marks and words reported, with their speakers.

`marks` pairs the quotation marks, `clauses` finds what is reported by the grammar, `direct` gives quoted words their
verb and speaker, `gather` brings both together, and `resolve` says which entity a speaker is.
"""

from worker.steps.quotations.quotation import Quotation, QuotationKind, Speaker
from worker.steps.quotations.section import quotations

__all__ = ["Quotation", "QuotationKind", "Speaker", "quotations"]
