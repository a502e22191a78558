"""A sentence that nothing can say is found, too: its translation would look as if it were used."""

import re
from collections import Counter
from pathlib import Path

import pytest

import matchmaker
import solver
import web
from matchmaker.locales.catalogue import FOLDER
from tests.matchmaker.locales.holders import unreferred, unused_parts

PACKAGES = [Path(next(iter(each.__path__))) for each in (matchmaker, solver, web)]
SOURCES = [file for package in PACKAGES for file in package.rglob("*.py")]
TEMPLATES = sorted((PACKAGES[-1] / "templates").glob("*.html"))
SPEAKERS = {"message", "said"}


def test_whatever_holds_a_sentence_is_used() -> None:
    pages = "\n".join(each.read_text("utf-8") for each in TEMPLATES)
    assert unreferred(SOURCES, SPEAKERS, pages) == set()


def test_every_template_is_shown_and_every_macro_called() -> None:
    assert unused_parts(TEMPLATES, SOURCES) == set()


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*/*.po")), ids=lambda each: str(each)[-24:])
def test_no_catalogue_holds_a_sentence_twice(file: Path) -> None:
    keys = re.findall(r'^msgid "(.+)"$', file.read_text("utf-8"), re.MULTILINE)
    assert [key for key, count in Counter(keys).items() if count > 1] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('OLD = message("Old")\n', {"OLD"}),
        ('OLD = message("Old")\nprint(OLD)\n', set()),
        ('def old() -> Message:\n    return message("Old")\n', {"old"}),
        ('def old() -> Message:\n    return message("Old")\nold()\n', set()),
        ('@route\ndef page() -> Message:\n    return message("Old")\n', set()),
        ("OLD = 1\n", set()),
    ],
)
def test_what_nothing_refers_to_is_found(tmp_path: Path, source: str, found: set[str]) -> None:
    file = tmp_path / "source.py"
    file.write_text(source)
    assert unreferred([file], SPEAKERS) == found


def test_templates_and_macros_that_nothing_uses_are_found(tmp_path: Path) -> None:
    (tmp_path / "old.html").write_text("{% macro silent() %}Old{% endmacro %}")
    (tmp_path / "page.html").write_text("{% macro said() %}New{% endmacro %}{{ said() }}")
    views = tmp_path / "views.py"
    views.write_text('render_template("page.html")')
    assert unused_parts(sorted(tmp_path.glob("*.html")), [views]) == {"silent", "old.html"}
