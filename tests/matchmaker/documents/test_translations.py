import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import matchmaker.documents
from matchmaker.documents.voices import mute
from matchmaker.documents.wording import Paper, words
from matchmaker.locales.catalogue import FOLDER

SPEAKERS = {"words", "paper", "said", "self", "plural"}
"""What a sentence is asked of in `matchmaker.documents`."""


def sentences() -> set[str | tuple[str, str]]:
    sources = Path(next(iter(matchmaker.documents.__path__))).glob("*.py")
    return {each for source in sources for each in _said(ast.parse(source.read_text()))}


def _said(tree: ast.Module) -> Iterator[str | tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            texts = [a.value for a in node.args[:2] if isinstance(a, ast.Constant)]
            if name in SPEAKERS and texts and isinstance(texts[0], str):
                yield (str(texts[0]), str(texts[1])) if name == "plural" else texts[0]


def catalogue(language: str) -> Catalog:
    with (FOLDER / language / "documents.po").open("rb") as file:
        return read_po(file, locale=language)


def placeholders(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_every_sentence_is_translated_and_no_other(language: str) -> None:
    found = {message.id for message in catalogue(language) if message.id}
    assert found == sentences()


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_translations_are_there_with_the_same_placeholders(language: str) -> None:
    for message in catalogue(language):
        if message.id:
            is_plural = isinstance(message.id, tuple)
            keys: Any = message.id if is_plural else (message.id,)
            texts: Any = message.string if is_plural else (message.string,)
            assert all(texts)
            assert {frozenset(placeholders(each)) for each in (*keys, *texts)} == {
                frozenset(placeholders(keys[0]))
            }


@pytest.mark.parametrize(
    ("language", "other_words"),
    [
        ("fr", ["rendez-vous", "entretien", "plage", "vœu", "session", "traduct"]),
        (
            "nl",
            ["afspraak", "afspraken", "ontmoeting", "tijdslot", "atelier", "zitting", "vertaler"],
        ),
    ],
)
def test_one_word_stands_for_one_thing(language: str, other_words: list[str]) -> None:
    texts = " ".join(str(message.string) for message in catalogue(language) if message.id).lower()
    assert [each for each in other_words if each in texts] == []


def test_plurals_follow_the_language() -> None:
    counts = [words("nl").plural("{number} meeting", "{number} meetings", n) for n in (0, 1, 2)]
    assert counts == ["0 gesprekken", "1 gesprek", "2 gesprekken"]
    counts = [words("fr").plural("{number} workshop", "{number} workshops", n) for n in (0, 1, 2)]
    assert counts == ["0 atelier", "1 atelier", "2 ateliers"]


def test_dates_are_written_as_in_the_country() -> None:
    from tests.factories import NOON

    assert words("fr").day(NOON) == "jeudi 18 mars 2027"
    assert words("nl").day(NOON) == "donderdag 18 maart 2027"
    assert words("en").day(NOON) in {"Thursday 18 March 2027", "Thursday, 18 March 2027"}


def test_a_language_without_texts_reads_english() -> None:
    assert words("de")("Table plan") == "Table plan"
    assert words("fr-be")("Table plan") == "Plan de table"


def test_what_is_the_same_in_both_languages_stands_once() -> None:
    assert Paper(["fr", "nl"])("Badges") == "Badges"
    assert mute(Paper(["fr", "nl"])("Table")) == "Table / Tafel"
