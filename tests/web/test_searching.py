"""Words are found in any order, in any case, anywhere in a text."""

import pytest

from web.searching import has_words


@pytest.mark.parametrize(
    ("words", "are_found"),
    [
        ("", True),
        ("  ", True),
        ("MOULIN léa", True),
        ("oul", True),
        ("léa  moulin", True),
        ("lea", False),
        ("Léa Ponts", False),
    ],
)
def test_each_word_must_stand_somewhere(words: str, are_found: bool) -> None:
    assert has_words("Léa Dupont, Moulin\t& Fils", words) is are_found
