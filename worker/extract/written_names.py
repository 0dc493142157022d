"""Names as bylines of flattened pages hold them: glued to what stood beside them, or a line of their own."""

import re
from collections.abc import Iterator, Sequence

from worker.clean.shapes import DAY
from worker.extract.agencies import AGENCIES
from worker.extract.byline_words import others

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
MONTH_DAY = rf"{MONTH} \d"
"""An English month and the first figure of its day."""
NOT_IN_NAMES = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec)(?=\.?\s*\d)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Staff|Senior|Junior|Chief|News|Contribut"
    r"|Reporter|Editor|Writer|Correspondent|Columnist|Associate|Assistant|Special|Published|Updated|Advertisement|Share|Photo"
    r"|Posted|Follow|Read|Comment|Featured|Published|Managing|Deputy|Executive|Copy|Link|Email|Print|Save|View|More|Last|The\b"
    r"|In\b|On\b|At\b|For\b|And\b|With\b|Globe|Wellness|Freelance|Guest|Times|Tribune|Post|Media|Digital|Press|Founder|Director"
    r"|Facebook|Twitter|Subscribe|Sign|Follow|Get|How|Why|What|When|Your|Our|Top|Best|New\b|All\b|Image|Credit|Source|Video)"
)
TOKEN = (
    rf"(?!{NOT_IN_NAMES})(?:(?:Mc|Mac|De|Di|La|Le|Van|O['’]|D['’])?[A-ZÀ-Þ][a-zß-ÿ]+(?:['’][a-z]+)?(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?"
    r"|(?:[A-ZÀ-Þ]\.)+|[A-Z]{2}(?=\s))"
)
PARTICLE = r"(?:van der|van den|van de|von der|van|von|de la|de|del|di|da|dos|bin|al|el|ter|Bin|Al|El)"
NAME = rf"{TOKEN}(?: (?:{PARTICLE} )?{TOKEN}){{1,3}}(?: Jr\.| III?\b)?"
NAMES = rf"{NAME}(?:(?:\s?,\s?and |\s?, | (?:and|und|et|y|en|och|og) | & ){NAME}){{0,4}}"
DIGIT = re.compile(r"\d")
WORDS_FOR_BY = r"(?:By|by|BY|[Vv]on|[Pp]ar|[Pp]or)"
BY = re.compile(rf"(?:(?:^|(?<=[^A-Za-z])){WORDS_FOR_BY}|(?<=[a-z])By)(?:\s*[:|]?\s+|(?=[A-Z]))(?P<names>{NAMES})")
"""Behind a word for it, even one that is glued to what goes before; `by` in running text is followed by a name too."""
STAFF = (
    r"Team [A-Z]\w+"
    r"|(?:[A-Z][\w.&'’-]+ ){0,3}(?:Staff(?: Writers?| Reports?)?|Team|Newsroom|News ?[Dd]esk|Editorial Board|Editors)"
)
BY_HOUSE = re.compile(
    rf"(?:^|(?<=[^A-Za-z])){WORDS_FOR_BY}\s*[:|]?\s+"
    rf"(?P<names>(?:[Tt]he )?(?:{'|'.join(map(re.escape, sorted(AGENCIES, key=len, reverse=True)))}|{STAFF}))(?!\w)"
)
"""No person, but an agency, or those who work there."""
BEFORE_DAY = re.compile(
    rf"^(?:[^\w]|[A-Z]{{3,}}(?=\s?[A-Z][a-z]))*(?P<names>{NAMES})\s?(?:,[^,\d]{{2,40}})?,?(?:\s?[|·•–—-])?\s*(?:@\S+\s)?(?i:{DAY})"
)
BEHIND_DAY = re.compile(rf"^(?i:{DAY})\s*[|·•–—-]\s*(?P<names>{NAMES})$")
ALONE = re.compile(rf"^(?:By\s+)?(?P<names>{NAMES})(?:\s?,| and)?$")
CAPITALS_ALONE = re.compile(r"^BY:?\s+(?P<names>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){1,3})$")
INTRODUCTIONS = frozenset({"by", "by:", "written by", "author", "author:", "words by", "story by", "von", "par", "por"})
BEHIND = re.compile(rf"^\W*(?i:{DAY}|published|updated)")
UNDER_TITLE = 2
LONGEST_SIGNED = 140
LONGEST_WORDS_RUNNING = 14
"""A line of more words is running text, in which a `by` may stand before any name."""


def signed(line: str) -> Iterator[str]:
    """The names that a line gives as those of its writers."""
    if len(line) > LONGEST_SIGNED:
        return
    line = others().split(line)[0]
    dated = BEFORE_DAY.search(line) if DIGIT.search(line) else None
    found = (
        dated or BEHIND_DAY.search(line) or (BY.search(line) if is_scrap(line) else None) or CAPITALS_ALONE.match(line)
    )
    if found:
        yield found["names"]


def alone(lines: Sequence[str], known: str) -> Iterator[str]:
    """Lines that are nothing but names, where what stands around them, or `known` text, says whose they are."""
    for i, line in enumerate(lines):
        match = ALONE.match(line)
        if match is None:
            continue
        before = lines[i - 1].casefold() if i else ""
        after = lines[i + 1] if i + 1 < len(lines) else ""
        under_title = 0 < i <= UNDER_TITLE and len(after.split()) > 1 and not ALONE.match(after)
        if before in INTRODUCTIONS or under_title or BEHIND.match(after) or f"{match['names']} is " in known:
            yield match["names"]


def is_scrap(line: str) -> bool:
    """Whether the line is too short, and ends too openly, for running text."""
    return len(line.split()) <= LONGEST_WORDS_RUNNING and not line.endswith((".", "?", "!", "”", '"'))
