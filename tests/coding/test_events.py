"""One sentence, one act: type, sides, mode and modality through the press's constructions."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Event, Report
from dragoman.pipeline import Coded, code

with (Path(__file__).parent / "event_examples.csv").open(encoding="utf-8", newline="") as table:
    EXAMPLES = list(csv.DictReader(table))


def events_of(text: str, published: str = "2021-06-15") -> list[Event]:
    (coded,) = code([Report(id="t", published=published, text=text)])
    assert isinstance(coded, Coded)
    return [fact for fact in coded.facts if isinstance(fact, Event)]


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: f"{row['type']}: {row['sentence']}")
def test_acts(row: dict[str, str]) -> None:
    (event,) = [event for event in events_of(row["sentence"]) if event.event_type == row["type"]]
    assert [party.id for party in event.actors] == row["actors"].split()
    assert [party.id for party in event.recipients] == row["recipients"].split()
    assert (event.event_mode or "", event.modality) == (row["mode"], row["modality"])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Kenya attacked Uganda on Sunday.", "2021-06-13", "2021-06-13"),
        ("On 3 May, Kenya attacked Uganda and bombed Rwanda.", "2021-05-03", "2021-05-03"),
        ("Kenya has attacked Uganda since 1 June.", "2021-06-01", "2021-06-15"),
        ("Kenya's president met the Ugandan premier.", "2021-06-05", "2021-06-15"),
        ("Kenya will attack Uganda.", None, None),
        ("In 1974 Turkey invaded Cyprus.", "1974-01-01", "1974-12-31"),
        ("In 2030 Kenya met Uganda.", "2021-06-05", "2021-06-15"),
        ("Kenya applauds Uganda. In 2020 Kenya applauded Uganda.", "2020-01-01", "2020-12-31"),
        ("In 2020 Kenya applauded Uganda. Kenya applauds Uganda.", "2021-06-15", "2021-06-15"),
        ("Kenya condemns the attacks by Uganda of 3 May.", "2021-06-15", "2021-06-15"),
        ("On Sunday Kenya left, days after it visited Uganda.", "2021-06-06", "2021-06-12"),
    ],
)  # fmt: skip
def test_days(text: str, first: str | None, last: str | None) -> None:
    event = events_of(text)[-1]
    assert (event.date_start, event.date_end) == (first, last)


def test_another_telling_lends_its_day() -> None:
    text = "Kenya's president visited Uganda on 3 May. The visit of Kenya to Uganda ended."
    told = events_of(text)
    assert {event.date_start for event in told} == {"2021-05-03"}


def test_an_old_act_is_history() -> None:
    assert events_of("In 1979 Tanzania invaded Uganda.")[0].modality == "historical"


def test_what_is_under_way_on_a_day_to_come_is_to_come() -> None:
    (event,) = events_of("Kenya's president is visiting Uganda on 20 July.")
    assert (event.date_start, event.modality) == ("2021-07-20", "future")


@pytest.mark.parametrize(
    "text",
    [
        "Did Kenya attack Uganda on Sunday?",
        "Has the Kenyan president attacked Uganda?",
        "When did Kenya attack Uganda?",
    ],
)
def test_what_is_asked_is_not_told(text: str) -> None:
    assert [event.modality for event in events_of(text)] == ["hypothetical"]


def test_a_tag_leaves_an_assertion() -> None:
    assert [event.modality for event in events_of("Kenya attacked Uganda, no?")] == ["asserted"]


def test_talk_in_the_room_is_no_diplomacy() -> None:
    text = """\
PRESIDENT RUTO: I am sorry for the delay. We agreed on that in the car. We agreed to a ceasefire.

JOURNALIST: Can I ask you about the road? I urge you to answer. Will Kenya leave Uganda?

PRESIDENT RUTO: We asked Uganda to open the road. We promise to answer.

JOURNALIST: Thank you."""
    told = [(event.event_type, event.trigger) for event in events_of(text)]
    assert told == [("AGREE", "agreed"), ("REQUEST", "asked")]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president urged the Kenyan parliament to pass the law.",
        "Kenya's president asked Kenya's ministers to be patient.",
        "Kenyans travelled to Uganda.",
    ],
)
def test_home_affairs_are_no_diplomacy(text: str) -> None:
    assert not events_of(text)


def test_a_government_page_tells_home_affairs() -> None:
    text = "The President promised lower taxes. The President promised to lift the sanctions."
    told = Report(id="t", published="2021-06-15", text=text, url="https://www.state.gov/x")
    (coded,) = code([told])
    assert isinstance(coded, Coded)
    triggers = [fact.content for fact in coded.facts if isinstance(fact, Event)]
    assert [content and text[content.start : content.end] for content in triggers] == [
        "to lift the sanctions"
    ]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Russia bombed Odesa.", ["UKR"]),
        ("The Turkish president flew to Karachi.", ["PAK"]),
        ("The Turkish president flew to Izmir.", None),
    ],
)
def test_a_city_stands_for_its_state(text: str, recipients: list[str] | None) -> None:
    told = [[party.id for party in event.recipients] for event in events_of(text)]
    assert told == ([] if recipients is None else [recipients])


def test_who_binds_himself_promises() -> None:
    (event,) = events_of("Kenya committed itself to peace.")
    assert event.event_type == "AGREE"


def test_a_readout_goes_on_with_its_talk() -> None:
    text = "Kenya's president met Uganda's premier on Sunday. He urged restraint."
    assert [party.id for party in events_of(text)[-1].recipients] == ["UGA"]


def test_a_press_conference_goes_from_one_talk_to_another() -> None:
    text = """\
PRESIDENT RUTO: I met the Ugandan premier on Sunday.

JOURNALIST: And the war in Sudan?

PRESIDENT RUTO: Kenya urged restraint."""
    assert [party.id for party in events_of(text)[-1].recipients] == []


def test_a_visit_has_its_place() -> None:
    place = events_of("Kenya's president visited Kampala.")[0].place
    assert place is not None
    assert (place.name, place.country) == ("Kampala", "UGA")


def test_what_is_asked_for_is_no_act() -> None:
    assert [e.event_type for e in events_of("Kenya urged Uganda to attack Rwanda.")] == ["REQUEST"]


@pytest.mark.parametrize(
    "text",
    ["The match ended in a draw.", "He visited his aunt.", "The committee agreed.", "🙂🙂🙂"],
)
def test_no_parties_no_acts(text: str) -> None:
    assert events_of(text) == []


@given(st.text(max_size=200))
@settings(max_examples=20, deadline=None)
def test_any_text_has_acts_within_it(text: str) -> None:
    assert all(0 <= e.span.start < e.span.end <= len(text) for e in events_of(text))


@pytest.mark.parametrize(
    "words",
    [
        "An earlier version of this article said Kenya attacked Uganda.",
        "The Daily wrongly reported that Kenya attacked Uganda.",
        "This newspaper misreported that Kenya attacked Uganda.",
    ],
)
def test_what_an_outlet_takes_back_is_not_told_as_done(words: str) -> None:
    """Fault 19."""
    (event,) = events_of(words)
    assert event.modality == "rumoured"


def test_what_an_earlier_report_said_of_others_stands() -> None:
    assert events_of("The earlier report said nothing. Kenya attacked Uganda.")[0].modality == (
        "asserted"
    )
