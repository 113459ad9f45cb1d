import pytest

from dragoman.intake.headers import Header, read_header, read_imprint
from dragoman.intake.refusing import Refused

TEXT = "Kenya and Ethiopia agreed on Thursday to reopen the border post at Moyale."


def read_above(head: str) -> Header:
    """The head, after a look that the text begins right behind it."""
    whole = head + TEXT
    header = read_header(whole)
    assert whole[header.start :].lstrip() == TEXT
    return header


@pytest.mark.parametrize(
    "head",
    [
        "date 2021-03-04 ",
        " date 2021-03-04 ",
        "date: 2021-03-04 ",
        "\ufeffdate 2021-03-04 ",
        "2021-03-04 ",
        "2021-03-04: ",
        "2021-03-04\n",
        "\n\n2021-03-04T10:00:00+03:00\n\n",
        "March 4, 2021\n",
        "4 March 2021\n",
        "Thu, 4 Mar 2021 19:47:00 +0300\n",
        "Thursday, 4 March 2021 - ",
        "Published 4 Mar, 2021 07:47pm\n\n",
        "Published: March 4, 2021\n",
        "PUBLISHED ON 4 MARCH 2021\n",
        "Posted on March 4, 2021 by\n".replace(" by", ""),
        "Date: Thursday, March 4, 2021 7:00 PM\n",
        "Last updated: 4 March 2021 at 19.47 GMT\n",
        "Nairobi, 4 March 2021\n",
        "Published in The Lake Courier, March 4th, 2021.\n",
    ],
)
def test_every_form_of_date_is_head_and_no_text(head: str) -> None:
    assert read_above(head).published == "2021-03-04"


@pytest.mark.parametrize(
    "opening",
    [
        "On 4 March 2021 the ministers met again.",
        "4 March 2021 was the day of their first meeting.",
        "March 4 is the day of their first meeting.",
        "Published reports say that the ministers met on March 4, 2021.",
        "Source countries of the refugees were told.",
        "Date palms were planted by both ministers on 4 March 2021.",
        "Title deeds were handed over.",
        "Published on 4 March 2021 the report names both sides.",
        "By Thursday the border was open.",
        "12345678 people signed.",
        "Talks ended.\n\n4 March 2021\n\nMore talks began.",
    ],
)
def test_sentences_are_no_head(opening: str) -> None:
    assert read_header(opening) == Header(start=0)


def test_labelled_lines_fill_their_fields() -> None:
    header = read_above(
        "Title: Border post to reopen\nOutlet: The Lake Courier\nBy Asha Noor and Juma Otieno\n"
        "URL: https://example.org/a?b=1\nDate: 2021-03-04\nLanguage: en\n\n"
    )
    assert header.title == "Border post to reopen"
    assert header.outlet == "The Lake Courier"
    assert header.url == "https://example.org/a?b=1"
    assert header.language == "en"
    assert header.published == "2021-03-04"


@pytest.mark.parametrize(
    "head",
    [
        "Border post to reopen\n4 March 2021\n",
        "Border post to reopen\n\nBy Asha Noor\n\nPublished 4 March 2021\n\n",
        "Africa\n\nBorder post to reopen\n\nTraders welcome it\n\nMarch 4, 2021\n\n",
        "Border post to reopen\nNairobi, 4 March 2021\n",
    ],
)
def test_the_line_above_the_date_is_the_title(head: str) -> None:
    header = read_above(head)
    assert (header.title, header.published) == ("Border post to reopen", "2021-03-04")


def test_the_line_above_a_dateline_is_the_title() -> None:
    header = read_header(f"Border post to reopen\n\nNAIROBI: {TEXT}")
    assert header.title == "Border post to reopen"
    assert header.published is None


def test_publication_goes_before_update_and_both_are_kept() -> None:
    header = read_above("Updated 5 March 2021\nPublished 4 March 2021\n")
    assert header.dates == ("2021-03-04", "2021-03-05")


def test_an_update_on_the_same_line_is_read_over() -> None:
    header = read_above("Published March 4, 2021 7:47 p.m. | Updated March 5, 2021 08:00am\n")
    assert header.dates == ("2021-03-04",)


def test_a_line_with_place_and_date_gives_the_place() -> None:
    assert read_above("Addis Ababa, 4 March 2021\n").place == "Addis Ababa"


def test_a_byline_alone_stays_in_the_text() -> None:
    assert read_header(f"By Asha Noor\n\n{TEXT}").start == 0


def test_an_imprint_may_stand_last() -> None:
    imprint = read_imprint(f"{TEXT}\n\nPublished in The Lake Courier, March 4th, 2021.\n")
    assert imprint is not None
    assert (imprint.outlet, imprint.value) == ("The Lake Courier", "2021-03-04")


@pytest.mark.parametrize("head", ["date 2021-02-30 ", "Published: 31 June 2021\n", "04/03/2021\n"])
def test_a_date_in_the_head_that_is_none_is_refused(head: str) -> None:
    with pytest.raises(Refused) as caught:
        read_header(head + TEXT)
    assert caught.value.code == "bad_date"
