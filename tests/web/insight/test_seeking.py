"""What mends a wish where others must move: asked for on a page, found by the worker, applied."""

from threading import Event as Flag

import pytest
from flask.testing import FlaskClient

from matchmaker.timetable import Timetable
from tests.factories import meeting, person
from tests.solver.test_fixes import busy
from tests.web.browsing import ENGLISH, OWN, send, text_of
from tests.web.versions.made import finished
from web.jobs.searching import search_one
from web.services import Services
from web.store import drafts, searches
from web.store.runs import State

AWAY = {"unavailable": {"3"}}
FULL = busy(
    person("a", **AWAY),
    person("b", **AWAY),
    person("c", **AWAY),
    "d",
    pairs=("bc", "db"),
    slots=3,
)
HELD = Timetable(meetings=(meeting("b", "c"), meeting("b", "d", slot="2")))
PAGE = f"{OWN}/wishes/a/b"


@pytest.fixture
def key(organiser: FlaskClient, services: Services) -> str:  # noqa: ARG001
    return finished(services, HELD, FULL)


def ask(client: FlaskClient, key: str) -> None:
    seen = f"{PAGE}?run={key}"
    answer = send(client, f"{PAGE}/search", {"run": key}, seen=seen)
    assert (answer.status_code, answer.location) == (303, seen)


def work(services: Services, seconds: float = 20.0, stopping: Flag | None = None) -> bool:
    return search_one(services.database, stopping or Flag(), 20.0, seconds)


def test_a_search_goes_from_the_queue_to_a_fix_that_is_applied_and_undone(
    organiser: FlaskClient, services: Services, key: str
) -> None:
    seen = f"{PAGE}?run={key}"
    assert "The engine may find one" in text_of(organiser.get(seen, headers=ENGLISH))
    ask(organiser, key)
    page = organiser.get(seen, headers=ENGLISH)
    assert "The search waits until the engine is free" in text_of(page)
    assert f'hx-get="{PAGE}/search?run={key}"' in page.text
    assert work(services)
    assert not work(services)
    found = text_of(organiser.get(seen, headers=ENGLISH))
    assert "Let b accept the 14:00 slot." in found
    assert "2 other meetings move." in found
    assert "What differs – for 4 people" in found
    answer = send(organiser, f"{PAGE}/fix", {"run": key}, seen=seen)
    assert answer.status_code == 303
    with services.database.reading() as connection:
        [draft] = drafts.newest(connection, 1)
        now = drafts.current(connection, draft)
        before = drafts.at(connection, draft, drafts.FIRST)
    assert frozenset("ab") in {each.pair for each in now.plan.timetable.meetings}
    assert now.plan.breaches == ()
    assert before.plan.timetable == HELD


def test_the_part_that_polls_asks_for_the_page_once_the_search_is_over(
    organiser: FlaskClient, services: Services, key: str
) -> None:
    ask(organiser, key)
    poll = f"{PAGE}/search?run={key}"
    assert "HX-Refresh" not in organiser.get(poll).headers
    work(services)
    assert organiser.get(poll).headers["HX-Refresh"] == "true"


def test_two_who_ask_at_once_start_one_search(
    organiser: FlaskClient, services: Services, key: str
) -> None:
    ask(organiser, key)
    ask(organiser, key)
    assert work(services)
    assert not work(services)


def test_where_nothing_helps_the_page_says_what_was_tried(
    organiser: FlaskClient, services: Services
) -> None:
    # Both are full in both slots, with all that they wished for more.
    event = busy("a", "b", "c", "d", pairs=("ac", "bd"), slots=1, sessions=(), workshops=())
    held = Timetable(meetings=(meeting("a", "c"), meeting("b", "d", table="2")))
    key = finished(services, held, event)
    ask(organiser, key)
    work(services)
    page = text_of(organiser.get(f"{PAGE}?run={key}", headers=ENGLISH))
    assert "It tried all that could help: Lock this meeting and solve again" in page
    assert "Set up one more table." in page
    assert "Let the engine search" not in page


def test_where_time_is_over_it_can_be_asked_for_again(
    organiser: FlaskClient, services: Services, key: str
) -> None:
    ask(organiser, key)
    work(services, seconds=0)
    page = text_of(organiser.get(f"{PAGE}?run={key}", headers=ENGLISH))
    assert "Time was over before it had tried anything to the end." in page
    assert "Search again" in page


def test_a_search_goes_back_into_the_queue_where_the_worker_must_end(
    organiser: FlaskClient, services: Services, key: str
) -> None:
    ask(organiser, key)
    stopping = Flag()
    stopping.set()
    assert work(services, stopping=stopping)
    assert work(services)
    assert "Let b accept the 14:00 slot." in text_of(
        organiser.get(f"{PAGE}?run={key}", headers=ENGLISH)
    )


def test_what_another_worker_has_taken_over_is_not_written_over(
    organiser: FlaskClient, services: Services, key: str
) -> None:
    ask(organiser, key)
    with services.database.writing() as connection:
        lost = searches.claim(connection, 0)
        assert lost is not None
    with services.database.writing() as connection:
        held = searches.claim(connection, -1)
        assert held is not None
        assert searches.beat(connection, lost)
        assert not searches.beat(connection, held)
        searches.finish(connection, lost, State.FAILED)
        found = searches.last(connection, held.run_id, ("a", "b"))
    assert found == held


def test_a_fault_of_the_program_is_said(
    organiser: FlaskClient, services: Services, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(organiser, key)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("solver.fixes.searched", broken)
    work(services)
    page = text_of(organiser.get(f"{PAGE}?run={key}", headers=ENGLISH))
    assert "The search ended by a fault of the program (ZeroDivisionError)." in page
