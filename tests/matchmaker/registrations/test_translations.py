"""Every problem of the input is told in French and in Dutch, with the same placeholders."""

from pathlib import Path

import pytest

import matchmaker.registrations
from matchmaker.locales.catalogue import translator
from tests.matchmaker.locales.sentences import catalogue, placeholders, said
from web.commands import output_folder

PACKAGE = Path(matchmaker.registrations.__file__).parent
OTHERS = [PACKAGE.parent / "formats.py", PACKAGE.parent / "documents/branding_folder.py"]
FILES = [*PACKAGE.rglob("*.py"), *OTHERS, Path(output_folder.__file__)]
SENTENCES = said(FILES, {"message"})
NOT_WORDS = {"{detail}."}


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_the_catalogue_holds_exactly_the_sentences_of_the_package(language: str) -> None:
    entries = catalogue("registrations", language)
    assert entries.keys() == SENTENCES
    assert {key: placeholders(key[0]) for key in entries} == {
        key: placeholders(text) for key, (text,) in entries.items()
    }


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_no_sentence_is_left_in_english(language: str) -> None:
    say = translator(language, "registrations")
    values = {each: dict.fromkeys(placeholders(each), "x") for (each,) in SENTENCES}
    assert {
        each for each in values if say(each, **values[each]) == each.format(**values[each])
    } == NOT_WORDS
