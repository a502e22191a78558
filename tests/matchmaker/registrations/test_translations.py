"""Every sentence of the package exists in French and in Dutch, with the same placeholders."""

import ast
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

import matchmaker.registrations
from matchmaker.locales.catalogue import FOLDER, translator

PACKAGE = Path(matchmaker.registrations.__file__).parent
FILES = [*PACKAGE.rglob("*.py"), PACKAGE.parent / "formats.py"]
NOT_WORDS = {"{detail}."}


def templates() -> set[str]:
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in FILES)
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {_template(call) for call in calls if _is_message(call)}


def _is_message(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "message"


def _template(call: ast.Call) -> str:
    template = call.args[0]
    assert isinstance(template, ast.Constant), ast.unparse(call)
    return str(template.value)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_the_catalogue_holds_exactly_the_sentences_of_the_package(language: str) -> None:
    with (FOLDER / language / "registrations.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    entries = {str(each.id): str(each.string) for each in catalogue if each.id}
    assert set(entries) == templates()
    assert {key: placeholders(key) for key in entries} == {
        key: placeholders(text) for key, text in entries.items()
    }


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_no_sentence_is_left_in_english(language: str) -> None:
    say = translator(language, "registrations")
    values = {each: dict.fromkeys(placeholders(each), "x") for each in templates()}
    assert {
        each for each in values if say(each, **values[each]) == each.format(**values[each])
    } == (NOT_WORDS)
