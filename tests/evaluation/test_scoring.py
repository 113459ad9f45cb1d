import factory
from dragoman.evaluation.scoring import compare, score
from dragoman.evaluation.units import EventUnit, HandCoded, PositionUnit
from dragoman.model import Line

MEETING = EventUnit(
    anchor="met his Ukrainian counterpart",
    types=("CONSULT",),
    actors=("TUR",),
    recipients=("UKR",),
    date=("2022-03-10", "2022-03-10"),
    modality="asserted",
)
WARNING = EventUnit(
    anchor="warned against further attacks",
    types=("THREATEN",),
    actors=("TUR",),
    modality="asserted",
)


def hand_coded(*events: EventUnit, positions: tuple[PositionUnit, ...] = ()) -> HandCoded:
    return HandCoded(
        report="coast",
        published="2022-03-10",
        text=factory.TEXT,
        events=events,
        positions=positions,
    )


def lines(*facts: Line) -> list[Line]:
    return [factory.REPORT, *facts]


def test_found_missed_and_spurious_are_counted_by_kind() -> None:
    coded = lines(factory.event(), factory.event("warned", event_type="ACCUSE"), factory.tie())
    figures = score([hand_coded(MEETING, WARNING)], coded)
    event, tie = figures["event"], figures["tie"]
    assert (event.found, event.missed, event.spurious) == (1, 1, 1)
    assert (event.precision, event.recall, event.f1) == (0.5, 0.5, 0.5)
    assert event.accuracies == {"date": 1.0, "modality": 1.0}
    assert (tie.found, tie.spurious, tie.f1) == (0, 1, 0.0)


def test_a_line_elsewhere_in_the_text_does_not_count() -> None:
    elsewhere = factory.event("enjoy warm relations")
    assert score([hand_coded(MEETING)], lines(elsewhere))["event"].found == 0


def test_a_line_serves_one_unit() -> None:
    twice = [hand_coded(MEETING, MEETING)]
    assert score(twice, lines(factory.event()))["event"].found == 1


def test_a_required_unit_is_served_before_an_optional_one() -> None:
    optional = EventUnit(
        anchor="Minister Mevlut Cavusoglu met his Ukrainian counterpart Dmytro Kuleba",
        types=("CONSULT",),
        actors=("TUR",),
        recipients=("UKR",),
        modality="asserted",
        required=False,
    )
    (comparison, *_) = compare([hand_coded(optional, MEETING)], lines(factory.event()))
    assert [unit for unit, _ in comparison.found] == [MEETING]


def test_an_optional_unit_costs_nothing_when_missed_and_nothing_when_found() -> None:
    optional = EventUnit(
        anchor=WARNING.anchor,
        types=("THREATEN",),
        actors=("TUR",),
        modality="asserted",
        required=False,
    )
    missed = score([hand_coded(MEETING, optional)], lines(factory.event()))
    assert missed["event"].f1 == 1.0
    warning = factory.event("warned", event_type="THREATEN", recipients=())
    found = score([hand_coded(MEETING, optional)], lines(factory.event(), warning))
    assert found["event"].f1 == 1.0


def test_a_position_line_is_as_many_answers_as_it_has_holders() -> None:
    unit = PositionUnit(
        anchor="supports an immediate ceasefire",
        holders=("TUR",),
        issues=("ceasefire",),
        stance="supports",
    )
    shared = factory.position(holders=(factory.TURKEY, factory.UKRAINE))
    figures = score([hand_coded(positions=(unit,))], lines(shared))["position"]
    assert (figures.found, figures.spurious) == (1, 1)


def test_a_report_is_known_again_by_its_ending() -> None:
    longer = factory.report("Published 10 March\n\n" + factory.TEXT.replace("\n\n", "\n \n"))
    facts = factory.event(inside=longer)
    assert score([hand_coded(MEETING)], [longer, facts])["event"].found == 1


def test_a_report_that_was_not_coded_is_missed_whole() -> None:
    figures = score([hand_coded(MEETING)], [])["event"]
    assert (figures.found, figures.missed, figures.f1) == (0, 1, 0.0)
