"""On which day an attitude was told."""

import pytest

from dragoman.coding.position_days import PositionDays
from dragoman.coding.positions import positions
from dragoman.coding.when import calendar
from factory import party
from scene import document_of, known, quoted

TODAY = ("2022-03-10", "2022-03-10")
NEWS = ("2022-03-09", "2022-03-10")
SUNDAY = ("2022-03-06", "2022-03-06")
DAYS = [  # a report of Thursday, 10 March 2022
    ("Kenya supports a ceasefire.", TODAY),
    ("Kenya has condemned the invasion.", TODAY),
    ("Kenya will back the sanctions.", TODAY),
    ("Kenya condemned the invasion.", NEWS),
    ("Kenya expressed support for the sanctions.", NEWS),
    ("On Sunday, Kenya condemned the invasion.", SUNDAY),
    ("Kenya had condemned the invasion.", (None, None)),
    ("Kenya had condemned the invasion on Sunday.", SUNDAY),
    ("“The war must end,” the minister said on Sunday.", SUNDAY),
    ("“The war must end. This is urgent,” the minister said on Sunday.", SUNDAY),
    ("Kenya called for talks on 25 March 2022.", NEWS),
]


@pytest.mark.parametrize(("text", "days"), DAYS)
def test_an_attitude_has_the_day_of_its_telling(
    text: str, days: tuple[str | None, str | None]
) -> None:
    document = document_of(text)
    said = quoted(document, party("OMN"))
    told = PositionDays(calendar(document), said).of
    (found,) = positions(document, known(document), said, day_of=told)
    assert (found.date_start, found.date_end) == days
