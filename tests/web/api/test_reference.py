"""What the reference of the API shows is what the API answers."""

import json
import re
import threading
from typing import Any

from flask import Flask

from tests.docs.pages import ROOT
from tests.web.api.conftest import Caller, Make
from tests.web.browsing import json_of
from tests.web.test_runs import engine, press
from web.api.problems import DETAILS
from web.jobs.worker import take_one
from web.rights import Role
from web.services import Services

PAGE = ROOT / "docs" / "reference" / "api.md"
EXAMPLE = re.compile(r"```http\n(.+?)\n```\n+```json\n(.+?)\n```", re.DOTALL)
ANYTHING = "…"


def shows(shown: Any, given: Any) -> bool:
    """Tell whether `given` has all that is shown; lists are as long, objects may hold more."""
    if shown == ANYTHING:
        return bool(given)
    if isinstance(shown, dict):
        return isinstance(given, dict) and all(
            name in given and shows(each, given[name]) for name, each in shown.items()
        )
    return bool(shown == given) or (
        isinstance(shown, list)
        and isinstance(given, list)
        and len(shown) <= len(given)
        and all(shows(*pair) for pair in zip(shown, given, strict=False))
    )


def test_every_example_is_answered_as_shown(
    app: Flask,
    services: Services,
    make_token: Make,
) -> None:
    caller, run = Caller(app, make_token(Role.OWNER)), ""
    examples = EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))
    assert len(examples) == 12
    for request, shown in examples:
        line, _, body = request.partition("\n\n")
        method, path = line.replace("<run>", run).split()
        sent = {"data": body, "content_type": "application/json"} if body else {}
        answer = caller(method, path.removeprefix("/api/v1"), **sent)
        assert shows(json.loads(shown), answer.json), (line, answer.text)
        if answer.status_code == 202:
            run = json_of(answer)["key"]
            assert take_one(services.database, engine, press, threading.Event(), 20.0)


def test_every_fault_is_named() -> None:
    named = re.findall(r"^\| (\d{3}) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert {int(each) for each in named} == DETAILS.keys() - {500}
