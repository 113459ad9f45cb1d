"""How phrases stand in a sentence."""

from dragoman.judging.standing import Standing, facing, standings
from dragoman.parsing.document import Document
from marked_sentences import marked


def _standings(sentence: str) -> tuple[Document, dict[str, Standing]]:
    document = marked(sentence).document
    return document, {document.tokens[one.i].text: one for one in standings(document)}


def test_what_is_seen_of_a_phrase() -> None:
    _, found = _standings("[Kenya] said that it would send rice to {Uganda}.")
    assert {"kind GPE", "named nsubj", "up nsubj", "top nsubj", "first"} <= found["Kenya"].features
    assert {"common dobj", "role dobj", "later"} <= found["rice"].features
    assert {"named to", "entry recipient", "name 1"} <= found["Uganda"].features


def test_what_is_seen_from_the_source() -> None:
    document, found = _standings("[Kenya] sent rice to {Uganda}.")
    facing_kenya = facing(document, list(found.values()), found["Kenya"])
    features = {document.tokens[one.i].text: one.features for one in facing_kenya}
    assert features.keys() == {"rice", "Uganda"}
    assert {"same entry", "after source", "name after 0"} <= features["Uganda"]


def test_no_word_of_the_text_but_prepositions_is_seen() -> None:
    one, other = (
        _standings(sentence)[1][name].features
        for sentence, name in (
            ("[Kenya] condemned {Uganda}.", "Uganda"),
            ("[Uganda] condemned {Kenya}.", "Kenya"),
        )
    )
    assert one == other
