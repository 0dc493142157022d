"""Who said what, by the language model that ships: a row is a text and its quotations, as kind, speaker, cue, words."""

import pytest

from tests.steps.quotations.reading import read

Row = tuple[str, str | None, str | None, str]

DIRECT: list[tuple[str, list[Row]]] = [
    ('"We are leaving," the mayor said.', [("direct", "the mayor", "said", '"We are leaving,"')]),
    ('"We are leaving," said the mayor.', [("direct", "the mayor", "said", '"We are leaving,"')]),
    ('The mayor said: "We are leaving."', [("direct", "The mayor", "said", '"We are leaving."')]),
    ('The mayor said, "We are leaving."', [("direct", "The mayor", "said", '"We are leaving."')]),
    ('The mayor told reporters, "We are leaving."', [("direct", "The mayor", "told", '"We are leaving."')]),
    ("“Are we leaving?” she asked.", [("direct", "she", "asked", "“Are we leaving?”")]),
    ("“We are leaving!” he shouted.", [("direct", "he", "shouted", "“We are leaving!”")]),
    ("'We are leaving,' the mayor said.", [("direct", "the mayor", "said", "'We are leaving,'")]),
    ("‘We are leaving,’ the mayor said.", [("direct", "the mayor", "said", "‘We are leaving,’")]),
    ("''We are leaving,'' the mayor said.", [("direct", "the mayor", "said", "''We are leaving,''")]),
    ("«We are leaving», the mayor said.", [("direct", "the mayor", "said", "«We are leaving»")]),
    ("„We are leaving“, the mayor said.", [("direct", "the mayor", "said", "„We are leaving“")]),
    ('"We are leaving", said Anna Lindh in Paris.', [("direct", "Anna Lindh", "said", '"We are leaving"')]),
    (
        "“We are leaving,” said Anna Lindh, 54, the foreign minister of Sweden.",
        [("direct", "Anna Lindh", "said", "“We are leaving,”")],
    ),
    (
        "“We are leaving,” Anna Lindh, the foreign minister of Sweden, said on Monday.",
        [("direct", "Anna Lindh", "said", "“We are leaving,”")],
    ),
    (
        "“We are leaving,” he said. “Nobody asked us.”",
        [("direct", "he", "said", "“We are leaving,” he said. “Nobody asked us.”")],
    ),
    (
        "“We,” the mayor said, “are leaving.”",
        [("direct", "the mayor", "said", "“We,” the mayor said, “are leaving.”")],
    ),
    (
        "“We are leaving,” he said. The room was silent. “Nobody asked us,” she added.",
        [
            ("direct", "he", "said", "“We are leaving,”"),
            ("direct", "she", "added", "“Nobody asked us,”"),
        ],
    ),
    ("He went on to say: “We are leaving.”", [("direct", "He", "say", "“We are leaving.”")]),
    ("In a letter, the union wrote: “We are leaving.”", [("direct", "the union", "wrote", "“We are leaving.”")]),
    ("“It is over,” tweeted Maria Silva late on Friday.", [("direct", "Maria Silva", "tweeted", "“It is over,”")]),
    ("“It had ‘no sense’ at all,” he said.", [("direct", "he", "said", "“It had ‘no sense’ at all,”")]),
    ("Asked about it, Silva replied: “No comment.”", [("direct", "Silva", "replied", "“No comment.”")]),
    ("BLITZER: “Will you run again, Senator?”", [("direct", "BLITZER", None, "“Will you run again, Senator?”")]),
    ("“We are leaving,” said a spokesman who was there.",
     [("direct", "a spokesman", "said", "“We are leaving,”")]),
    ("He shook his head and said, “We are leaving.”", [("direct", "He", "said", "“We are leaving.”")]),
]  # fmt: skip

PARAGRAPHS: list[tuple[str, list[Row]]] = [
    (
        "“We are leaving,” he said. “We packed.\n\n“Nobody asked us.”",
        [("direct", "he", "said", "“We are leaving,” he said. “We packed.\n\n“Nobody asked us.”")],
    ),
    (
        "“We are leaving,” Anna Lindh said.\n\n“Nobody asked us about it.”",
        [
            ("direct", "Anna Lindh", "said", "“We are leaving,”"),
            ("direct", "Anna Lindh", None, "“Nobody asked us about it.”"),
        ],
    ),
    (
        "Then the mayor made a statement, saying:\n\n“We are leaving the town today.”",
        [("direct", "the mayor", "saying", "“We are leaving the town today.”")],
    ),
    (
        "Anna Lindh smiled.\n\n“We are leaving the town today.”",
        [("direct", "Anna Lindh", None, "“We are leaving the town today.”")],
    ),
]

UNBALANCED: list[tuple[str, list[Row]]] = [
    ("The mayor said: “We are leaving.", [("direct", "The mayor", "said", "“We are leaving.")]),
    ('We are leaving," the mayor said.', [("direct", "the mayor", "said", 'We are leaving,"')]),
    (
        "The mayor said: “We are leaving.\n\nThe minister said: “We stay.”",
        [
            ("direct", "The mayor", "said", "“We are leaving."),
            ("direct", "The minister", "said", "“We stay.”"),
        ],
    ),
    ('"We are leaving,” the mayor said.', [("direct", "the mayor", "said", '"We are leaving,”')]),
]

MIXED: list[tuple[str, list[Row]]] = [
    (
        "The mayor said the talks would be “counterproductive”.",
        [("mixed", "The mayor", "said", "the talks would be “counterproductive”")],
    ),
    (
        "The mayor said that the plan was “a disaster” for the town.",
        [("mixed", "The mayor", "said", "that the plan was “a disaster” for the town")],
    ),
    ("The mayor called the plan “a disaster”.", [("mixed", "The mayor", "called", "the plan “a disaster”")]),
    (
        "The mayor described the plan as “a disaster”.",
        [("mixed", "The mayor", "described", "the plan as “a disaster”")],
    ),
    (
        "“Most of the plan” is a disaster, the mayor said.",
        [("mixed", "the mayor", "said", "“Most of the plan” is a disaster")],
    ),
    (
        "The plan was “a disaster for all of us,” the mayor said.",
        [("mixed", "the mayor", "said", "The plan was “a disaster for all of us,”")],
    ),
    (
        "She accused the mayor of “betraying the town”.",
        [("mixed", "She", "accused", "the mayor of “betraying the town”")],
    ),
    (
        "He vowed to “drain the swamp” within a year.",
        [("mixed", "He", "vowed", "to “drain the swamp” within a year")],
    ),
    (
        "The minister warned that there were “dark clouds” over the economy.",
        [("mixed", "The minister", "warned", "that there were “dark clouds” over the economy")],
    ),
]

INDIRECT: list[tuple[str, list[Row]]] = [
    ("The mayor said that she would leave.", [("indirect", "The mayor", "said", "that she would leave")]),
    ("The mayor said she would leave.", [("indirect", "The mayor", "said", "she would leave")]),
    ("She would leave in May, the mayor said.", [("indirect", "the mayor", "said", "She would leave in May")]),
    (
        "The mayor told reporters that she would leave.",
        [("indirect", "The mayor", "told", "that she would leave")],
    ),
    ("He believes that the plan will fail.", [("indirect", "He", "believes", "that the plan will fail")]),
    ("The police asked whether he had left.", [("indirect", "The police", "asked", "whether he had left")]),
    ("The company declined to comment.", [("indirect", "The company", "declined", "to comment")]),
    ("The senator vowed to fight the law.", [("indirect", "The senator", "vowed", "to fight the law")]),
    (
        "The minister urged the parties to talk.",
        [("indirect", "The minister", "urged", "the parties to talk")],
    ),
    ("The senator denounced the new law.", [("indirect", "The senator", "denounced", "the new law")]),
    ("The senator called for new elections.", [("indirect", "The senator", "called", "new elections")]),
    (
        "According to the police, two men were arrested.",
        [("indirect", "the police", "According to", "two men were arrested")],
    ),
    (
        "Two men were arrested, according to the police.",
        [("indirect", "the police", "according to", "Two men were arrested")],
    ),
    (
        "A new poll shows that most voters oppose the plan.",
        [("indirect", "A new poll", "shows", "that most voters oppose the plan")],
    ),
    ("As the mayor noted, the plan is old.", [("indirect", "the mayor", "noted", "the plan is old")]),
    (
        "Her claim that the vote was rigged was false.",
        [("indirect", "Her", "claim", "that the vote was rigged")],
    ),
    (
        "The mayor pointed out that the plan was old.",
        [("indirect", "The mayor", "pointed", "that the plan was old")],
    ),
    ("He is confident that the plan will work.", [("indirect", "He", "confident", "that the plan will work")]),
    ("She was critical of the new law.", [("indirect", "She", "critical", "the new law")]),
    ("His call for new elections failed.", [("indirect", "His", "call", "new elections")]),
    (
        "The mayor said she would leave, adding that she was tired.",
        [
            ("indirect", "The mayor", "said", "she would leave"),
            ("indirect", "The mayor", "adding", "that she was tired"),
        ],
    ),
    (
        "According to the Times, the mayor said that she would leave.",
        [("indirect", "the mayor", "said", "that she would leave")],
    ),
    (
        "The man, who said that he was ill, stayed at home.",
        [("indirect", "who", "said", "that he was ill")],
    ),
    (
        "Mayor says bridge is safe\n\nThe bridge was closed.",
        [("indirect", "Mayor", "says", "bridge is safe")],
    ),
]

NOT_SPEECH = [
    "They crossed the “border” of the town at night.",
    "The “experts” were wrong again.",
    "She read “The Waves” on the train.",
    "A song named “Yesterday” was played.",
    'The board is 5" long.',
    "The so-called “Islamic State” lost the town.",
    "The voters' choice was clear in the '90s.",
    "Nothing happened on Monday.",
]


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_direct_speech_has_its_words_its_verb_and_its_speaker(text: str, expected: list[Row]) -> None:
    assert read(text).rows == expected


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_a_quotation_may_stand_in_a_paragraph_of_its_own_or_run_over_several(text: str, expected: list[Row]) -> None:
    assert read(text).rows == expected


@pytest.mark.parametrize(("text", "expected"), UNBALANCED)
def test_a_mark_may_be_missing(text: str, expected: list[Row]) -> None:
    assert read(text).rows == expected


@pytest.mark.parametrize(("text", "expected"), MIXED)
def test_a_sentence_may_be_quoted_in_part(text: str, expected: list[Row]) -> None:
    assert read(text).rows == expected


@pytest.mark.parametrize(("text", "expected"), INDIRECT)
def test_speech_is_reported_without_marks_too(text: str, expected: list[Row]) -> None:
    assert read(text).rows == expected


@pytest.mark.parametrize("text", NOT_SPEECH)
def test_marks_around_titles_and_doubtful_words_are_no_speech(text: str) -> None:
    assert read(text).rows == []


def test_where_the_verb_interrupts_the_words_the_parts_are_told() -> None:
    (quotation,) = read("“We,” the mayor said, “are leaving.”").quotations
    text = "“We,” the mayor said, “are leaving.”"
    assert [text[part.start : part.end] for part in quotation.parts] == ["“We,”", "“are leaving.”"]
    (whole,) = read("“We are leaving,” the mayor said.").quotations
    assert whole.parts == ()
