import pytest

from dragoman.intake.segments import segments

STORY = "Kenya's president met the premier of Uganda on Monday. They agreed to meet again."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Correction: an item on Monday gave a wrong date.", "correction"),
        (f"{STORY}\n\nAn earlier version of this article misspelled his name.", "correction"),
        ("LIVE\n\n10:30 GMT - Kenya met Uganda.\n\n11:00 GMT - They left.", "liveblog"),
        ("10.30am: Kenya met Uganda.\n11.05am: They left.", "liveblog"),
        ("Q: Did you meet?\n\nA: We met on Monday.", "transcript"),
        (f"Opinion | The war must end. {STORY}", "opinion"),
        (f"News in brief\n\n{STORY}", "briefs"),
        ("Kenya, Uganda ministers meet in Arusha", "headline"),
    ],
)
def test_what_is_no_plain_report_is_told(text: str, kind: str) -> None:
    """Fault 19."""
    assert segments(text) == (f"segment:{kind}",)


def test_a_title_tells_too() -> None:
    assert segments(STORY, title="Editorial: Talk to each other") == ("segment:opinion",)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "Live ammunition was used. The minister left.",
        "Comment was not available. Kenya met Uganda.",
        "The two met at 10:30 and left.",
        "Kenya met Uganda. 7",
        "Kenya corrected its figures. Uganda did not.",
    ],
)
def test_a_plain_report_is_not_flagged(text: str) -> None:
    assert segments(text) == ()
