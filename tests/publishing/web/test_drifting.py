"""Agreement over time, drawn."""

from starlette.testclient import TestClient

from dragoman.publishing.web.drifting import HEIGHT, WIDTH, drawn
from dragoman.questions.agreement import Agreement
from dragoman.questions.alignment import Alignment


def row(period: str, similarity: float, one: str = "TUR", n: int = 5) -> Alignment:
    return Alignment(
        one=one,
        two="UKR",
        issue=None,
        period=period,
        agreement=Agreement(similarity=similarity, pi=None, n=n, shared=n, opposed=0),
        firm=n >= 5,
        drift=None,
    )


def test_full_agreement_stands_at_the_top_and_none_at_the_foot() -> None:
    (trace,) = drawn([row("2022", 1.0), row("2023", -1.0)])
    top, foot = trace.points
    assert 0 < top.y < HEIGHT / 2 < foot.y < HEIGHT
    assert 0 < top.x < foot.x < WIDTH


def test_periods_stand_at_the_same_place_for_all_pairs() -> None:
    rows = [row("2021", 1.0), row("2022", 0.5), row("2022", 0.0, "POL"), row("2023", 0.0, "POL")]
    found = {trace.one: trace for trace in drawn(rows)}
    assert found["TUR"].points[1].x == found["POL"].points[0].x
    assert (found["POL"].first, found["POL"].last) == ("2021", "2023")


def test_a_pair_of_one_period_has_not_moved() -> None:
    assert drawn([row("2022", 1.0)]) == []


def test_a_period_that_is_none_is_an_error(client: TestClient) -> None:
    assert client.get("/alignment?period=month").status_code == 200
    assert client.get("/alignment?period=decade").status_code == 422
