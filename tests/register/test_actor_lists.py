"""Actor lists: own CSV and PETRARCH dictionaries, checked as a whole."""

from pathlib import Path

import pytest

from dragoman.errors import IntakeError
from dragoman.register.actor_lists import read_actors

HEADER = "id,name,aliases,kind,country,sector,valid_from,valid_to\n"
FREEDONIA = "FRE,Freedonia,Freedonian|Freedonians,state,,GOV,,\n"


def written(folder: Path, text: str, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_invented_state_and_who_acts_for_it(tmp_path: Path) -> None:
    rows = FREEDONIA + "ARMY,Freedonian Army,,institution,FRE,MIL,1990,2030\n"
    state, army = read_actors(written(tmp_path, HEADER + rows))
    assert (state.kind, state.forms) == ("state", ("Freedonia", "Freedonian", "Freedonians"))
    assert (army.country, army.valid_from, army.valid_to) == ("FRE", "1990", "2030")


def test_acting_for_another_leads_to_a_party(tmp_path: Path) -> None:
    rows = "A,Lake Patrol,,institution,B,,,\nB,Lake Ministry,,institution,Kenya,,,\n"
    assert [one.country for one in read_actors(written(tmp_path, HEADER + rows))] == ["KEN", "KEN"]


def test_one_name_may_be_two_actors_in_turn(tmp_path: Path) -> None:
    rows = "A,Blue Front,,,,,,1999\nB,Blue Front,,,,,2000,\n"
    assert len(read_actors(written(tmp_path, HEADER + rows))) == 2


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("A,Army,,institution,B,,,\nB,Navy,,institution,A,,,\n", "leads in a circle: A > B > A"),
        ("A,Army,,institution,A,,,\n", "line 2: country leads in a circle: A > A"),
        ("A,Army,,institution,,,,\n", "line 2: kind institution: name its country"),
        ("A,Army,,institution,Atlantis,,,\n", "line 2: country Atlantis: no such state"),
        ("A,Army,,,,,,\nA,Navy,,,,,,\n", "line 3: id A: "),
        ("A,Army,,,,,,\nB,Navy,Army,,,,,\n", "line 3: name Army: "),
        ("A,Army,,horde,,,,\n", "line 2: kind horde: there are state, organisation"),
        ("A,Army,,,,XYZ,,\n", "line 2: sector XYZ: there are "),
        ("A,Army,,,,,2020-02-31,\n", "line 2: 2020-02-31: the calendar has no such day"),
        ("A,Army,,,,,2020,2019\n", "line 2: ends 2019, before it begins (2020)"),
        ("A,,,,,,,\n", "line 2: has no name"),
    ],
)
def test_a_wrong_line_is_told(tmp_path: Path, rows: str, told: str) -> None:
    with pytest.raises(IntakeError) as error:
        read_actors(written(tmp_path, HEADER + rows))
    assert told in str(error.value)


def test_a_petrarch_dictionary(tmp_path: Path) -> None:
    text = """# our own sample
    KENYA_ [KEN] ; a state
    +REPUBLIC_OF_KENYA_
    ADA_ODUYA_ ; in office, then out of it
        [KENGOV 130101-171231]
        [KENELI >180101]
    BLUE_HARBOUR_FRONT_ [REB]
    GREEN_HARBOUR_FRONT_ [REB]
    """
    found = read_actors(written(tmp_path, text, "a.actors"))
    told = [(one.name, one.kind, one.party, one.sector, one.valid_from) for one in found]
    assert told == [
        ("Kenya", "institution", "KEN", None, None),
        ("Ada Oduya", "person", "KEN", "GOV", "2013-01-01"),
        ("Ada Oduya", "person", "KEN", "ELI", "2018-01-01"),
        ("Blue Harbour Front", "organisation", "REB", "REB", None),
        ("Green Harbour Front", "organisation", "REB", "REB", None),
    ]
