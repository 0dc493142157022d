"""The published document's own keys in their order, each with its sentence in the schema.

The sections of the steps stand between the two, each under its step's name.
"""

KEYS_BEFORE_SECTIONS = {
    "schema_version": "Raised when a published key changes its meaning or goes; new keys do not raise it.",
    "id": "The sender's id of the article, else one derived from its URL and content.",
    "url": "Where the page was fetched.",
    "canonical_url": "The address that the page itself gives for the article.",
    "site": "The name of the site, as the page gives it.",
    "section": "The part of the site that the article stands in.",
    "tags": "What the page says that the article is about, in its own words.",
    "title": "The headline. It is not part of `text`.",
    "standfirst": "The summary under the headline.",
    "authors": "The byline, one entry a name.",
    "published_at": "ISO 8601: with time and zone where they are known, else the day.",
    "modified_at": "ISO 8601: with time and zone where they are known, else the day.",
    "dateline": "Where and when the story was filed; it is not part of `text`.",
    "language": "The language of `text`.",
    "text": "The main text; every `start` and `end` counts its Unicode code points.",
    "paragraphs": "The parts of `text`, in order.",
    "images": "The article's pictures.",
    "reading_time_minutes": "Minutes that a person takes to read the article.",
    "removed": "What was taken out as boilerplate: how many lines for each reason, and, by setting, the lines.",
}
KEYS_AFTER_SECTIONS = {
    "problems": "The steps that failed; their sections are absent.",
    "provenance": "From what each value that was read or inferred is known, by key.",
}
