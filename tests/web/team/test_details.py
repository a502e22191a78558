"""Details of the log in words."""

import ast
from pathlib import Path

from flask import Flask

from matchmaker.messages import Message, message
from tests.web.samples import afternoon
from web.store.sentences import packed
from web.team.details import HIDDEN, LABELS, details

EVENT = afternoon()
WEB = Path(__file__).parents[3] / "web"


def noted() -> set[str]:
    """Return the names of all details that something is noted with."""
    calls = (
        each
        for file in WEB.rglob("*.py")
        for each in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == "note"
    )
    return {name.arg for call in calls for name in call.keywords if name.arg}


def test_every_detail_has_words_or_is_left_out() -> None:
    assert len(noted()) > 20
    assert noted() - {*LABELS, *HIDDEN} == set()


def test_sentences_are_told_in_the_language_of_the_reader(app: Flask) -> None:
    move = message("{who} moved.", who="Anna")
    with app.test_request_context():
        noted_so = {"sentence": packed(move), "steps": [packed(move), packed(move)]}
        found = details(noted_so, EVENT, {})
    assert [each.value for each in found] == [move, "Anna moved. Anna moved."]


def test_details_are_named_and_so_are_people_and_choices() -> None:
    found = details({"without": ["anna", "gone"], "people": True, "step": 4}, EVENT, {})
    assert all(isinstance(each.name, Message) for each in found)
    name = EVENT.participant_by_id["anna"].name
    assert [str(each.value) for each in found] == [f"{name}, gone", "Yes"]
