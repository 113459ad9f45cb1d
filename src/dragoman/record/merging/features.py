"""What speaks for and against two tellings being one act: a table of weighed questions.

Each question is a plain function of two tellings. Its finding has a value from -1 (against) to 1
(for), and the words that say so; `None` where it has nothing to say. `NEVER` rules it out.
"""

from collections.abc import Callable

from dragoman.codebooks.merging import merging_book
from dragoman.record.merging.days import days
from dragoman.record.merging.findings import NEVER, Finding
from dragoman.record.merging.people import same_people
from dragoman.record.merging.tellings import NEAR, Telling
from dragoman.record.merging.words import is_copy, likeness, stems

ALIKE = 0.2  # likeness of contents from which they rather agree than differ
NAMED_ALIKE = 0.25  # the value of contents that share nothing but the word for the act
MINOR = 0.4  # the value of sides that only partly agree
SAME = 0.6  # likeness from which contents are one


Question = Callable[[Telling, Telling], Finding | None]


def world(one: Telling, other: Telling) -> Finding | None:
    """A plan, a rumour, a denial and a deed are four things."""
    if one.world != other.world:
        return Finding(NEVER, f"{one.event.modality} and {other.event.modality}")
    return None


def sides(one: Telling, other: Telling) -> Finding | None:
    """Who takes part: all the same, some unnamed, or others."""
    if not _is_told_narrowly(one, other):
        return Finding(NEVER, "one side unnamed, and no near day")
    if _is_directed(one, other):
        values = [_side(one.actors, other.actors), _side(one.recipients, other.recipients)]
        value = NEVER if NEVER in values else sum(values) / 2
        if value > 0 and not one.actors & other.actors and not one.recipients & other.recipients:
            value = NEVER
    else:
        value = _company(one.sides, other.sides)
        if value == MINOR and _within_report(one, other):
            value = 0.7
    shared = " ".join(sorted(one.sides & other.sides))
    if value == NEVER:
        return Finding(NEVER, "other sides")
    return Finding(value, f"{'same sides' if value == 1 else 'sides agree'} ({shared})")


def manner(one: Telling, other: Telling) -> Finding | None:
    """How it was held or done: a call is no meeting, and a visit not the meeting during it."""
    if one.manner and other.manner:
        if one.manner != other.manner:
            return Finding(NEVER, f"{one.manner} and {other.manner}")
        return Finding(1.0, f"both {one.manner}")
    mine, yours = one.event.event_mode, other.event.event_mode
    if mine == yours:
        return Finding(0.5, f"both {mine}") if mine else None
    if mine and yours and merging_book().kind(one.event.event_type).words:
        return Finding(-0.5, f"{mine} and {yours}")
    return None


def people(one: Telling, other: Telling) -> Finding | None:
    """Through whom: two ministers' call is not their presidents'; a statement may be anyone's."""
    return _graded(same_people(one, other), held=not _has_words(one))


def place(one: Telling, other: Telling) -> Finding | None:
    """Where: the same place, another one, or a country that holds it."""
    here, there = one.event.place, other.event.place
    if here is None or there is None:
        return None
    if here.name == there.name:
        return Finding(1.0 if here.geonames_id or there.geonames_id else 0.4, f"in {here.name}")
    if here.country == there.country and not (here.geonames_id and there.geonames_id):
        return None
    says = f"in {here.name} and in {there.name}"
    return Finding(NEVER if _has_words(one) else -1.0, says)


def content(one: Telling, other: Telling) -> Finding | None:
    """What is asked, said or done: two demands of a day are two, in whatever words."""
    wording = likeness(one.content, other.content)
    issues = likeness(frozenset(one.event.issues), frozenset(other.event.issues))
    like = max(wording, issues * ALIKE)
    shared = sorted(one.content & other.content) or sorted(
        {*one.event.issues} & {*other.event.issues}
    )
    if not _has_words(one):
        return Finding(min(1.0, like / SAME) / 3, f"about {' '.join(shared)}") if shared else None
    if like >= ALIKE:
        value = min(1.0, (like - ALIKE) / (SAME - ALIKE))
        if one.content & other.content <= stems(f"{one.event.trigger} {other.event.trigger}"):
            value = min(value, NAMED_ALIKE)
        return Finding(value, f"of like content ({' '.join(shared)})")
    if one.content and other.content:
        return Finding(-1.0 + like / ALIKE / 2, "of other content")
    return Finding(-0.4, "of unknown content")


def numbers(one: Telling, other: Telling) -> Finding | None:
    """Figures in common: `12 people` in both."""
    shared = one.numbers & other.numbers
    return Finding(1.0, f"with {', '.join(sorted(shared))}") if shared else None


def copied(one: Telling, other: Telling) -> Finding | None:
    """The same sentence, as a wire story has it in many papers; of its acts, the same one."""
    if _within_report(one, other) or one.event.trigger != other.event.trigger:
        return None
    return Finding(1.0, "in the same words") if is_copy(one.passage, other.passage) else None


def report(one: Telling, other: Telling) -> Finding | None:
    """One report tells one story, unless it says that this was another time."""
    if not _within_report(one, other):
        return None
    if one.another != other.another:
        return Finding(-1.0, "one is told as another")
    return Finding(0.5, "in one report")


# The whole model: what is asked, and how much it weighs.
QUESTIONS: tuple[tuple[Question, float], ...] = (
    (world, 1.0),
    (days, 3.0),
    (sides, 3.0),
    (manner, 1.5),
    (people, 2.0),
    (place, 1.5),
    (content, 2.5),
    (numbers, 1.0),
    (copied, 5.0),
    (report, 1.5),
)


def _is_directed(one: Telling, other: Telling) -> bool:
    """Where all stand on one side, nobody says who acted on whom."""
    directed = merging_book().kind(one.event.event_type).directed
    return directed and bool(one.recipients or other.recipients)


def _is_told_narrowly(one: Telling, other: Telling) -> bool:
    """Whether both name two parties, or both one, or both say nearly when."""
    if (len(one.sides) == 1) == (len(other.sides) == 1):
        return True
    windows = (one.window, other.window)
    return all(window is not None and window.days <= NEAR for window in windows)


def _side(mine: frozenset[str], yours: frozenset[str]) -> float:
    if mine == yours:
        return 1.0
    if not mine or not yours:
        return 0.3
    if mine <= yours or yours <= mine:
        return 0.7
    return MINOR if mine & yours else NEVER


def _company(mine: frozenset[str], yours: frozenset[str]) -> float:
    """Who is together: to have one party in common is little, and nothing if each has another."""
    if mine != yours and len(mine & yours) == 1:
        return MINOR if mine <= yours or yours <= mine else NEVER
    return _side(mine, yours)


def _graded(found: tuple[float, str] | None, *, held: bool) -> Finding | None:
    if found is None:
        return None
    value, says = found
    if value == NEVER:
        return Finding(NEVER if held else 0.0, says)
    return Finding(value, says)


def _has_words(one: Telling) -> bool:
    return merging_book().kind(one.event.event_type).words


def _within_report(one: Telling, other: Telling) -> bool:
    return one.event.report_id == other.event.report_id
