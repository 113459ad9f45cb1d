import pytest

from dragoman.intake.language import check_language, guess_language
from dragoman.intake.refusing import Refused

SENTENCES = {
    "en": "The two ministers agreed to reopen the border post and said that they would meet.",
    "fr": "Les deux ministres ont décidé de rouvrir le poste de frontière dans les jours à venir.",
    "es": "Los dos ministros acordaron reabrir el puesto de la frontera y los caminos del norte.",
    "pt": "Os dois ministros decidiram abrir as fronteiras dos dois países, mas não em uma data.",
    "it": "Il ministro della difesa è nel paese con gli altri, per una visita della durata di ore.",
    "de": "Die beiden Minister haben sich auf die Öffnung der Grenze und des Postens geeinigt.",
    "nl": "Het besluit van de ministers is een stap voor het land en wordt niet herzien.",
    "pl": "Minister powiedział, że nie jest to możliwe, ale rozmowy się toczą przez telefon.",
    "tr": "Bakan, bu görüşme için bir tarih ve yer olarak Ankara ile ilgili daha sonra konuştu.",
    "id": "Menteri luar negeri yang datang dari Jakarta itu akan bertemu dengan mitranya.",
}


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items())
def test_function_words_tell_the_language(language: str, sentence: str) -> None:
    assert guess_language(f"{sentence} {sentence}") == language


@pytest.mark.parametrize(
    "text",
    [
        "وزیر خارجہ نے کہا کہ دونوں ممالک بات چیت جاری رکھیں گے",
        "Министры договорились вновь открыть пограничный переход",
        "两国外交部长同意重新开放边境口岸并继续就地区局势保持对话与密切协调",
    ],
)
def test_another_script_is_not_english(text: str) -> None:
    assert guess_language(text) == "und"


@pytest.mark.parametrize("text", ["", "Nairobi", "🎉🎉🎉", "12 | 14 | 15", "Diallo, Otieno, Nzuzi"])
def test_too_little_tells_nothing_and_passes(text: str) -> None:
    assert guess_language(text) is None
    assert check_language(text) == ()


def test_a_foreign_text_is_refused() -> None:
    with pytest.raises(Refused, match="'fr'") as caught:
        check_language(SENTENCES["fr"] * 2)
    assert caught.value.code == "language"


def test_the_label_counts_only_where_the_words_do_not_tell() -> None:
    assert check_language(SENTENCES["en"], label="ur") == ()
    assert check_language("Nairobi", label="en-GB") == ()
    with pytest.raises(Refused, match="'ur'"):
        check_language("Nairobi", label="ur")


def test_a_foreign_paragraph_is_flagged() -> None:
    english = " ".join([SENTENCES["en"]] * 4)
    french = " ".join([SENTENCES["fr"]] * 2)
    assert check_language(f"{english}\n\n{french}\n\n{english}") == ("mixed_language",)
    assert check_language(f"{english}\n\n{english}") == ()
