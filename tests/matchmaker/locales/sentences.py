"""The sentences that Python sources say, and what the catalogues hold for them."""

import ast
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from string import Formatter
from typing import cast

from babel.messages.pofile import read_po

from matchmaker.locales.catalogue import FOLDER

Sentence = tuple[str, ...]
"""The English text, or the two forms of a plural."""


def said(sources: Iterable[Path], speakers: Collection[str]) -> set[Sentence]:
    """Return the literals that functions and methods named `speakers` are called with."""
    calls = (each for each in _nodes(sources) if isinstance(each, ast.Call))
    spoken = ((_name(each.func), _literals(each.args)) for each in calls)
    return {
        texts if name == "plural" else texts[:1]
        for name, texts in spoken
        if name in speakers and texts
    }


def assigned(sources: Iterable[Path], names: Collection[str]) -> set[Sentence]:
    """Return the literals that variables named `names` are set to."""
    settings = (each for each in _nodes(sources) if isinstance(each, ast.Assign))
    named = (each for each in settings if any(_name(target) in names for target in each.targets))
    return {texts for each in named if (texts := _literals([each.value]))}


def catalogue(domain: str, language: str) -> dict[Sentence, Sentence]:
    """Return every sentence of a catalogue with its translation."""
    with (FOLDER / language / f"{domain}.po").open("rb") as file:
        entries = [each for each in read_po(file, locale=language, abort_invalid=True) if each.id]
    return {_forms(each.id): _forms(each.string) for each in entries}


def placeholders(text: str) -> set[str]:
    """Return the names of the values that `text` has room for."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _nodes(sources: Iterable[Path]) -> Iterator[ast.AST]:
    for source in sources:
        yield from ast.walk(ast.parse(source.read_text("utf-8")))


def _name(node: ast.expr) -> str:
    return str(getattr(node, "id", getattr(node, "attr", "")))


def _literals(nodes: Iterable[ast.expr]) -> Sentence:
    constants = (each.value for each in nodes if isinstance(each, ast.Constant))
    return tuple(each for each in constants if isinstance(each, str))


def _forms(texts: object) -> Sentence:
    return (texts,) if isinstance(texts, str) else tuple(cast("list[str]", texts))
