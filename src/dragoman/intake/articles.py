"""An article as found in a file or row, and its way to a Report: head, dateline, day, language."""

import string

import msgspec

from dragoman.intake.datelines import Dateline, read_dateline
from dragoman.intake.dates import parse_day
from dragoman.intake.disguises import disguises
from dragoman.intake.headers import INVISIBLE, Header, read_header, read_imprint
from dragoman.intake.language import HOUSE_LANGUAGE, check_language
from dragoman.intake.markup import bare
from dragoman.intake.refusing import Refused
from dragoman.intake.segments import segments
from dragoman.intake.stretches import endless
from dragoman.intake.text import Cleaned, clean, clean_line, mend, unwrap
from dragoman.model import Report, line_id

MAX_TEXT_CHARS = 2_000_000
"""Characters of one report: a book of 700 pages; more is a dump of many, or no text."""


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """What a file or a row gives, before anything is made of it."""

    text: str
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    id: str | None = None
    language: str | None = None
    encoding: str = "utf-8"
    name_date: str | None = None


def to_report(article: Article, *, date: str | None = None, today: str | None = None) -> Report:
    """Make a report; `date` is for an article without a day, `today` flags days after it.

    The day is the row's, else the head's, the imprint's, the dateline's, the file name's, `date`.

    Raises:
        Refused: `too_large`, `empty`, `too_long_sentence`, `bad_date`, `no_date`, `language`.
    """
    _check_size(article.text)
    plain = _plain(article.text)
    header = _header(plain.text, dated=article.published is not None)
    text = unwrap(plain.text[header.start :].strip())
    _check_text(text, plain)
    dateline = read_dateline(text)
    imprint = read_imprint(text)
    days = _days(article, header, imprint.value if imprint else None, dateline, date)
    foreign = check_language(text, label=article.language or header.language)
    title = clean_line(article.title) or clean_line(header.title)
    shown = (*disguises(text), *segments(text, title=title))
    return Report(
        # The same words in another outlet are another report, so that it is seen who prints a wire.
        id=article.id or line_id("report", days[0], text, *filter(None, (article.outlet,))),
        published=days[0],
        text=text,
        title=title,
        outlet=_first_line(
            article.outlet,
            header.outlet,
            imprint.outlet if imprint else None,
            dateline.outlet if dateline else None,
        ),
        dateline=dateline.place if dateline else header.place,
        url=_first_line(article.url, header.url),
        language=HOUSE_LANGUAGE,
        encoding=article.encoding,
        flags=(*plain.flags, *shown, *foreign, *_day_flags(days, dateline, today)),
    )


def _plain(text: str) -> Cleaned:
    """Characters as they were meant, without tags, fit for offsets."""
    mended = mend(text)
    bared = bare(mended.text)
    cleaned = clean(bared.text)
    return Cleaned(cleaned.text, (*mended.flags, *bared.flags, *cleaned.flags))


def _check_text(text: str, plain: Cleaned) -> None:
    if not text.strip(INVISIBLE + string.whitespace):
        shown = f" but what is hidden ({', '.join(plain.flags)})" if plain.flags else ""
        raise Refused("empty", f"holds no text{shown}")
    without_end = endless(text)
    if without_end is not None:
        raise Refused("too_long_sentence", without_end, remedy="check that this is running text")


def _check_size(text: str) -> None:
    if len(text) > MAX_TEXT_CHARS:
        raise Refused(
            "too_large",
            f"a text of {len(text):,} characters, above {MAX_TEXT_CHARS:,}",
            remedy="split it into its reports",
        )


def _header(text: str, *, dated: bool) -> Header:
    try:
        return read_header(text)
    except Refused:
        if dated:  # the row's own day stands; what looks like a date in the text stays text
            return Header(start=0)
        raise


def _days(
    article: Article,
    header: Header,
    imprint: str | None,
    dateline: Dateline | None,
    date: str | None,
) -> tuple[str, ...]:
    """The report's day, then every other that its head names."""
    given = (parse_day(article.published),) if article.published else ()
    own = (*given, *header.dates, *((imprint,) if imprint else ()))
    if not own and dateline and dateline.day and dateline.day.year:
        own = (dateline.day.iso(),)
    fallback = article.name_date or date
    if own or fallback:
        return tuple(dict.fromkeys(own)) or (str(fallback),)
    raise Refused("no_date", "names no day of publication", remedy="give --date YYYY-MM-DD")


def _day_flags(
    days: tuple[str, ...], dateline: Dateline | None, today: str | None
) -> tuple[str, ...]:
    """Both days are kept where two are given; ISO dates compare as text."""
    flags = [f"other_date:{day}" for day in days[1:]]
    if dateline and dateline.day:
        day = f"{dateline.day.month:02d}-{dateline.day.day:02d}"
        flags += [f"dateline_date:{day}"] if not days[0].endswith(day) else []
    if today and days[0] > today:
        flags.append("future_date")
    return tuple(flags)


def _first_line(*candidates: str | None) -> str | None:
    return next((line for line in map(clean_line, candidates) if line), None)
