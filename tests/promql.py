"""What a PromQL expression speaks of: enough of the grammar to find misspelt metrics and labels."""

import re
from dataclasses import dataclass

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"' + r"|'(?:[^'\\]|\\.)*'")
_GROUPING = re.compile(r"\b(?:by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)")
_MATCHERS = re.compile(r"\{([^}]*)\}")
_RANGE = re.compile(r"\[[^\]]*\]")
_LABEL = re.compile(r"([a-zA-Z_]\w*)\s*(?:=~|!~|!=|=)")
_METRIC = re.compile(r"(?<![\w$])([a-zA-Z_:][\w:]*)\b(?!\s*\()")
_KEYWORDS = frozenset({"and", "or", "unless", "bool", "offset", "inf", "nan"})


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The metrics and the labels of an expression."""

    metrics: frozenset[str]
    labels: frozenset[str]


def mentioned(expression: str) -> Mentioned:
    """Names of metrics are the words that are no function, keyword, label, number or string."""
    bare = _STRING.sub('""', expression)
    labels = {name for body in _MATCHERS.findall(bare) for name in _LABEL.findall(body)}
    labels |= {name for body in _GROUPING.findall(bare) for name in re.findall(r"\w+", body)}
    for pattern in (_MATCHERS, _GROUPING, _RANGE):
        bare = pattern.sub(" ", bare)
    return Mentioned(frozenset(_METRIC.findall(bare)) - _KEYWORDS, frozenset(labels))
