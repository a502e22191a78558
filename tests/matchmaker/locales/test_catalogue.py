import pytest

from matchmaker.locales.catalogue import LANGUAGES, Translator, translator
from matchmaker.messages import message


@pytest.mark.parametrize(("language", "text"), [("fr", "erreur"), ("nl", "fout"), ("en", "error")])
def test_a_known_language_is_spoken(language: str, text: str) -> None:
    assert language in LANGUAGES
    assert translator(language, "cli")("error") == text


@pytest.mark.parametrize("language", ["de", "fr_BE", "../fr", ""])
def test_an_unknown_language_reads_english(language: str) -> None:
    found = translator(language, "cli")
    assert (found.language, found("error")) == ("en", "error")


def test_a_domain_without_catalogue_reads_english() -> None:
    assert translator("fr", "nowhere")("error") == "error"


def test_a_sentence_that_the_catalogue_lacks_reads_english() -> None:
    assert (
        translator("fr", "cli")("Never said before: {what}.", what="x") == "Never said before: x."
    )


def test_values_are_put_in() -> None:
    assert translator("fr", "cli")("row {row}", row=5) == "ligne 5"


@pytest.mark.parametrize(("language", "row"), [("fr", "1,5"), ("nl", "1,5"), ("en", "1.5")])
def test_fractions_are_written_as_in_the_language(language: str, row: str) -> None:
    say = translator(language, "web")
    assert say("<{row}>", row=1.5) == f"<{row}>"
    assert say.plural("<{row}>", "<{row}>", 2, row=1.5) == f"<{row}>"
    assert say.say(message("<{row}>", row=1.5)) == f"<{row}>"


def test_values_are_never_read_as_templates() -> None:
    assert translator("nl", "cli")("row {row}", row="{row}") == "rij {row}"


def test_a_value_that_is_not_given_is_an_error() -> None:
    with pytest.raises(KeyError):
        translator("fr", "cli")("row {row}")


def test_messages_are_said_with_their_values() -> None:
    said = message("{name} is on the same side.", name="Léa")
    assert translator("fr", "domain").say(said) == "Léa est du même côté."
    assert translator("nl", "domain").say(said) == "Léa staat aan dezelfde kant."
    assert translator("en", "domain").say(said) == str(said)


@pytest.mark.parametrize(("language", "at_zero"), [("fr", "personne"), ("nl", "personen")])
def test_plurals_follow_the_language(language: str, at_zero: str) -> None:
    forms = "{number} person", "{number} people"
    assert translator(language, "web").plural(*forms, 0) == f"0 {at_zero}"
    assert translator("en", "web").plural(*forms, 0) == "0 people"


def test_a_translator_is_made_once() -> None:
    assert translator("fr", "cli") is translator("fr", "cli")
    assert isinstance(translator("fr", "cli"), Translator)
