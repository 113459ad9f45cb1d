import pytest

from dragoman.intake.datelines import read_dateline

TEXT = "Kenya and Ethiopia agreed to reopen the border post at Moyale."


@pytest.mark.parametrize(
    ("opening", "place", "outlet"),
    [
        ("NAIROBI: ", "NAIROBI", None),
        ("GENEVA – ", "GENEVA", None),
        ("ADDIS ABABA - ", "ADDIS ABABA", None),
        ("THE HAGUE, Netherlands — ", "THE HAGUE, Netherlands", None),
        ("WASHINGTON, D.C. – ", "WASHINGTON, D.C.", None),
        ("NAIROBI/ADDIS ABABA: ", "NAIROBI/ADDIS ABABA", None),
        ("PORT-AU-PRINCE, Haiti (AP) — ", "PORT-AU-PRINCE, Haiti", "Associated Press"),
        ("NAIROBI, March 4 (Xinhua) -- ", "NAIROBI", "Xinhua"),
        ("BEIJING, March 4 (Xinhua)—", "BEIJING", "Xinhua"),
        ("UNITED NATIONS, Mar 4 (APP): ", "UNITED NATIONS", "Associated Press of Pakistan"),
        ("MOSCOW, March 4. /TASS/. ", "MOSCOW", "TASS"),
        ("Nairobi (AFP) - ", "Nairobi", "Agence France-Presse"),
        ("Nairobi, 4 March – ", "Nairobi", None),
        ("(Nairobi) – ", "Nairobi", None),
        ("TOKYO, Mar 04, 2021 (Kyodo) _ ", "TOKYO", "Kyodo News"),
        ("MANILA (AFP/Reuters) — ", "MANILA", "Agence France-Presse"),
        ("KAMPALA (The Lake Courier) — ", "KAMPALA", None),
    ],
)
def test_datelines_of_the_press(opening: str, place: str, outlet: str | None) -> None:
    dateline = read_dateline(opening + TEXT)
    assert dateline is not None
    assert (dateline.place, dateline.outlet) == (place, outlet)


@pytest.mark.parametrize(
    "opening",
    [
        "",
        "QUESTION: ",
        "PRIME MINISTER: ",
        "Q: ",
        "NATO: ",
        "BREAKING NEWS: ",
        "BREAKING - ",
        "Nairobi: ",
        "The ministers (both new) said: ",
        "President Kenyatta – who was in Moyale – said that ",
        "MINISTERS AGREE TO REOPEN BORDER POST – ",
        "NAIROBI:\n\n",
        "NAIROBI",
        "- ",
        "March 4: ",
    ],
)
def test_other_openings_are_no_datelines(opening: str) -> None:
    assert read_dateline(opening + TEXT) is None


def test_speakers_of_a_transcript_are_no_places() -> None:
    assert read_dateline("MITCHELL: Is the post open?\n\nOTIENO: Not yet.") is None


def test_the_day_is_kept_as_far_as_it_is_given() -> None:
    dateline = read_dateline(f"NAIROBI, March 4 (AP) — {TEXT}")
    assert dateline is not None
    assert dateline.day is not None
    assert (dateline.day.year, dateline.day.month, dateline.day.day) == (None, 3, 4)
