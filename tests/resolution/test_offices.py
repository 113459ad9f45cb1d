"""Offices that a report shows: person, state, office, post and status, in each construction."""

import pytest

from dragoman.model import Report
from dragoman.parsing.document import Document
from dragoman.parsing.parser import parse
from dragoman.resolution.actors import resolve
from texts import parsed


def offices(text: str) -> list[tuple[str, str | None, str]]:
    found = resolve(parsed(text)).offices
    return [(seen.person, seen.country, seen.office) for seen in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the state before, after, possessive; the name right, left, in apposition
        ("Estonian Prime Minister Kaja Kallas left.", ("Kaja Kallas", "EST", "prime minister")),
        (
            "Kenya's foreign minister, Alfred Mutua, left.",
            ("Alfred Mutua", "KEN", "foreign minister"),
        ),
        (
            "The foreign minister of Ghana, Shirley Botchwey, left.",
            ("Shirley Botchwey", "GHA", "foreign minister"),
        ),
        (
            "Sergei Lavrov, the Russian foreign minister, left.",
            ("Sergei Lavrov", "RUS", "foreign minister"),
        ),
        ("President Idriss Deby of Chad left.", ("Idriss Deby", "TCD", "president")),
        (
            "The Secretary of State, Antony Blinken, left.",
            ("Antony Blinken", "USA", "secretary of state"),
        ),
        # hyphens in names, and what looks like a title in them
        (
            "South Korean President Lee Jae-myung left.",
            ("Lee Jae-myung", "KOR", "president"),
        ),
        (
            "Iran's Foreign Minister Hossein Amir-Abdollahian left.",
            ("Hossein Amir-Abdollahian", "IRN", "foreign minister"),
        ),
        # a portfolio and a house as the text gives them
        (
            "Ukrainian Infrastructure Minister Oleksandr Kubrakov left.",
            ("Oleksandr Kubrakov", "UKR", "infrastructure minister"),
        ),
        (
            "White House spokesman Tom Ray left.",
            ("Tom Ray", "USA", "spokesperson"),
        ),
        # a style beside the name is no part of it, nor an office
        (
            "Saudi Foreign Minister Prince Faisal bin Farhan left.",
            ("Faisal bin Farhan", "SAU", "foreign minister"),
        ),
        (
            "His Excellency Mr Tom Ray, President of Kenya, left.",
            ("Tom Ray", "KEN", "president"),
        ),
        # whose the words before possess, or whom they serve
        (
            "Kenya left, its representative Munir Akram said.",
            ("Munir Akram", "KEN", "representative"),
        ),
        (
            "Peru praised the OPCW. Ann Ray, the watchdog's director general, left.",
            ("Ann Ray", "OPCW", "director general"),
        ),
        # a post named in the title
        (
            "Ukraine's ambassador to the UN, Sergiy Kyslytsya, left.",
            ("Sergiy Kyslytsya", "UKR", "ambassador to the UN"),
        ),
        (
            "Kenya Ambassador to China Sarah Serem left.",
            ("Sarah Serem", "KEN", "ambassador to China"),
        ),
        (
            "NATO Secretary General Jens Stoltenberg left.",
            ("Jens Stoltenberg", "NATO", "secretary general"),
        ),
        (
            "State Department spokesperson Matthew Miller left.",
            ("Matthew Miller", "USA", "spokesperson"),
        ),
        # names that the parser breaks, particles, family names first
        (
            "Pakistani Foreign Minister Shah Mahmood Qureshi left.",
            ("Shah Mahmood Qureshi", "PAK", "foreign minister"),
        ),
        (
            "Omani Foreign Minister Yusuf bin Alawi bin Abdullah left.",
            ("Yusuf bin Alawi bin Abdullah", "OMN", "foreign minister"),
        ),
        (
            "Israeli Foreign Minister Israel Katz left.",
            ("Israel Katz", "ISR", "foreign minister"),
        ),
        # a weak adjective before a national office is its state's
        (
            "Georgian President Salome Zourabichvili left.",
            ("Salome Zourabichvili", "GEO", "president"),
        ),
    ],
)
def test_an_office_is_shown(text: str, expected: tuple[str, str, str]) -> None:
    assert offices(text) == [expected]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Former Japanese prime minister Shinzo Abe left.", "former"),
        ("Russian ex-president Dmitry Medvedev left.", "former"),
        ("Acting Israeli Defence Minister Benny Gantz left.", "acting"),
        ("Yoon Suk-yeol, South Korea's president-elect, left.", "designate"),
        ("Outgoing Chilean President Michelle Bachelet left.", "current"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert [seen.status for seen in resolve(parsed(text)).offices] == [status]


def test_an_ambassador_has_a_post() -> None:
    (seen,) = resolve(parsed("Kenya's ambassador to Peru, Anne Wanjohi, left.")).offices
    assert (seen.country, seen.post) == ("KEN", "PER")


def test_titles_in_a_row_are_one_person() -> None:
    text = "Israeli Alternate Prime Minister and Defense Minister Benny Gantz left."
    assert offices(text) == [
        ("Benny Gantz", "ISR", "alternate prime minister"),
        ("Benny Gantz", "ISR", "defence minister"),
    ]


def test_a_rank_beside_an_office_is_none() -> None:
    text = "China's State Councillor and Foreign Minister Qin Gang left."
    assert offices(text) == [("Qin Gang", "CHN", "foreign minister")]


def test_the_name_after_an_aide_is_the_aide_s() -> None:
    text = "Special Assistant to the Prime Minister of Kenya Joyce Achieng left."
    assert offices(text) == [("Joyce Achieng", "KEN", "special assistant to the prime minister")]


def test_who_serves_a_president_is_of_the_president_s_state() -> None:
    text = "Tom Ray, an adviser to Ukrainian President Volodymyr Zelensky, left."
    assert ("Tom Ray", "UKR", "adviser") in offices(text)


def test_a_president_may_chair_an_organisation() -> None:
    text = "The African Union agreed. Its chairman, Senegal's President Macky Sall, left."
    assert offices(text) == [
        ("Macky Sall", "AU", "chairman"),
        ("Macky Sall", "SEN", "president"),
    ]


def test_a_former_holder_is_of_the_state_that_has_another_now() -> None:
    text = (
        "Chilean President Ann Lee signed a treaty on Monday. Chileans will vote on it."
        " Former president Tom Ray opposes it."
    )
    assert ("Tom Ray", "CHL", "president") in offices(text)


def test_a_vocative_takes_no_name_after_it() -> None:
    assert offices("Mr. President, Congress has voted.") == []


def test_a_counterpart_holds_the_same_office() -> None:
    text = "Turkish Foreign Minister Hakan Fidan met his Iraqi counterpart Fuad Hussein."
    assert offices(text) == [
        ("Hakan Fidan", "TUR", "foreign minister"),
        ("Fuad Hussein", "IRQ", "foreign minister"),
    ]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Norway called on Mali to talk after Prime Minister Jonas Gahr Støre returned.", "NOR"),
        ("President Joe Biden spoke today with President Xi Jinping of China. He reaffirmed U.S."
         " support for Taiwan.", "USA"),
        ("He flew to Riga, Latvia, to meet with Foreign Minister Edgars Rinkevics.", "LVA"),
        # what befalls a holder does so where one state is named
        ("Soldiers in Niger detained President Abdou Ray.", "NER"),
        # a well-known holder, in office or not
        ("Japan left. Former Prime Minister Shinzo Abe slept.", "JPN"),
        # who is visited
        ("He visited Kyiv on Monday, where he met President Tom Ray.", "UKR"),
        # nothing tells: unresolved and not guessed
        ("National Security Advisor Tom Ray called Greek President Ada Ray.", None),
    ],
)  # fmt: skip
def test_a_bare_title_takes_its_state_from_the_report(text: str, country: str | None) -> None:
    first = resolve(parsed(text)).offices[0]
    assert first.country == country


def test_a_well_known_holder_is_not_the_namesake_of_the_report() -> None:
    text = "The town of Ravi Modi rejoiced. Prime Minister Modi left."
    assert offices(text) == [("Modi", "IND", "prime minister")]


def on_page(
    text: str, url: str, published: str = "2023-05-02"
) -> list[tuple[str, str | None, str]]:
    (document,) = parse([Report(id="t", published=published, text=text, url=url)])
    assert isinstance(document, Document)
    return [(seen.person, seen.country, seen.office) for seen in resolve(document).offices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one's own officers are met by their own side too
        ("President Joe Biden met with Senator Tom Ray.", ("Tom Ray", "USA", "senator")),
        ("Our envoys left. I asked Secretary Lee to speak.", ("Lee", "USA", "secretary")),
        # no such officer there: not of the state where the text is written
        ("Economy Minister Tom Ray left for Peru.", ("Tom Ray", None, "economy minister")),
        # a holder of long ago, one to come, one of a body
        ("They recalled President Harry Truman.", ("Harry Truman", "USA", "president")),
        ("President Michel left.", ("Michel", "EUCO", "president")),
    ],
)
def test_a_bare_title_on_a_government_s_page(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in on_page(text, "https://www.whitehouse.gov/a")


def test_the_members_of_a_delegation_are_of_its_state() -> None:
    text = (
        "The Zambian delegation included Foreign Minister Ann Bwalya; Secretary of the Navy Tom"
        " Phiri; and Ambassador Joy Banda. Representing Chad were the Secretary of State, Abdou"
        " Ray, and Ambassador Idriss Lee."
    )
    assert [country for _, country, _ in offices(text)] == ["ZMB", "ZMB", "ZMB", "TCD", "TCD"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The spokesperson for the Peruvian Government, Ann Ray, left.", "PER"),
        ("Republic of Korea 1st Vice Foreign Minister Cho Min-jun left.", "KOR"),
        ("Ann Lee, Chief Policy Adviser, to Kenyan President William Ruto, left.", "KEN"),
    ],
)
def test_the_state_stands_near_the_title(text: str, country: str) -> None:
    assert offices(text)[0][1] == country


def test_a_president_out_of_office_keeps_the_state_and_is_former() -> None:
    (seen,) = resolve(parsed("President Barack Obama spoke in Chicago.")).offices
    assert (seen.country, seen.status) == ("USA", "former")


def test_who_is_elected_is_known_before_the_day_of_office() -> None:
    (document,) = parse(
        [Report(id="t", published="2022-06-21", text="President-elect Petro left.")]
    )
    assert isinstance(document, Document)
    assert [seen.country for seen in resolve(document).offices] == ["COL"]


def test_a_president_is_not_the_first_lady_of_that_name() -> None:
    text = "President Biden thanked First Lady Jill Biden."
    assert {person for person, _, office in offices(text) if office == "president"} == {"Biden"}


@pytest.mark.parametrize(
    "text",
    [
        "The president of the Peru Foundation left.",
        "They undid Obama-era rules at the level of deputy minister.",
        "But, Prime Minister, Question Time is over.",
        "I am from Harbour Press, Mr President, with a question.",
        "Madam Speaker, Ann Ray was a pilot.",
        "That is for Social Security, Prime Minister, and for nobody else.",
    ],
)
def test_a_thing_is_no_holder(text: str) -> None:
    assert [seen for seen in offices(text) if seen[0] not in ("Obama",)] == []


def test_ranks_and_letters_around_a_name_are_no_part_of_it() -> None:
    text = "Major General Ann Ray AC, the Governor-General of Australia, left."
    assert offices(text) == [("Ann Ray", "AUS", "governor general")]
