"""What is only said is no act: the fifth of five classes."""

import pytest

from dragoman.judging.commenting import comment, of_five
from dragoman.judging.relations import NEUTRAL, Relation
from marked_sentences import marked

RELATION = Relation(label="ACCUSE", quad="V-Conf", penta="V-Conf", confidence=0.6, reason="judge")


@pytest.mark.parametrize(
    "sentence",
    [
        "[Norway] voiced its alarm over the fate of {the trawler}.",
        "[The union] said it was sceptical about {the tariff}.",
        "[Fiji] declined to comment on {the leak}.",
        "[Chad] dismissed the allegations of {Niger}.",
        "[Peru] is weighing whether to lend {Bolivia} two ships.",
        "[The bishops] urged {the senate} to vote.",
        "[The guild] called on {the mayor} to resign.",
        "[Ghana] agrees with the findings of {the panel}.",
    ],
)
def test_comments_and_appeals(sentence: str) -> None:
    assert comment(marked(sentence)) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "[Norway] rejected the plan of {Denmark}.",
        "[The mayor] called off the talks with {the guild}.",
        "[Ghana] agreed to lend {Togo} two ships.",
        "[The union] said that the senate was sceptical about {the tariff}.",
        "[Niger] discussed the plan with {Mali}.",
        "[The rebels] pushed to {the river}.",
    ],
)
def test_what_is_done_or_told_of_others_is_none(sentence: str) -> None:
    assert comment(marked(sentence)) is None


def test_a_comment_is_neutral_and_says_by_which_word() -> None:
    found = of_five(marked("[Norway] voiced its alarm over {the leak}."), RELATION)
    assert (found.label, found.penta) == ("ACCUSE", NEUTRAL)
    assert found.reason == "judge; only said, by “voiced”"


def test_an_act_keeps_its_class() -> None:
    assert of_five(marked("[Norway] shelled {the port}."), RELATION) == RELATION
