"""What another program does: import an event, solve it, read what came of it."""

import json
import threading
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient

from matchmaker.formats import event_from_json, timetable_from_json, to_json
from tests.web import samples
from tests.web.api.conftest import Caller
from tests.web.browsing import KEY, json_of, register
from tests.web.test_runs import engine, press
from web.jobs.worker import take_one
from web.services import Services
from web.store import runs, versions
from web.store.contents import Content

EVENT = f"/events/{KEY}"
ORDER = {"seconds": 5, "title": "nightly"}


def solved(caller: Caller, services: Services) -> str:
    """Start a run, let a worker perform it, and return its address."""
    answer = caller.post(f"{EVENT}/runs", json=ORDER)
    assert answer.status_code == 202
    take_one(services.database, engine, press, threading.Event(), 20.0)
    return answer.headers["Location"].removeprefix("/api/v1")


def told(answer: Any) -> Any:
    assert answer.status_code < 300, answer.text
    return answer.json


def test_the_event_comes_with_the_answers_of_the_form(caller: Caller, client: FlaskClient) -> None:
    register(client)
    answer = caller.get(f"{EVENT}/content")
    event = event_from_json(answer.text)
    assert [each.name for each in event.participants][4:] == ["Léa Dupont"]
    assert answer.headers["ETag"] == f'"{told(caller.get(EVENT))["revision"]}"'


def test_an_event_is_replaced_by_one_without_errors(caller: Caller) -> None:
    event = samples.afternoon().model_copy(update={"name": {"": "Another day"}})
    report = told(caller.post(f"{EVENT}/imports", json=json.loads(to_json(event))))
    assert report["accepted"]
    assert told(caller.get(f"{EVENT}/imports/{report['key']}")) == report
    assert told(caller.get(EVENT))["name"] == {"": "Another day"}


def test_files_are_taken_as_well(caller: Caller) -> None:
    files = {"files": [(BytesIO(to_json(samples.afternoon()).encode()), "event.json")]}
    assert told(caller.post(f"{EVENT}/imports", data=files))["files"] == ["event.json"]


DAY = """
name = "Day"
tables = 1
slots = [{id = "1", start = 2027-03-18T09:00:00, end = 2027-03-18T09:20:00}]
"""
PEOPLE = """id,first_name,last_name,organisation,unavailable
anna,Anna,Maes,mill,9
anna,Bert,Claes,mill,
"""


def test_everything_wrong_with_files_is_said_with_its_place(caller: Caller) -> None:
    files = [(BytesIO(DAY.encode()), "event.toml"), (BytesIO(PEOPLE.encode()), "participants.csv")]
    answer = caller.post(f"{EVENT}/imports", data={"files": files})
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    errors = [each for each in json_of(answer)["errors"] if each["severity"] == "error"]
    assert {(each["file"], each["row"]) for each in errors} == {
        ("participants.csv", 2),
        ("participants.csv", 3),
    }
    assert all(each["what"] and each["remedy"] for each in errors)
    assert event_from_json(caller.get(f"{EVENT}/content").text) == samples.afternoon()


def test_everything_wrong_with_an_event_as_json_is_said(caller: Caller) -> None:
    event = json.loads(to_json(samples.afternoon()))
    event["wishes"][0]["to"] = "nobody"
    event["participants"][0]["unavailable"] = ["77"]
    [error] = json_of(caller.post(f"{EVENT}/imports", json=event))["errors"]
    assert "nobody" in error["what"]
    assert "77" in error["what"]


def test_an_import_may_insist_on_the_revision_that_was_read(caller: Caller) -> None:
    body = json.loads(to_json(samples.afternoon()))
    tag = caller.get(f"{EVENT}/content").headers["ETag"]
    assert caller.post(f"{EVENT}/imports", json=body, headers={"If-Match": tag}).status_code == 201
    assert caller.post(f"{EVENT}/imports", json=body, headers={"If-Match": tag}).status_code == 412
    assert caller.post(f"{EVENT}/imports", json=body, headers={"If-Match": "x"}).status_code == 412
    assert told(caller.get(EVENT))["revision"] == 2


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ({"data": "event", "content_type": "text/plain"}, 415),
        ({"data": {"other": "x"}}, 415),
        ({"data": {"files": (BytesIO(b"x"), "event.exe")}}, 422),
        ({"data": "{", "content_type": "application/json"}, 422),
        ({"json": []}, 422),
        ({"json": {}}, 422),
    ],
)
def test_what_is_no_event_is_refused(caller: Caller, options: Any, status: int) -> None:
    assert caller.post(f"{EVENT}/imports", **options).status_code == status


def test_a_run_is_started_watched_and_read(caller: Caller, services: Services) -> None:
    address = solved(caller, services)
    status = told(caller.get(address))
    assert (status["state"], status["title"], status["limit_seconds"]) == ("done", "nightly", 5)
    assert status["started_by"] == "caller organiser (nightly)"
    assert told(caller.get(f"{EVENT}/runs"))["runs"] == [status]
    timetable = timetable_from_json(caller.get(f"{address}/timetable").text)
    assert timetable == samples.timetable()
    assert told(caller.get(f"{address}/certificate"))["value"] == 20.0
    assert caller.post(f"{address}/cancel").status_code == 409


def test_a_run_that_waits_can_be_cancelled_and_has_no_timetable(caller: Caller) -> None:
    address = caller.post(f"{EVENT}/runs", json={}).headers["Location"].removeprefix("/api/v1")
    assert caller.get(f"{address}/timetable").status_code == 404
    assert told(caller.post(f"{address}/cancel"))["state"] == "cancelled"


@pytest.mark.parametrize(
    "order", [{"seconds": 0}, {"seconds": 99999}, {"seconds": "5"}, {"speed": 1}, [], 1]
)
def test_an_order_that_is_not_understood_is_refused(caller: Caller, order: object) -> None:
    answer = caller.post(f"{EVENT}/runs", json=order)
    assert answer.status_code == 422
    assert json_of(answer)["errors"]


def test_documents_are_listed_and_downloaded(caller: Caller, services: Services) -> None:
    address = solved(caller, services)
    listed = told(caller.get(f"{address}/documents"))["documents"]
    assert [each["path"] for each in listed][:1] == ["agendas.pdf"]
    one = caller.get(f"{address}/documents/{listed[0]['id']}")
    assert (one.data, one.mimetype) == (b"%PDF-1.7", "application/pdf")
    assert caller.get(f"{address}/documents/999").status_code == 404
    assert caller.get(f"{address}/documents/99999999999999999999").status_code == 404


def test_a_timetable_is_checked_against_every_rule(caller: Caller) -> None:
    good = json.loads(to_json(samples.timetable()))
    report = told(caller.post(f"{EVENT}/check", json=good))
    assert (report["keeps_every_rule"], report["wishes_met"]) == (True, 2)
    twice = {"meetings": [good["meetings"][0], {**good["meetings"][0], "slot": "2"}]}
    report = told(caller.post(f"{EVENT}/check", json=twice))
    assert not report["keeps_every_rule"]
    assert {each["rule"] for each in report["breaches"]} == {"meet_once"}
    stranger = {"meetings": [{**good["meetings"][0], "slot": "99"}]}
    report = told(caller.post(f"{EVENT}/check", json=stranger))
    assert [each["rule"] for each in report["breaches"]] == ["known"]
    assert report["value"] is None


def test_published_versions_are_listed_and_read(caller: Caller, services: Services) -> None:
    assert told(caller.get(f"{EVENT}/versions")) == {"versions": []}
    content = Content(samples.afternoon(), samples.timetable(), samples.certificate())
    with services.database.writing() as connection:
        versions.publish(connection, 1, content, run_id=None, note="First.", published_by="Ann")
    [edition] = told(caller.get(f"{EVENT}/versions"))["versions"]
    version = told(caller.get(f"{EVENT}/versions/1"))
    assert (edition["number"], version["note"], version["published_by"]) == (1, "First.", "Ann")
    assert version["timetable"]["meetings"][0]["participant_a"] == "anna"
    assert caller.get(f"{EVENT}/versions/2").status_code == 404


def test_faults_are_in_the_language_of_the_caller(caller: Caller) -> None:
    answer = caller.get(f"{EVENT}/runs/none", headers={"Accept-Language": "nl"})
    assert json_of(answer)["detail"].startswith("Hier is niets")
    assert json_of(answer)["title"] == "Not Found"


def test_a_method_that_is_not_there_is_said_with_those_that_are(caller: Caller) -> None:
    answer = caller("DELETE", EVENT)
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    assert "GET" in answer.headers["Allow"]


def test_a_fault_of_the_program_is_a_problem_and_says_nothing_of_it(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(runs, "newest", fail)
    answer = caller.get(f"{EVENT}/runs")
    assert (answer.status_code, answer.mimetype) == (500, "application/problem+json")
    assert "secret" not in answer.text


STRANGE = """Code;Prénom;Nom;Boîte;Nota
anna;Anna;Maes;Moulin;x
bert;Bert;Claes;Weverij;y
"""
SAID = {
    "columns": {"participants": {"Boîte": "organisation", "Nota": ""}},
    "sheets": {"Export 3.csv": "participants"},
}


def import_with(caller: Caller, mapping: Any, kind: str = "application/json") -> Any:
    text = mapping if isinstance(mapping, str) else json.dumps(mapping)
    files = [(BytesIO(DAY.encode()), "event.toml"), (BytesIO(STRANGE.encode()), "Export 3.csv")]
    part = (BytesIO(text.encode()), "mapping.json", kind)
    return caller.post(f"{EVENT}/imports", data={"files": files, "mapping": part})


def test_a_mapping_says_what_columns_and_sheets_hold(caller: Caller) -> None:
    report = told(import_with(caller, SAID))
    assert report["files"] == ["event.toml", "Export 3.csv"]
    made = event_from_json(caller.get(f"{EVENT}/content").text)
    assert [(each.name, each.organisation) for each in made.participants] == [
        ("Anna Maes", "Moulin"),
        ("Bert Claes", "Weverij"),
    ]
    assert not [each for each in report["problems"] if "Nota" in each["what"]]


def test_a_mapping_may_come_as_a_field_of_the_form(caller: Caller) -> None:
    files = [(BytesIO(DAY.encode()), "event.toml"), (BytesIO(STRANGE.encode()), "Export 3.csv")]
    data = {"files": files, "mapping": json.dumps(SAID)}
    assert told(caller.post(f"{EVENT}/imports", data=data))["accepted"]


@pytest.mark.parametrize(
    ("mapping", "place"),
    [
        ({"columns": {"people": {}}}, "columns.people"),
        ({"columns": {"participants": {"Boîte": "firm"}}}, "columns.participants.Boîte"),
        ({"sheets": {"Export 3.csv": "people"}}, "sheets.Export 3.csv"),
        ({"colums": {}}, "colums"),
        ("[]", ""),
        ("{", ""),
    ],
)
def test_a_mapping_that_names_nothing_of_an_event_is_refused(
    caller: Caller, mapping: Any, place: str
) -> None:
    answer = import_with(caller, mapping)
    assert answer.status_code == 422
    assert [each["column"] for each in json_of(answer)["errors"]] == [place]
    assert event_from_json(caller.get(f"{EVENT}/content").text) == samples.afternoon()


def test_files_without_participants_take_nobody_away(caller: Caller) -> None:
    answer = caller.post(
        f"{EVENT}/imports", data={"files": [(BytesIO(DAY.encode()), "event.toml")]}
    )
    assert answer.status_code == 422
    assert "None of the files holds participants." in answer.text
