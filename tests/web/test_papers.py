"""The documents of a run: on which paper, in whose look, and counted on from those before."""

import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from icalendar import Calendar
from pypdf import PdfReader

from matchmaker.documents.folder import DOCUMENTS
from matchmaker.documents.forms import CHOICES
from tests.web import samples
from tests.web.browsing import ENGLISH, OWN, send, text_of
from tests.web.test_runs import engine, newest, start
from web.documents.kinds import KINDS
from web.documents.papers import PAPERS, papers_of
from web.jobs.commissions import Commission
from web.jobs.press import LOOK_FOLDER, printed
from web.jobs.worker import take_one
from web.services import Services
from web.store import results
from web.store.runs import State

A5 = {"agendas": "a5", "badges": "86x54", "table-cards": "a4"}


def commission(**changes: Any) -> Commission:
    known = samples.afternoon(), samples.timetable(), samples.certificate()
    return Commission(*known, **changes)


def perform(services: Services, by: Any = engine) -> list[Commission]:
    """Perform what is queued; return what the press was asked for."""
    asked = []

    def press(commission: Commission) -> Iterator[tuple[str, str, bytes]]:
        asked.append(commission)
        for each in commission.event.participants:
            text = f"{len(asked)} {commission.forms.get('agendas')}"
            yield "calendars", f"calendars/{each.id}.ics", text.encode()

    assert take_one(services.database, by, press, threading.Event(), 20.0)
    return asked


def test_every_kind_and_every_form_has_a_name() -> None:
    assert set(KINDS) == {*DOCUMENTS, "data"}
    named = {kind: list(each) for kind, each in PAPERS.items()}
    assert named == {kind: [form.value for form in each] for kind, each in CHOICES.items()}


def test_a_paper_there_is_not_is_no_choice() -> None:
    assert papers_of(A5) == A5
    assert papers_of({}) == {"agendas": "a4", "badges": "90x60", "table-cards": "tent"}
    assert papers_of({**A5, "badges": "a0"}) is None


def test_documents_are_printed_anew_on_other_paper_without_solving(
    organiser: FlaskClient, services: Services
) -> None:
    def unwanted(*args: object, **options: object) -> Any:  # noqa: ARG001
        raise ZeroDivisionError

    address = start(organiser)
    perform(services)
    assert send(organiser, f"{address}/print", A5, seen=address).status_code == 303
    assert newest(services).state is State.QUEUED
    assert newest(services).value == 12
    [asked] = perform(services, unwanted)
    run = newest(services)
    assert (run.state, dict(asked.forms)) == (State.DONE, A5)
    assert asked.timetable == samples.timetable()
    with services.database.reading() as connection:
        kept = results.contents_of(connection, run.id)
    assert {content for _, content in kept} == {b"1 a5"}
    page = organiser.get(address, headers=ENGLISH).text
    assert '<option value="86x54" selected>86 × 54 mm</option>' in page
    assert "Print on other paper" in text_of(organiser.get(address, headers=ENGLISH))


def test_an_unknown_paper_is_refused(organiser: FlaskClient, services: Services) -> None:
    address = start(organiser)
    perform(services)
    wrong = {**A5, "agendas": "a0"}
    assert send(organiser, f"{address}/print", wrong, seen=address).status_code == 400
    assert newest(services).state is State.DONE


def test_without_a_programme_there_is_nothing_to_print(
    organiser: FlaskClient, services: Services
) -> None:
    address = start(organiser)
    assert send(organiser, f"{address}/print", A5, seen=OWN).status_code == 404
    send(organiser, f"{address}/cancel", {}, seen=address)
    assert send(organiser, f"{address}/print", A5, seen=OWN).status_code == 404
    assert newest(services).state is State.CANCELLED


def test_a_run_at_work_is_not_printed_meanwhile(organiser: FlaskClient, services: Services) -> None:
    address = start(organiser)
    perform(services)
    send(organiser, f"{address}/print", A5, seen=address)
    send(organiser, f"{address}/print", {**A5, "agendas": "a4"}, seen=OWN)
    assert newest(services).forms == A5


def test_calendars_count_on_from_the_run_before(organiser: FlaskClient, services: Services) -> None:
    start(organiser)
    [first] = perform(services)
    assert first.calendars == {}
    address = start(organiser)
    [second] = perform(services)
    sent = {f"calendars/{each.id}.ics": b"1 None" for each in first.event.participants}
    assert second.calendars == sent
    send(organiser, f"{address}/print", A5, seen=address)
    [again] = perform(services)
    assert again.calendars == sent


def test_the_press_cancels_what_is_gone_from_a_calendar() -> None:
    before = {path: content for kind, path, content in printed(commission()) if kind == "calendars"}
    empty = commission(calendars=before)
    timetable = empty.timetable.model_copy(update={"meetings": ()})
    dropped = Commission(empty.event, timetable, empty.certificate, calendars=before)
    after = {path: content for _, path, content in printed(dropped) if path in before}
    path = f"calendars/{samples.timetable().meetings[0].participant_a}.ics"
    found = Calendar.from_ical(after[path]).events
    assert "CANCELLED" in {str(each["STATUS"]) for each in found}
    assert {each.sequence for each in found if each["STATUS"] == "CANCELLED"} == {1}


def test_the_press_prints_on_the_paper_chosen() -> None:
    made = {path: content for _, path, content in printed(commission(forms=A5))}
    page = PdfReader(BytesIO(made["agendas.pdf"])).pages[0].mediabox
    assert round(page.width / 72 * 25.4) == 148
    without_content = {"interpreters"}
    assert {path.split("/")[0] for path in made} == {
        *(DOCUMENTS[each].file.split("/")[0] for each in DOCUMENTS.keys() - without_content),
        "event.json",
        "timetable.json",
        "certificate.json",
        "reasons.json",
    }


def test_the_press_takes_colours_from_the_folder_of_the_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = {path: content for _, path, content in printed(commission())}
    (tmp_path / "branding").mkdir()
    (tmp_path / "branding" / "colours.toml").write_text('first = "#7A1F3D"\n')
    monkeypatch.setenv(LOOK_FOLDER, str(tmp_path))
    coloured = {path: content for _, path, content in printed(commission())}
    assert coloured["agendas.pdf"] != plain["agendas.pdf"]
    assert coloured["meetings.csv"] == plain["meetings.csv"]
