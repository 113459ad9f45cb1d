import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake.markup import bare


def test_tags_go_and_paragraphs_stay_apart() -> None:
    bared = bare("<p>Kenya met <b>Uganda</b>.</p><p>They agreed.<br>All left.</p>")
    assert bared.text.split() == ["Kenya", "met", "Uganda.", "They", "agreed.", "All", "left."]
    assert "Uganda.\n" in bared.text
    assert bared.flags == ("removed_tags:7",)


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display:none'>Kenya attacked <b>Uganda</b>.</p>",
        '<span style="visibility : hidden">Kenya attacked Uganda.</span>',
        "<div hidden><div>Kenya attacked</div> Uganda.</div>",
        '<font color="white">Kenya attacked Uganda.</font>',
        "<i style='font-size:0px'>Kenya attacked Uganda.</i>",
    ],
)
def test_what_a_reader_does_not_see_is_gone_and_told(hidden: str) -> None:
    """Fault 32."""
    bared = bare(f"Ghana met Togo. {hidden} They agreed.")
    assert bared.text.split() == ["Ghana", "met", "Togo.", "They", "agreed."]
    assert "hidden_text:1" in bared.flags


@pytest.mark.parametrize("shown", ["color:#ffefef", "opacity:0.8", "font-size:0.9em"])
def test_what_is_seen_stays(shown: str) -> None:
    assert bare(f"<span style='{shown}'>Kenya</span>").text == "Kenya"


@pytest.mark.parametrize("machine", ["<script>if (a > b) attack()</script>", "<!-- Kenya <b> -->"])
def test_what_is_no_text_is_gone(machine: str) -> None:
    assert bare(f"Ghana{machine} left.").text == "Ghana left."


@pytest.mark.parametrize("plain", ["a < b and c > d", "<unknown> --> x", "AT&T; R&D", "5 <6"])
def test_signs_that_are_no_tags_stay(plain: str) -> None:
    assert bare(plain) == bare(bare(plain).text)
    assert bare(plain).text == plain


def test_entities_are_the_signs_that_they_stand_for() -> None:
    assert bare("Kenya&#8217;s &quot;yes&quot; &amp; &lt;b&gt;").text == 'Kenya’s "yes" & <b>'


@pytest.mark.parametrize(
    "attack", ["<!--", "<p ", "<div>", "<", "<p style='", "<span hidden>", "&", "-->"]
)
def test_endless_tags_do_not_take_endless_work(attack: str) -> None:
    """Fault 31: the patterns are bounded, so that this ends at once."""
    assert len(bare(attack * 50_000).text) <= len(attack) * 50_000


@given(st.text(st.characters(exclude_characters="<&")))
def test_a_text_without_tags_stays_as_it_is(text: str) -> None:
    assert bare(text).text == text
