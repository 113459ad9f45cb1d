"""A release is one source's words as a whole, with all that is told in it inside."""

from dragoman.parsing.attribution import attributions
from texts import parsed


def test_a_release_is_one_source_as_a_whole() -> None:
    text = (
        "The following is attributable to Spokesperson Ana Silva:\n\n"
        "The minister met the envoy today. He noted that the road was open."
    )
    document = parsed(text)
    whole, inner = attributions(document)
    assert whole.frame
    assert whole.quote == "direct"
    assert document.words(whole.start, whole.end) == text.partition("\n\n")[2]
    assert document.tokens[whole.source or 0].text == "Silva"
    assert inner.parent == whole.i


def test_marks_of_beginning_and_end_bound_a_release() -> None:
    document = parsed(
        "The following is a statement from the ministers of Peru and Chile.\n\n"
        "Begin text:\n\nWe condemn the raid on the port.\n\nEnd text.\n\nContact: press office"
    )
    whole = next(attribution for attribution in attributions(document) if attribution.frame)
    assert document.words(whole.start, whole.end) == "We condemn the raid on the port."
