"""What stands around an article on a page: invented houses, names and notices. Nothing here is quoted from anywhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A publisher that does not exist, under a domain that cannot."""

    name: str
    domain: str
    zone: str
    utc_offset: str
    agency: str
    sections: tuple[str, ...]
    cookie: str
    newsletter: str
    copyright: str


HOUSES = {
    "ledger": House(
        name="The Harbour Ledger",
        domain="harbour-ledger.example",
        zone="GMT",
        utc_offset="+00:00",
        agency="Ledger staff",
        sections=("World", "Politics", "Harbour & City", "Business", "Science", "Culture", "Sport"),
        cookie="We value your privacy. We and our 214 partners store and access information on your device, such as "
        "cookies, to measure audiences and to show advertising. You may accept, refuse or set your preferences at "
        "any time from the foot of the page.",
        newsletter="The Morning Tide: the five stories to start your day, in your inbox at seven.",
        copyright="© The Harbour Ledger Publishing Co. All rights reserved.",
    ),
    "kestrel": House(
        name="Daily Kestrel",
        domain="dailykestrel.example",
        zone="IST",
        utc_offset="+05:30",
        agency="Agencies",
        sections=("India", "World", "Opinion", "Money", "Cricket", "Life", "Photos", "Videos"),
        cookie="This website uses cookies to give you the best experience and to understand how it is used. "
        "By continuing to browse you agree to our use of cookies as described in our cookie policy.",
        newsletter="Get the day's top headlines delivered every evening. Subscribe to the Kestrel Brief.",
        copyright="Copyright Daily Kestrel Digital Ltd. For reprint rights contact the syndication desk.",
    ),
    "northgate": House(
        name="Northgate Wire",
        domain="northgatewire.example",
        zone="UTC",
        utc_offset="+00:00",
        agency="Northgate Wire",
        sections=("Front page", "Americas", "Europe", "Asia", "Africa", "Markets"),
        cookie="Northgate Wire uses strictly necessary cookies only. Analytics are off until you turn them on.",
        newsletter="Have the wire sent to you: sign up for alerts.",
        copyright="Copyright Northgate Wire Service. May not be published, broadcast or rewritten without permission.",
    ),
    "meridian": House(
        name="Meridian Weekly",
        domain="meridianweekly.example",
        zone="CET",
        utc_offset="+01:00",
        agency="Meridian newsroom",
        sections=("Briefing", "Essays", "Europe", "Ideas", "Books", "Archive"),
        cookie="Your choices regarding cookies on this site: we use cookies to remember who you are, and to know what "
        "our readers like. Read more in our privacy notice, or manage your settings.",
        newsletter="Enjoying this article? Subscribe to Meridian Weekly from 3 a month and read without limits.",
        copyright="Meridian Weekly is printed on recycled paper. © Meridian Verlag, all rights reserved.",
    ),
    "tamarind": House(
        name="Tamarind Post",
        domain="tamarindpost.example",
        zone="SGT",
        utc_offset="+08:00",
        agency="Tamarind Post desk",
        sections=("Home", "Region", "World", "Tech", "Food", "Showbiz", "Sport"),
        cookie="Cookies help us deliver our services. By using our services, you agree to our use of cookies.",
        newsletter="Join 40,000 readers! Drop your email below for the Tamarind Digest.",
        copyright="© Tamarind Media Pte. Terms of use | Privacy | Contact | Careers",
    ),
    "plainfield": House(
        name="Plainfield Gazette",
        domain="plainfield-gazette.example",
        zone="EST",
        utc_offset="-05:00",
        agency="Gazette staff reports",
        sections=("News", "Local", "Obituaries", "Sports", "Classifieds", "Weather"),
        cookie="This site and its partners use cookies to personalise what you see and to count visits. "
        "You can change your mind at any time in the settings of your browser.",
        newsletter="Sign up for breaking news alerts from the Plainfield Gazette",
        copyright="Copyright Plainfield Gazette Newspapers Inc. This material may not be redistributed.",
    ),
}

WRITERS = (
    "Amara Okonjo", "Tobias Lindqvist", "Priya Raghunathan", "Hannah Whitcombe", "Mateo Ibarra", "Ngozi Adeyemi-Clarke",
    "Jonas Brandvold", "Leila Haddadi", "Colm Fitzmaurice", "Mei-Lin Cho", "Oksana Hrytsenko", "Rafael Quintanilha",
    "Saoirse Delahunt", "Kwabena Osei-Tutu", "Ines Castelbranco", "Dmitri Vasenin",
)  # fmt: skip
PHOTOGRAPHERS = ("P. Arden", "L. Moreau-Vance", "S. Takemori", "K. Abeille", "Handout", "File photo")
HEADINGS = ("Background", "Reaction", "What comes next", "The wider picture", "How it unfolded", "Questions remain")
CAPTIONS = (
    "A view of the area earlier this week.",
    "Officials arrive for the meeting, in this picture from last year.",
    "The scene on the day, seen from across the street",
    "Archive picture used for illustration only.",
    "Members of the public look on",
)
PROMPTS = ("Read more", "Also read", "See also", "Related", "Don't miss", "Recommended for you")
SHARES = ("Facebook", "Twitter", "WhatsApp", "LinkedIn", "Email", "Copy link", "Print")
ADVERTS = (
    "Advertisement",
    "ADVERTISEMENT - CONTINUE READING BELOW",
    "Sponsored: This one kitchen gadget sells out every week",
    "Story continues below advertisement",
)
COMMENTS = (
    ("riverbank72", "Thanks for covering this, I had not seen it anywhere else."),
    ("old_tom", "Typical. They will never learn, will they? And who is going to pay for it in the end, as always: us."),
    ("M. Pettifer", "Could the author please add a link to the original report?"),
    ("nightjar", "I was there that day. It was nothing like the way the television showed it."),
    ("GrammarGull", "Second paragraph: should be 'fewer', not 'less'."),
)
TEASERS = (
    "Ten quiet villages to see before the crowds do",
    "Quiz: how well do you remember this week's news?",
    "Why your morning coffee is about to cost more",
    "The photographs of the year, chosen by our picture desk",
    "Recipe: a lentil soup for people who do not like lentils",
    "Live: follow the evening's matches as they happen",
    "Opinion: the bus timetable is a moral document",
)
