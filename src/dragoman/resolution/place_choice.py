"""Which of a name's places a report means.

What holds it by name decides ("Paris, Texas"; "Alexandria, Va."); then the countries and provinces
that the report speaks of, the nearest before the others; then seats of government and the number
of people. A name means one place throughout a report.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dragoman.codebooks.geography import place_words
from dragoman.parsing.document import Document
from dragoman.resolution.gazetteer import Spot, fold
from dragoman.resolution.place_names import Candidate

STATE_PRIOR = 7.5  # decimal logarithms of people, as cities have them
REGION_PRIOR = 6.4
OTHER_PRIOR = 6.0
SMALLEST = 1000  # people, where none are known
OTHER_NAME = 8  # a city counts with this part of its people under another than its own name
SEAT_WORTH = 2.5
COUNTRY_WORTH = 2.2  # for the country of all that the report names; less for a smaller part
PROVINCE_WORTH = 2.5
STATE_SHARE = 0.4  # a state is named as a party, too; a place in it tells more of its places
NEAR_WORTH = 0.8  # for a country named in the same sentence
WELL_KNOWN = 5.0  # a city with this prior needs no other word to be meant
SURE = 1.0  # by how much the first place must lead to be evidence for others


class Setting(msgspec.Struct):
    """The countries and provinces that a report speaks of, by how often, and in which sentences."""

    countries: defaultdict[str, float]
    provinces: Counter[tuple[str, str]]
    sentences: defaultdict[int, set[str]]

    def note(self, spot: Spot, sentences: Sequence[int]) -> None:
        """Count a place that is sure, once for each of its mentions."""
        if spot.country is None:
            return
        for sentence in sentences:
            self.countries[spot.country] += STATE_SHARE if spot.kind == "state" else 1
            self.sentences[sentence].add(spot.country)
            if spot.admin1:
                self.provinces[spot.country, spot.admin1] += 1


class _Name(msgspec.Struct, frozen=True):
    """A name of a report, all its mentions together: what may hold it, and where it stands."""

    place: Candidate
    holder: Candidate | None
    sentences: tuple[int, ...]


def choose(
    document: Document, places: Sequence[Candidate], *, home: Mapping[str, float] | None = None
) -> list[Spot | None]:
    """For each candidate the place that it means; null where nothing tells.

    What is surest is settled first and speaks for the rest. `home` are countries that stand behind
    the report: its outlet's, say; each with its weight.
    """
    setting = Setting(defaultdict(float, home or {}), Counter(), defaultdict(set))
    names = _names(document, places)
    settled: dict[str, Spot | None] = {}
    for least in (math.inf, SURE):
        for key, name in names.items():
            if key not in settled and _lead(name, setting) >= least:
                spot = _chosen(name, setting)
                settled[key] = spot
                if spot is not None:
                    setting.note(spot, name.sentences)
    for key, name in names.items():
        if key not in settled:
            settled[key] = _chosen(name, setting)
    return [settled[_key(place)] for place in places]


def _key(place: Candidate) -> str:
    return f"{place.form == 'adjective'} {place.name.casefold()}"


def _names(document: Document, places: Sequence[Candidate]) -> dict[str, _Name]:
    mentions: dict[str, list[int]] = {}
    for n, place in enumerate(places):
        mentions.setdefault(_key(place), []).append(n)
    return {
        key: _Name(
            places[found[0]],
            next(filter(None, (holder_of(document, places, n) for n in found)), None),
            tuple(document.tokens[places[n].first].sentence for n in found),
        )
        for key, found in mentions.items()
    }


def holder_of(document: Document, places: Sequence[Candidate], n: int) -> Candidate | None:
    """The greater place that follows after a comma: `Paris, Texas`."""
    if n + 1 >= len(places):
        return None
    place, after = places[n], places[n + 1]
    tokens = document.tokens
    if tokens[after.first].sentence != tokens[place.first].sentence:
        return None
    comma = after.first == place.last + 1 and tokens[place.last].text == ","
    return after if comma and _may_hold(place, after) else None


def _may_hold(place: Candidate, after: Candidate) -> bool:
    """Two cities side by side are a list, and so are two states."""
    if place.form not in ("name", "unknown") or (place.spots and place.spots[0].kind == "state"):
        return False
    if after.form != "name":
        return after.form == "short"
    greater = [spot for spot in after.spots if spot.kind in ("state", "region")]
    shared = any(spot.country == held.country for spot in greater for held in place.spots)
    province = after.spots[0].kind == "region" and after.spots[0].admin1 is not None
    return shared or province or (not place.spots and bool(greater))


def _lead(name: _Name, setting: Setting) -> float:
    """By how much the likeliest country of a name leads; without a rival there is no doubt."""
    place = name.place
    if name.holder is not None:
        return math.inf
    ranked = _ranked(name, setting)
    if not ranked:
        return -math.inf
    rival = next((spot for spot in ranked if spot.country != ranked[0].country), None)
    if rival is not None:
        return _worth(name, ranked[0], setting) - _worth(name, rival, setting)
    small_city = place.form == "name" and ranked[0].kind == "city"
    if small_city and (not place.whole or _prior(place.name, ranked[0]) <= WELL_KNOWN):
        return 0.0
    return math.inf


def _ranked(name: _Name, setting: Setting) -> list[Spot]:
    found = (*name.place.spots, *_by_noun(name.place))
    return sorted(found, key=lambda spot: -_worth(name, spot, setting))


def _by_noun(place: Candidate) -> Iterator[Spot]:
    """A county is likely one of a country that has them: `Ross County`."""
    if place.whole and place.form != "unknown":
        return
    noun = place.name.split()[-1].lower()
    for country in place_words().noun_countries.get(noun, ()):
        yield Spot(name=place.name, kind="region", country=country)


def _chosen(name: _Name, setting: Setting) -> Spot | None:
    if name.holder is not None:
        return _within(name, name.holder, setting)
    ranked = _ranked(name, setting)
    if not ranked:
        return _borrowed(name, setting)
    best = ranked[0]
    if name.place.whole:
        return best
    # The county's middle is not the city's whose name it bears.
    return Spot(name=name.place.name, kind="region", country=best.country, admin1=best.admin1)


def _within(name: _Name, holder: Candidate, setting: Setting) -> Spot | None:
    greater = max(holder.spots, key=lambda spot: _worth(name, spot, setting))
    inside = [
        spot
        for spot in name.place.spots
        if spot.country == greater.country
        and (greater.admin1 is None or spot.admin1 == greater.admin1)
    ]
    if inside and name.place.whole:
        return max(inside, key=lambda spot: _worth(name, spot, setting))
    place = name.place.name
    return Spot(name=place, kind="city", country=greater.country, admin1=greater.admin1)


def _borrowed(name: _Name, setting: Setting) -> Spot | None:
    """A place that we do not know lies in the one country that is named beside it."""
    near = {country for n in name.sentences for country in setting.sentences[n]}
    if len(near) != 1:
        return None
    return Spot(name=name.place.name, kind="city", country=near.pop())


def _worth(name: _Name, spot: Spot, setting: Setting) -> float:
    worth = weighed(name.place.name, spot)
    if spot.country is None:
        return worth
    total = sum(setting.countries.values()) + 1
    worth += COUNTRY_WORTH * math.sqrt(setting.countries.get(spot.country, 0) / total)
    total = sum(setting.provinces.values()) + 1
    province = (spot.country, spot.admin1 or "")
    worth += PROVINCE_WORTH * math.sqrt(setting.provinces[province] / total)
    near = any(spot.country in setting.sentences[n] for n in name.sentences)
    return worth + NEAR_WORTH * near


def weighed(name: str, spot: Spot) -> float:
    """How likely a name means a place before the report is looked at."""
    return _prior(name, spot) + SEAT_WORTH * spot.seat


def _prior(name: str, spot: Spot) -> float:
    if spot.kind == "state":
        return STATE_PRIOR
    if spot.kind != "city":
        return REGION_PRIOR if spot.kind == "region" else OTHER_PRIOR
    own = fold(spot.name).casefold() == fold(name).casefold()
    return math.log10(max(SMALLEST, spot.people if own else spot.people / OTHER_NAME))
