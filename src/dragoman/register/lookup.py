"""The register asked for a day: who holds an office, and which office somebody holds."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import get_args

from dragoman.codebooks.reference import holds
from dragoman.register.actors import Actor, tenures_of
from dragoman.register.names import bones, folded, likeness
from dragoman.register.tenures import HELD, SUPPORT, Rung, Tenure, order
from dragoman.register.titles import title_of

NEAR = timedelta(days=183)
"""How long before the first and after the last sighting a learned tenure is taken to go on."""

_RUNGS = get_args(Rung)
FAR_MORE = 5
"""How many times the reports of another state's tenure outweigh it, if a name means both."""


def covers(tenure: Tenure, day: str) -> bool:
    """Whether a tenure counts on a day: in or near a learned one, within one of another rung.

    A learned one does not reach to days on which another held the office for good.
    """
    if tenure.rung != "learned":
        return holds(tenure.since, tenure.until, day=day)
    if tenure.first_seen is None or tenure.last_seen is None:
        return False
    begun = tenure.first_seen <= _shifted(day, NEAR) and (tenure.after or "") < day
    return begun and tenure.last_seen >= _shifted(day, -NEAR) and day < (tenure.before or "9999")


def is_sure(tenure: Tenure) -> bool:
    """Whether coding may rely on it: it is not learned, or enough reports name the state."""
    return tenure.rung != "learned" or tenure.said >= SUPPORT


def rank(tenure: Tenure) -> tuple[object, ...]:
    """The order of trust: imported, curated, then learned by the reports that name the state."""
    return (_RUNGS.index(tenure.rung), -tenure.said, -tenure.reports, order(tenure))


class Register:
    """Tenures by office and by name. A class, since its indexes are built once and asked often."""

    def __init__(self, tenures: Iterable[Tenure], *, actors: Iterable[Actor] = ()) -> None:
        """Index the tenures of people in office, and those of the persons among the actors."""
        self.actors = tuple(actors)
        self.tenures = tuple(sorted((*tenures, *tenures_of(self.actors)), key=order))
        self._by_country: defaultdict[str, list[Tenure]] = defaultdict(list)
        self._by_word: defaultdict[str, list[Tenure]] = defaultdict(list)
        for tenure in self.tenures:
            if tenure.status in HELD:
                self._by_country[tenure.country].append(tenure)
                for word in {word for name in _names(tenure) for word in bones(name)}:
                    self._by_word[word].append(tenure)

    def holder(self, office: str, country: str, day: str) -> list[Tenure]:
        """Who holds an office on a day, the most trusted first; empty where nobody is known.

        Args:
            office: a title as records write it ("foreign minister"), or a class of offices.
            country: the code of a state or organisation.
            day: ISO day.
        """
        wanted = title_of(office, country)
        found = [
            tenure
            for tenure in self._by_country.get(country, ())
            if office in (tenure.office, tenure.office_class) or tenure.office == wanted.office
            if covers(tenure, day)
        ]
        return sorted(found, key=rank)

    def person(self, name: str, day: str) -> list[Tenure]:
        """The offices that people of this name hold on a day, the most trusted first.

        A part of a name finds all who bear it, in any state.
        """
        words = bones(name)
        near = self._by_word.get(words[-1], []) if words else []  # a part ends with a whole word
        found = [
            tenure
            for tenure in near
            if covers(tenure, day) and any(_means(name, known) for known in _names(tenure))
        ]
        return sorted(found, key=rank)


def trusted(found: Iterable[Tenure]) -> Tenure | None:
    """The tenure whose state coding may take; null where none is sure or two disagree.

    One that stands against others is taken where it is imported and they are learned, or where far
    more reports tell it.
    """
    sure = sorted((tenure for tenure in found if is_sure(tenure)), key=rank)
    if not sure:
        return None
    best = sure[0]
    rivals = [tenure for tenure in sure if tenure.country != best.country]
    return None if any(_matches(rival, best) for rival in rivals) else best


def _matches(rival: Tenure, best: Tenure) -> bool:
    """Whether a rival is worth as much as the best."""
    return rival.rung == best.rung and rival.said * FAR_MORE >= best.said


def _names(tenure: Tenure) -> tuple[str, ...]:
    return (tenure.person, *tenure.names)


def _means(name: str, known: str) -> bool:
    """Whether a name is a known one or a part of it; a longer one may be somebody else's.

    A word alone has to be spelled as it is known: its skeleton is that of many in other states.
    """
    words = bones(name)
    if len(words) == 1 and not set(folded(name).split()) & set(folded(known).split()):
        return False
    how = likeness(name, known)
    return how == "same" or (how == "short" and len(words) <= len(bones(known)))


def _shifted(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()
