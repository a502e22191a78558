import pytest

from matchmaker.registrations.languages import UnknownLanguageError, languages


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("fr", ("fr",)),
        ("FR NL", ("fr", "nl")),
        ("NL/FR", ("nl", "fr")),
        ("fr|nl|en", ("fr", "nl", "en")),
        ("fr, nl; en", ("fr", "nl", "en")),
        ("français", ("fr",)),
        ("Français et néerlandais", ("fr", "nl")),
        ("Frans en Nederlands", ("fr", "nl")),
        ("fr nl en", ("fr", "nl", "en")),
        ("fr en", ("fr", "en")),
        ("Engels", ("en",)),
        ("anglais + Duits", ("en", "de")),
        ("French and Dutch", ("fr", "nl")),
        ("flamand", ("nl",)),
        ("Vlaams", ("nl",)),
        ("FR-BE", ("fr",)),
        ("nl_BE fr_BE", ("nl", "fr")),
        ("fra nld eng", ("fr", "nl", "en")),
        ("fr fr", ("fr",)),
        ("", ()),
        ("Ndl", ("nl",)),
        ("NDL / Fra", ("nl", "fr")),
        ("Ang", ("en",)),
        ("Angl.", ("en",)),
        ("Franç. / Néerl.", ("fr", "nl")),
        ("N/F", ("nl", "fr")),
        ("F", ("fr",)),
        ("Français - Anglais", ("fr", "en")),
        ("Frans – Nederlands", ("fr", "nl")),
        ("Français-Anglais", ("fr", "en")),
        ("FR-NL", ("fr", "nl")),
        ("fr-FR", ("fr",)),
        ("NL-BE", ("nl",)),
    ],
)
def test_codes_and_words_are_understood(text: str, codes: tuple[str, ...]) -> None:
    assert languages(text) == codes


def test_an_unknown_word_is_named() -> None:
    with pytest.raises(UnknownLanguageError, match=r"^elvish$"):
        languages("fr elvish")
