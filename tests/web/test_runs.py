"""Runs of the engine: queued by a page, performed by the worker, kept whatever dies."""

import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from flask.testing import FlaskClient

from matchmaker.certificate import Status
from matchmaker.errors import MatchmakerError
from matchmaker.event import Event
from matchmaker.timetable import Timetable
from solver.result import Limits, Progress, Report, Result
from tests import factories
from tests.web import samples
from tests.web.browsing import ENGLISH, OWN, register, send, text_of
from web.jobs.commissions import Commission
from web.jobs.heartbeat import Heartbeat
from web.jobs.perform import Engine
from web.jobs.press import printed
from web.jobs.worker import take_one
from web.services import Services
from web.store import results, run_queue
from web.store import runs as store
from web.store.runs import Run, State

Press = Iterator[tuple[str, str, bytes]]


def start(client: FlaskClient, seconds: int = 10) -> str:
    """Start a run and return its address."""
    answer = send(client, f"{OWN}/runs", {"seconds": seconds}, seen=OWN)
    assert answer.status_code == 303
    return answer.location


def press(commission: Commission) -> Press:
    yield "agendas", "agendas.pdf", b"%PDF-1.7"
    for each in commission.event.participants:
        yield "calendars", f"calendars/{each.id}.ics", b"BEGIN:VCALENDAR"


def engine(
    event: Event,  # noqa: ARG001
    limits: Limits,  # noqa: ARG001
    *,
    hint: Timetable | None,  # noqa: ARG001
    start: Timetable | None,  # noqa: ARG001
    report: Report,
    is_cancelled: Callable[[], bool],  # noqa: ARG001
) -> Result:
    report(Progress("placement", 12.0, 25.0, 0.5))
    return Result(samples.timetable(), samples.certificate())


def infeasible(*args: object, **options: object) -> Result:  # noqa: ARG001
    return Result(samples.timetable(), samples.certificate(Status.INFEASIBLE))


def stubborn(*args: object, is_cancelled: Callable[[], bool], **options: object) -> Result:  # noqa: ARG001
    """Work until asked to stop."""
    while not is_cancelled():
        time.sleep(0.01)
    return Result(samples.timetable(), samples.certificate())


def crashing(*args: object, **options: object) -> Result:  # noqa: ARG001
    raise ZeroDivisionError


def helpless(*args: object, **options: object) -> Result:  # noqa: ARG001
    raise MatchmakerError("no tables")


def perform(
    services: Services, by: Engine = engine, stopping: threading.Event | None = None
) -> bool:
    return take_one(services.database, by, press, stopping or threading.Event(), 20.0)


def newest(services: Services) -> Run:
    with services.database.reading() as connection:
        return store.newest(connection, 1)[0]


def test_a_run_goes_from_the_queue_to_certificate_and_documents(
    organiser: FlaskClient, services: Services
) -> None:
    address = start(organiser)
    assert newest(services).state is State.QUEUED
    assert "Waiting for its turn" in text_of(organiser.get(address, headers=ENGLISH))
    assert perform(services)
    page = text_of(organiser.get(address, headers=ENGLISH))
    for each in (
        "Every rule is kept. At best 20% could still be gained.",
        "67% of the wishes met 2 of 3",
        "100% across the border",
        "20% from the proven limit",
        "No programme for this event can be worth more than 25.",
        "gives 16.",
        "This programme is worth 25% more.",
        "Inequality (Gini) is 0.5",
        "One slot is spent waiting",
        "agendas.pdf",
    ):
        assert each in page, each


def test_without_a_queued_run_the_worker_has_nothing_to_do(services: Services) -> None:
    assert not perform(services)


def test_an_unknown_time_limit_is_refused(organiser: FlaskClient) -> None:
    answer = send(organiser, f"{OWN}/runs", {"seconds": 9999}, seen=OWN)
    assert answer.status_code == 422
    assert "Choose one of the times." in text_of(answer)


def test_an_event_without_people_is_not_planned(organiser: FlaskClient, services: Services) -> None:
    with services.database.writing() as connection:
        services.events.replace(connection, 1, factories.event([]))
    page = organiser.get(f"{OWN}/runs/new", headers=ENGLISH)
    assert "There is nothing to plan yet" in text_of(page)
    assert f'action="{OWN}/runs"' not in page.text
    answer = send(organiser, f"{OWN}/runs", {"seconds": "5"}, seen=f"{OWN}/setup/about")
    assert answer.status_code == 422
    with services.database.reading() as connection:
        assert store.newest(connection, 1) == []


def test_registrations_of_the_form_are_part_of_the_run(
    organiser: FlaskClient, services: Services
) -> None:
    register(organiser)
    start(organiser)
    register(organiser, email="late@example.org")
    with services.database.reading() as connection:
        event = store.event_of(connection, newest(services).id)
    assert [each.name for each in event.participants][4:] == ["Léa Dupont"]
    assert {each.wished for each in event.wishes if each.wisher.startswith("web-")} == {
        "bert",
        "dries",
        "chloe",
    }


def test_the_page_shows_how_far_the_engine_is(organiser: FlaskClient, services: Services) -> None:
    address = start(organiser)
    with services.database.writing() as connection:
        run = run_queue.claim(connection)
    assert run is not None
    with Heartbeat(services.database, run, seconds=0.01) as heartbeat:
        heartbeat.report(Progress("placement", 12.0, 25.0, 0.5))
    for path in (address, f"{address}/progress"):
        page = text_of(organiser.get(path, headers=ENGLISH))
        for each in ("At work", "Finding a time for each meeting", "Value 12", "25", "0.5 of 10 s"):
            assert each in page


def test_the_page_asks_for_progress_and_does_without_scripts(organiser: FlaskClient) -> None:
    address = start(organiser)
    page = organiser.get(address).text
    assert f'hx-get="{address}/progress"' in page
    assert '<noscript><meta http-equiv="refresh"' in page
    assert "HX-Refresh" not in organiser.get(f"{address}/progress").headers


def test_progress_of_an_ended_run_asks_for_the_whole_page(
    organiser: FlaskClient, services: Services
) -> None:
    address = start(organiser)
    perform(services)
    assert organiser.get(f"{address}/progress").headers["HX-Refresh"] == "true"
    assert "hx-get" not in organiser.get(address).text


def test_people_below_their_minimum_are_named_with_the_reason(
    organiser: FlaskClient, services: Services
) -> None:
    address = start(organiser)
    perform(services, infeasible)
    page = text_of(organiser.get(address, headers=ENGLISH))
    assert "some people stay below the minimum" in page
    assert "0 of 1 meetings" in page
    assert "dries has 0 free slots for a minimum of 1 meetings." in page


@pytest.mark.parametrize(
    ("failing", "said"),
    [
        (crashing, "by a fault of the program (ZeroDivisionError)"),
        (helpless, "The engine could not work with this event: no tables"),
    ],
)
def test_a_failure_is_said_and_can_be_started_again(
    organiser: FlaskClient, services: Services, failing: Engine, said: str
) -> None:
    address = start(organiser)
    perform(services, failing)
    page = text_of(organiser.get(address, headers=ENGLISH))
    assert said in page
    send(organiser, f"{address}/restart", {}, seen=address)
    assert newest(services).state is State.QUEUED
    perform(services)
    assert newest(services).state is State.DONE
    assert newest(services).attempt == 2


def test_documents_that_cannot_be_printed_fail_the_run_and_keep_the_certificate(
    organiser: FlaskClient, services: Services
) -> None:
    def jammed(*args: object) -> Press:  # noqa: ARG001
        raise ZeroDivisionError

    address = start(organiser)
    take_one(services.database, engine, jammed, threading.Event(), 20.0)
    page = text_of(organiser.get(address, headers=ENGLISH))
    assert "by a fault of the program" in page
    assert "67% of the wishes met" in page


def test_a_waiting_run_is_cancelled_at_once(organiser: FlaskClient, services: Services) -> None:
    address = start(organiser)
    send(organiser, f"{address}/cancel", {}, seen=address)
    assert newest(services).state is State.CANCELLED
    assert not perform(services)
    assert "It had not begun." in text_of(organiser.get(address, headers=ENGLISH))


def test_a_working_run_stops_with_the_best_so_far(
    organiser: FlaskClient, services: Services
) -> None:
    address = start(organiser)
    thread = threading.Thread(target=perform, args=(services, stubborn))
    thread.start()
    while newest(services).state is not State.RUNNING:
        time.sleep(0.01)
    send(organiser, f"{address}/cancel", {}, seen=address)
    thread.join()
    assert newest(services).state is State.CANCELLED
    page = text_of(organiser.get(address, headers=ENGLISH))
    assert "This is the best that was found until then." in page
    assert "67% of the wishes met" in page
    assert "agendas.pdf" in page


def test_a_worker_that_must_end_puts_its_run_back(
    organiser: FlaskClient, services: Services
) -> None:
    start(organiser)
    stopping = threading.Event()
    stopping.set()
    perform(services, stubborn, stopping)
    assert newest(services).state is State.QUEUED
    perform(services)
    assert newest(services).state is State.DONE


def test_a_run_that_is_alive_is_not_started_twice(
    organiser: FlaskClient, services: Services
) -> None:
    address = start(organiser)
    with services.database.writing() as connection:
        assert run_queue.claim(connection) is not None
        assert run_queue.claim(connection) is None
    organiser.get(address)
    assert newest(services).state is State.RUNNING
    with services.database.writing() as connection:
        run_queue.restart(connection, newest(services).key)
    assert newest(services).state is State.RUNNING


def test_two_workers_never_take_one_run(organiser: FlaskClient, services: Services) -> None:
    for _ in range(3):
        start(organiser)
    taken = []

    def claim() -> None:
        with services.database.writing() as connection:
            run = run_queue.claim(connection)
        if run is not None:
            taken.append(run.key)

    threads = [threading.Thread(target=claim) for _ in range(6)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(taken) == len(set(taken)) == 3


def test_every_document_can_be_downloaded_and_all_in_one(
    organiser: FlaskClient, services: Services
) -> None:
    address = start(organiser)
    perform(services)
    run = newest(services)
    with services.database.reading() as connection:
        listed = results.documents_of(connection, run.id)
    assert len(listed) == 5
    one = organiser.get(f"{address}/documents/{listed[0].id}", buffered=True)
    assert one.data == b"%PDF-1.7"
    assert one.mimetype == "application/pdf"
    assert one.headers["Content-Disposition"] == "attachment; filename=agendas.pdf"
    every = organiser.get(f"{address}/documents.zip", buffered=True)
    with zipfile.ZipFile(BytesIO(every.data)) as archive:
        assert archive.namelist() == [each.path for each in listed]


def test_documents_of_another_run_are_not_found(organiser: FlaskClient, services: Services) -> None:
    address = start(organiser)
    perform(services)
    other = start(organiser)
    with services.database.reading() as connection:
        [first, *_] = results.documents_of(connection, newest(services).id - 1)
    assert organiser.get(f"{address}/documents/{first.id}", buffered=True).status_code == 200
    for path in (
        f"{other}/documents/{first.id}",
        f"{other}/documents.zip",
        f"{address}/documents/999",
        f"{OWN}/runs/none",
        f"{OWN}/runs/none/progress",
        f"{OWN}/runs/none/documents.zip",
    ):
        assert organiser.get(path).status_code == 404
    assert send(organiser, f"{OWN}/runs/none/cancel", {}, seen=OWN).status_code == 404


def test_the_overview_shows_the_last_run(organiser: FlaskClient, services: Services) -> None:
    start(organiser)
    perform(services)
    assert "The engine is at work" not in text_of(organiser.get(OWN, headers=ENGLISH))
    start(organiser)
    page = text_of(organiser.get(OWN, headers=ENGLISH))
    assert "The engine is at work" in page
    assert "Waiting for its turn" in page


def test_with_the_real_engine_and_press(organiser: FlaskClient, services: Services) -> None:
    solve = pytest.importorskip("solver.solve").solve
    register(organiser)
    address = start(organiser, 5)
    take_one(services.database, solve, printed, threading.Event(), 20.0)
    assert newest(services).state is State.DONE
    page = text_of(organiser.get(address, headers=ENGLISH))
    for each in ("of the wishes met", "agendas.pdf", "badges.pdf", "timetable.xlsx", "event.json"):
        assert each in page
