"""Patterns that several rules share: dates, clock times, signatures and the like. No capturing groups."""

MONTH = (
    r"(?:jan\w*|feb\w*|mar\w*|mär\w*|apr\w*|may|mai|jun\w*|jul\w*|aug\w*|sep\w*|o[ck]t\w*|nov\w*|de[cz]\w*"
    r"|ene\w*|abr\w*|ago\w*|dic\w*|fév\w*|avr\w*|août)"
)
CLOCK = r"\b\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\b\.?|uhr)?"
WORD_START = r"(?:\b|(?-i:(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])))"
"""Where a word begins, also where flattening has glued it to the one before: `RiveraDecember`."""
DAY = (
    r"(?:\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)\b"
    rf"|{WORD_START}{MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\.? (?:de )?{MONTH}\.?,? (?:de )?\d{{4}}\b)"
)
READING_TIME = (
    r"\b\d{1,3}[- ]?(?:min(?:ute)?[ns]?(?:\.|\b)[- ]?"
    r"(?:read|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd|läsning|lästid|czytania))"
)
NAME = r"[A-ZÀ-Þ][\w'’.-]+"
SIGNATURE = (
    r"(?-i:^(?:(?:Written |Reported |Posted |Story |Reviewed |Edited )?[Bb]y|BY|[Vv]on|Par|Por|Di|Door|Av|Af)"
    rf"[ :]+{NAME})"
)
CONSENT = (
    r"\b(?:we|our|us|you|your|this (?:web)?site|accept|consent|manage"
    r"|wir|unsere?r?|ihre[rn]?|diese website|zustimm\w*|akzeptier\w*|einwillig\w*"
    r"|nous|notre|nos|votre|vos|ce site|accept\w*|consent\w*"
    r"|nuestr\w*|usted|su navegación|este sitio|utilizamos|acept\w*"
    r"|questo sito|utilizza|nostri|tuo|accett\w*"
    r"|este site|usamos|nossos?|seu|aceit\w*"
    r"|deze (?:web)?site|onze|gebruik\w*|akkoord"
    r"|vi|våra?|vores?|din|dine?|denna webbplats|godkänn\w*"
    r"|nasz\w*|używamy|zgod\w*)\b"
)
