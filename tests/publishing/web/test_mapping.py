"""The map shows the part of the world in which something happened."""

from dragoman.publishing.web.mapping import Spot, window
from dragoman.publishing.web.projection import HEIGHT, WIDTH, project


def spot(longitude: float, latitude: float) -> Spot:
    x, y = project(longitude, latitude)
    return Spot(place="", country="", quads={"verbal conflict": 1}, x=x, y=y, radius=5, style="vk")


def test_places_far_from_each_other_show_the_world() -> None:
    found = window([spot(-75, 10), spot(127, 37), spot(28, -30)])
    assert found.width > 0.7 * WIDTH


def test_places_near_each_other_are_seen_from_near() -> None:
    kyiv, istanbul = spot(30.5, 50.4), spot(29, 41)
    found = window([kyiv, istanbul])
    assert found.width < WIDTH / 3
    for one in (kyiv, istanbul):
        assert one.x is not None
        assert one.y is not None
        assert found.x < one.x < found.x + found.width
        assert found.y < one.y < found.y + found.height


def test_the_window_stays_on_the_sheet() -> None:
    for one in (spot(179, 70), spot(-179, -60), spot(0, 0)):
        found = window([one])
        assert found.x >= 0
        assert found.x + found.width <= WIDTH
        assert found.y >= 0
        assert found.y + found.height <= HEIGHT


def test_with_no_place_known_it_is_the_world() -> None:
    assert window([]).scale == 1
