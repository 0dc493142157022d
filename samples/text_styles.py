"""Pages as flattened text: what is left when a crawler throws the markup away and keeps the furniture."""

import random

from samples.furniture import ADVERTS, COMMENTS, PROMPTS, SHARES, TEASERS
from samples.stories import Edition


def glued(page: Edition, rng: random.Random) -> str:
    """Main content with ` date YYYY-MM-DD ` and a cookie notice on the first line, and scraps glued without a blank."""
    clock = page.published.strftime("%I:%M %p")
    meta = f"{page.minutes} min read.{clock} {page.house.zone}{page.byline}"
    lines = [f" date {page.story.day} {page.house.cookie}", page.story.title, meta]
    if page.standfirst:
        lines.append(page.standfirst)
    lines += _interrupted(page, rng, [f"{rng.choice(PROMPTS)}: {page.related[0]}", rng.choice(ADVERTS), _caption(page)])
    return "\n".join(lines)


def whole(page: Edition, rng: random.Random) -> str:
    """The whole page, a line a block: navigation above, related links, comments and the foot below."""
    lines = [page.house.name, " | ".join(page.house.sections), "Subscribe", "Log in", page.section.title()]
    lines += [
        page.story.title,
        f"By {page.byline}",
        page.published.strftime("Published %d %B %Y, %H:%M ") + page.house.zone,
    ]
    if page.standfirst:
        lines.append(page.standfirst)
    lines += [_caption(page), "Share this article", " ".join(rng.sample(SHARES, k=4))]
    lines += _interrupted(page, rng, [page.house.newsletter, f"{rng.choice(PROMPTS)}: {page.related[0]}"])
    lines += [
        "More on this story",
        *page.related[1:5],
        "Most read",
        *(f"{n}. {t}" for n, t in enumerate(TEASERS[:3], 1)),
    ]
    name, said = rng.choice(COMMENTS)
    lines += ["Comments (1)", f"{name} 2 hours ago", said, "Reply", "Report"]
    lines += ["About us", "Contact", "Privacy policy", "Terms and conditions", page.house.copyright]
    return "\n".join(lines)


def wire(page: Edition, rng: random.Random) -> str:
    """A dated first line, the headline in it, then paragraphs a blank line apart, and a signature."""
    lines = [
        f" date {page.story.day} {page.story.title}",
        f"{page.byline} | {page.published:%d %b %Y} {page.minutes} min read",
    ]
    lines += _interrupted(page, rng, [rng.choice(ADVERTS)])
    lines += [f"Editing by {page.house.agency}.", page.house.newsletter, page.house.copyright]
    return "\n\n".join(lines)


def _caption(page: Edition) -> str:
    return f"{page.caption} (Photo: {page.credit})"


def _interrupted(page: Edition, rng: random.Random, lines: list[str]) -> list[str]:
    """The body with each of `lines` somewhere between two of its paragraphs."""
    body = [text for _, text in page.body]
    for line in lines:
        if rng.random() < 0.7:
            body.insert(rng.randrange(1, len(body)), line)
    return body


STYLES = (glued, whole, wire)
