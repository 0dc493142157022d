"""News agencies by the names with which they sign."""

import re

AGENCIES = (
    "AFP", "Agence France-Presse", "AAP", "Agencies", "Agency", "Anadolu Agency", "Anadolu", "ANI", "ANP", "ANSA", "AP",
    "APA",
    "Associated Press", "The Associated Press", "Asian News International", "Belga", "Bernama", "Bloomberg",
    "Bloomberg News",
    "Canadian Press", "The Canadian Press", "CP", "CNS", "dapd", "Deutsche Presse-Agentur", "DPA", "EFE", "EPD",
    "Europa Press",
    "IANS", "Interfax", "ITAR-TASS", "Jiji", "Jiji Press", "KNA", "Kyodo", "Kyodo News", "Lusa", "NTB", "NZN", "PA",
    "PA Media",
    "PA News Agency", "PAP", "Press Association", "Press Trust of India", "PTI", "Reuters", "Ritzau", "SDA", "SID",
    "STT",
    "TASS", "TT", "UNI", "UPI", "United Press International", "WAM", "Xinhua", "Yonhap", "Agencias", "Agences",
    "Agenturen",
)  # fmt: skip
FOLDED = frozenset(name.casefold() for name in AGENCIES)
AGENCY_BYLINE = re.compile(
    r"(?:^|[\s.,|·•/–—-]|(?<=[A-Z]{3}))("
    + "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
    + r")[\s.]*$"
)
"""An agency's name at the end of a scrap, even where the zone of the clock time before it is glued to it."""


def is_agency(name: str) -> bool:
    """Whether the name is a news agency's."""
    return name.casefold() in FOLDED
