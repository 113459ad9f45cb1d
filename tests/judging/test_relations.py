"""What one marked party did to the other."""

import pytest

from dragoman.judging.candidates import candidates
from dragoman.judging.relations import framed, relate
from marked_sentences import marked


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("[Police] arrested {two protesters} on Sunday.", "COERCE"),
        ("{Two protesters} were arrested by [police].", "COERCE"),
        ("[Kenya] condemned {Uganda} for the raid.", "ACCUSE"),
        ("[Portugal] will send doctors to {Angola}.", "AGREE"),  # aid to come
        ("[Norway] did not meet {Denmark}.", "REJECT"),
        ("[Fiji] and {Tonga} signed a treaty on fish.", "SUPPORT"),  # as PLV counts
        ("[Chad] imposed a siege on {the town}.", "ASSAULT"),
    ],
)
def test_frames_alone(sentence: str, label: str) -> None:
    found = marked(sentence)
    answer = framed(found, candidates(found))
    assert answer is not None
    assert answer.label == label


def test_frames_are_silent_where_no_entry_holds_both() -> None:
    found = marked("[Kenya] is far from {Peru}.")
    assert framed(found, candidates(found)) is None


def test_what_is_only_asked_for_is_no_act() -> None:
    found = marked("[Chad] asked {Mali} to attack the rebels.")
    answer = framed(found, candidates(found))
    assert answer is not None
    assert answer.label == "REQUEST"


def test_the_reason_names_entry_or_exemplars() -> None:
    by_frames = relate(marked("[Kenya] condemned {Uganda} for the raid."))
    assert by_frames.label == "ACCUSE"
    assert by_frames.quad == "V-Conf"
    assert by_frames.reason == "verbs: condemn when object:* is ACCUSE, by “condemned”"
    by_judge = relate(marked("[Kenya] is far from {Peru}."))
    assert by_judge.reason.startswith("judge: most like exemplars/")
    assert by_judge.reason.endswith("; frames are silent")
    assert 0 < by_judge.confidence < by_frames.confidence <= 1
