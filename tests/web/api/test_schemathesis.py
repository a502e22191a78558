"""Whatever is sent, the API answers as its description says and never fails."""

import threading
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from schemathesis.checks import positive_data_acceptance
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation

from tests.web import samples
from tests.web.api.conftest import Make
from tests.web.browsing import KEY
from tests.web.test_runs import engine, press
from web.api.operations import OPERATIONS
from web.jobs.worker import take_one
from web.rights import Role
from web.services import Services
from web.store import imports, run_queue, versions
from web.store.contents import Content
from web.store.run_queue import Wanted

EXAMPLES = 15
# These make sense only beyond their schema: slots end after they start, nobody meets themselves.
BEYOND = {each: [positive_data_acceptance] for each in ("import_event", "check_timetable")}
NAMES = [each.name for each in OPERATIONS]


@pytest.fixture
def known(services: Services, make_token: Make) -> dict[str, str | int]:
    """Make one of everything, and return by which parameters it is found, with a token."""
    secret = make_token(Role.OWNER)
    content = Content(samples.afternoon(), samples.timetable(), samples.certificate())
    with services.database.writing() as connection:
        versions.publish(connection, 1, content, run_id=None, note="", published_by="Ann")
        run = run_queue.add(connection, 1, content.event, Wanted(5))
        report = imports.add(connection, 1, ["event.json"], [], accepted=True)
    take_one(services.database, engine, press, threading.Event(), 20.0)
    named = {"event": KEY, "run_key": run, "import_key": report}
    return {"secret": secret, "document_id": 1, "number": 1, **named}


def described(app: Flask, name: str) -> APIOperation[Any, Any, Any, Any]:
    """Return the operation as the description has it; every operation can be read there."""
    found = []
    for each in schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app).get_all_operations():
        assert isinstance(each, Ok)
        found.append(each.ok())
    [operation] = [each for each in found if each.definition.raw["operationId"] == name]
    return operation


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("are_real", [True, False], ids=["what is there", "anything"])
def test_answers_are_as_described(
    app: Flask, known: dict[str, str | int], name: str, are_real: bool
) -> None:
    app.config["API_LIMIT"] = "100000 per minute"
    # What is sent compressed is not unpacked here before it is looked at.
    headers = {"Authorization": f"Bearer {known['secret']}", "Accept-Encoding": "identity"}

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=described(app, name).as_strategy())
    def call(case: Case[Any]) -> None:
        if are_real:
            for each in case.path_parameters:
                case.path_parameters[each] = known[each]
        case.call_and_validate(headers=headers, excluded_checks=BEYOND.get(name, []))

    call()
