"""In whose words: one row a construction, as `source > cue > content`.

Content in several pieces is written with ` … ` between them.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.parsing.attribution import Attribution, attributions, speakers
from dragoman.parsing.document import Document
from texts import parsed

INDIRECT = [
    ("Rome said that trains would run.", "Rome > said > that trains would run"),
    ("Rome said trains would run.", "Rome > said > trains would run"),
    ("The trains would run, Rome said.", "Rome > said > The trains would run"),
    ("The trains would run, said Rome.", "Rome > said > The trains would run"),
    ("The trains, the mayor said, would run.", "mayor > said > The trains … would run"),
    ("The road was open, as the mayor put it.", "mayor > put > The road was open"),
    ("According to the bank, prices will rise.", "bank > According > prices will rise"),
    ("Prices will rise, according to the bank.", "bank > according > Prices will rise"),
    (
        "The ministry announced by noon that talks would resume.",
        "ministry > announced > that talks would resume",
    ),
    (
        "It was announced by the ministry that talks would resume.",
        "ministry > announced > that talks would resume",
    ),
    ("It was reported that the talks had failed.", "? > reported > that the talks had failed"),
    ("The talks will resume, it was announced.", "? > announced > The talks will resume"),
    (
        "The general was quoted as saying that the bridge was gone.",
        "general > saying > that the bridge was gone",
    ),
    (
        "State radio quoted the general as saying that the bridge was gone.",
        "radio > quoted > saying that the bridge was gone",
    ),
    ("The mayor made clear that the dam would stay.", "mayor > made > that the dam would stay"),
    ("The mayor asked whether the road was safe.", "mayor > asked > whether the road was safe"),
    ("Where is the fleet, the senator asked.", "senator > asked > Where is the fleet"),
    ("The mayor told reporters that the siege was over.", "mayor > told > that the siege was over"),
    (
        "The envoy arrived late, saying that the train had stopped.",
        "envoy > saying > that the train had stopped",
    ),
    (
        "The envoy, who said that the train had stopped, arrived late.",
        "envoy > said > that the train had stopped",
    ),
    (
        "The envoy said that the road was open and added that nobody was hurt.",
        "envoy > added > that nobody was hurt",
    ),
    (
        "The envoy said that the road was open and added that nobody was hurt.",
        "envoy > said > that the road was open",
    ),
    ("He also stressed that the road was open.", "He > stressed > that the road was open"),
    (
        "A senior official who asked not to be named said that the talks had failed.",
        "official > said > that the talks had failed",
    ),
]
OBJECTS = [
    (
        "The envoy expressed deep concern over the prisoners.",
        "envoy > expressed > deep concern over the prisoners",
    ),
    (
        "The secretary underscored the importance of free trade.",
        "secretary > underscored > the importance of free trade",
    ),
    (
        "The secretary reiterated his country's support for the treaty.",
        "secretary > reiterated > his country's support for the treaty",
    ),
    ("The junta denied the report.", "junta > denied > the report"),
    ("The report was denied by the junta.", "junta > denied > The report"),
    ("The council condemned the raid on the port.", "council > condemned > the raid on the port"),
    ("The mayor called for an end to the siege.", "mayor > called > an end to the siege"),
    ("The mayor called on Rome to pay.", "mayor > called > Rome to pay"),
    ("The mayor urged both sides to stop.", "mayor > urged > both sides to stop"),
    ("The mayor warned of a long winter.", "mayor > warned > a long winter"),
    ("The mayor called the raid an outrage.", "mayor > called > the raid an outrage"),
    ("The mayor described the raid as an outrage.", "mayor > described > the raid as an outrage"),
    ("Oslo accused Rome of delaying the trains.", "Oslo > accused > Rome of delaying the trains"),
    ("The mayor thanked Egypt for its help.", "mayor > thanked > Egypt for its help"),
    (
        "The mayor expressed hope that the truce would hold.",
        "mayor > expressed > hope that the truce would hold",
    ),
    (
        "The premier rejected the claim that the army had fled.",
        "premier > rejected > the claim that the army had fled",
    ),
]
THOUGHTS = [
    ("The general wants to leave the island.", "general > wants > to leave the island"),
    ("The cabinet hopes that the truce holds.", "cabinet > hopes > that the truce holds"),
    ("The generals believe the line will hold.", "generals > believe > the line will hold"),
    ("The growers are worried about hail.", "growers > worried > hail"),
    ("He was adamant that the cargo was grain.", "He > adamant > that the cargo was grain"),
    ("The premier looks forward to the summit.", "premier > looks > the summit"),
]
NOUNS = [
    ("His statement that the dam was safe came late.", "His > statement > that the dam was safe"),
    ("The ministers' call for a truce went unheard.", "ministers > call > a truce"),
    (
        "The premier's promise to rebuild the port was kept.",
        "premier > promise > to rebuild the port",
    ),
    ("The belief that trade brings peace is old.", "? > belief > that trade brings peace"),
    (
        "There were reports that the king would go.",
        "? > reports > that the king would go",
    ),
]
MARKS = [
    ("“The road is open,” the mayor said.", "mayor > said > The road is open,"),
    ('"The road is open," the mayor said.', "mayor > said > The road is open,"),
    ("''The road is open,'' the mayor said.", "mayor > said > The road is open,"),
    ("“The road is open,'' the mayor said.", "mayor > said > The road is open,"),
    ("‘The road is open,’ the mayor said.", "mayor > said > The road is open,"),
    ("“The road is open,” said Ana Silva, the mayor.", "Silva > said > The road is open,"),
    ("The mayor said: “The road is open.”", "mayor > said > The road is open."),
    ("The mayor said, “The road is open.”", "mayor > said > The road is open."),
    ("The mayor:\n“The road is open to all.”", "mayor > : > The road is open to all."),
    (
        "“The road is open,” the mayor said. “Nobody waits.”",
        "mayor > said > The road is open, … Nobody waits.",
    ),
    (
        "“The road,” the mayor said, “is open for all.”",
        "mayor > said > The road, … is open for all.",
    ),
    (
        "“We are ready. We always were. Nobody waits,” the mayor said.",
        "mayor > said > We are ready. We always were. Nobody waits,",
    ),
    (
        "The mayor said the road was “open to all” and safe.",
        "mayor > said > the road was “open to all” and safe",
    ),
    ("“Where is the fleet?” the senator asked.", "senator > asked > Where is the fleet?"),
    ("“Where is the fleet?” asked the senator.", "senator > asked > Where is the fleet?"),
    (
        "The envoy was blunt. “We will not leave the island.”",
        "envoy > was > We will not leave the island.",
    ),
    (
        "“We will not leave the island.” — Ana Silva",
        "Silva > — > We will not leave the island.",
    ),
    (
        "The mayor “praised the accord and urged all sides to keep calm”.",
        "mayor > praised > praised the accord and urged all sides to keep calm",
    ),
    (
        "“We came in peace,” the mayor said.\n\n“We will leave in peace.”",
        "mayor > said > We will leave in peace.",
    ),
    ("“The road is open,” according to the mayor.", "mayor > according > The road is open,"),
]
SILENT = [
    "The fleet left the strait at dawn.",
    "The book “The Long Road” sold well.",
    "The so-called “republic” has no army.",
    "The mayor's statement came late.",
    "",
    "”",
]


def shown(document: Document, attribution: Attribution) -> str:
    source = "?" if attribution.source is None else document.tokens[attribution.source].text
    pieces = [document.words(piece.start, piece.end) for piece in attribution.pieces]
    return f"{source} > {attribution.cue_text} > {' … '.join(pieces)}"


def found(text: str) -> list[str]:
    document = parsed(text)
    return [shown(document, attribution) for attribution in attributions(document)]


@pytest.mark.parametrize(("text", "expected"), [*INDIRECT, *OBJECTS, *THOUGHTS, *NOUNS, *MARKS])
def test_words_have_a_source(text: str, expected: str) -> None:
    assert expected in found(text)


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_speech_is_attributed_to_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rome said that trains would run.", "speech"),
        ("Rome hopes that trains will run.", "thought"),
        ("Rome and Oslo discussed the trains.", "act"),
        ("Rome and Oslo agreed to reopen the line.", "act"),
        ("Rome agreed that the line was safe.", "speech"),
    ],
)
def test_speech_thought_and_act_are_told_apart(text: str, kind: str) -> None:
    assert [attribution.kind for attribution in attributions(parsed(text))] == [kind]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("“The road is open,” the mayor said.", "direct"),
        ("The mayor said the road was “open to all” and safe.", "mixed"),
        ("The mayor said the road was open.", "indirect"),
    ],
)
def test_marks_decide_how_it_is_quoted(text: str, quote: str) -> None:
    assert attributions(parsed(text))[0].quote == quote


def test_attributions_nest_to_any_depth() -> None:
    document = parsed("The ministry said that Silva noted that Lima had regretted the raid.")
    outer, middle, inner = attributions(document)
    assert [outer.parent, middle.parent, inner.parent] == [None, outer.i, middle.i]
    assert shown(document, inner) == "Lima > regretted > the raid"


def test_what_a_quotation_tells_of_others_lies_inside_it() -> None:
    document = parsed("“Oslo thanked Rome for its help,” the ministry said.")
    outer, inner = attributions(document)
    assert inner.parent == outer.i
    assert shown(document, inner) == "Oslo > thanked > Rome for its help"


def test_the_innermost_speaker_owns_a_word() -> None:
    document = parsed("The ministry said that Silva noted that we had won.")
    speaker = speakers(attributions(document), document)
    we = next(token.i for token in document.tokens if token.text == "we")
    assert document.tokens[speaker[we]].text == "Silva"


def test_marks_own_their_first_person() -> None:
    document = parsed("“Silva thinks that we won,” the mayor said.")
    speaker = speakers(attributions(document), document)
    we = next(token.i for token in document.tokens if token.text == "we")
    assert document.tokens[speaker[we]].text == "mayor"


SCRAPS = (
    "Rome|Oslo|mayor|said|told|noted|wants|go|according|statement|the|that|we|to|a|by|who|and|it"
    "|was|not|'|\"|“|”|‘|’|''|,|.|:|?|\n"
)
WORDS = st.lists(st.sampled_from(SCRAPS.split("|")), max_size=40)


@given(WORDS)
@settings(max_examples=60, deadline=None)
def test_any_text_keeps_contents_in_bounds_and_parents_around(words: list[str]) -> None:
    document = parsed(" ".join(words))
    every = attributions(document)
    for n, attribution in enumerate(every):
        assert attribution.i == n
        assert 0 <= attribution.start < attribution.end <= len(document.text)
        assert all(piece.start < piece.end for piece in attribution.pieces)
        if attribution.parent is not None:
            parent = every[attribution.parent]
            assert attribution.parent < n
            assert parent.start <= attribution.start
            assert attribution.end <= parent.end
    assert set(speakers(every, document)) <= set(range(len(document.tokens)))
