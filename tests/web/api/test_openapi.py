"""The description of the API says what the API does."""

import json
import re

from flask import Flask
from flask.testing import FlaskClient

from matchmaker.event import Event
from web.api.openapi import address, description
from web.api.operations import OPERATIONS


def test_every_operation_is_described_and_nothing_else(app: Flask) -> None:
    described = {
        (method.upper(), path)
        for path, methods in description()["paths"].items()
        for method in methods
    }
    served = {
        (method, re.sub(r"<(?:[^>]*:)?(\w+)>", r"{\1}", rule.rule.removeprefix("/api/v1")))
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("api.")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert described == served - {("GET", "/openapi.json"), ("GET", "/docs")}
    assert {each.name for each in OPERATIONS} == {
        each["operationId"]
        for methods in description()["paths"].values()
        for each in methods.values()
    }


def test_every_reference_leads_somewhere() -> None:
    text = json.dumps(description())
    for kind, name in re.findall(r'"#/components/(\w+)/([^"]+)"', text):
        assert name in description()["components"][kind], (kind, name)


def test_the_event_is_described_by_its_own_type() -> None:
    schema = description()["components"]["schemas"]["Event"]
    assert schema["required"] == Event.model_json_schema()["required"]


def test_the_page_about_it_names_every_operation(client: FlaskClient) -> None:
    page = client.get("/api/v1/docs").text
    for each in OPERATIONS:
        assert f"{each.method} /api/v1{address(each)}" in page
        assert each.summary in page.replace("&#39;", "'")


def test_what_is_public_needs_no_token(client: FlaskClient) -> None:
    answer = client.get("/api/v1/openapi.json")
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.json == json.loads(json.dumps(description()))
