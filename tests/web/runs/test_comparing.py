"""Runs side by side: their figures in columns, and what differs between two of them."""

from flask.testing import FlaskClient

from matchmaker.timetable import Timetable
from tests.factories import meeting
from tests.web.browsing import ENGLISH, OWN, send, text_of
from tests.web.samples import certificate
from tests.web.test_runs import newest, start
from tests.web.versions.made import finished
from web.services import Services
from web.store import results, runs
from web.store.runs import Run

EARLY = Timetable(meetings=(meeting("anna", "bert"),))
LATE = Timetable(meetings=(meeting("anna", "bert", slot="2"),))


def better(services: Services, key: str) -> None:
    """Let the run of that key have met one wish more."""
    with services.database.writing() as connection:
        run = runs.find(connection, 1, key)
        assert run is not None
        more = certificate().model_copy(update={"wishes_met": 3})
        results.keep(connection, run.id, LATE, more)


def test_the_best_of_each_line_is_marked_where_they_differ(
    organiser: FlaskClient, services: Services
) -> None:
    one, other = finished(services, EARLY), finished(services, LATE)
    better(services, other)
    page = text_of(organiser.get(f"{OWN}/runs/compare?run={one}&run={other}", headers=ENGLISH))
    assert "Wishes met 2 best: ★ 3" in page
    assert "Value 20 20" in page


def test_meetings_that_differ_are_listed(organiser: FlaskClient, services: Services) -> None:
    one, other = finished(services, EARLY), finished(services, LATE)
    page = text_of(organiser.get(f"{OWN}/runs/compare?run={one}&run={other}", headers=ENGLISH))
    assert "1 change, for 2 people" in page
    assert "Moved anna & bert 13:30 · table 1 13:45 · table 1" in page


def test_any_two_of_several_can_be_looked_at(organiser: FlaskClient, services: Services) -> None:
    keys = [finished(services, each) for each in (EARLY, LATE, EARLY)]
    chosen = "&".join(f"run={each}" for each in keys)
    address = f"{OWN}/runs/compare?{chosen}&before={keys[0]}&after={keys[2]}"
    assert "Nothing differs." in text_of(organiser.get(address, headers=ENGLISH))


def test_one_alone_or_none_cannot_be_compared(organiser: FlaskClient, services: Services) -> None:
    key = finished(services, EARLY)
    for query in ("", f"?run={key}", f"?run={key}&run=none"):
        page = organiser.get(f"{OWN}/runs/compare{query}", headers=ENGLISH)
        assert page.status_code == 200
        assert "Tick at least two finished programmes" in text_of(page)


def test_a_run_has_a_title(organiser: FlaskClient, services: Services) -> None:
    key = finished(services, EARLY)
    address = f"{OWN}/runs/{key}"
    send(organiser, f"{address}/title", {"title": " Short day "}, seen=address)
    assert newest(services).title == "Short day"
    assert "<h1>Short day</h1>" in organiser.get(address).text
    assert "Short day" in text_of(organiser.get(f"{OWN}/runs", headers=ENGLISH))


def ordered(client: FlaskClient, **values: object) -> int:
    answer = send(client, f"{OWN}/runs", values, seen=f"{OWN}/runs/new")
    return answer.status_code


def test_several_runs_wait_with_seeds_and_rules_of_their_own(
    organiser: FlaskClient, services: Services
) -> None:
    start(organiser)
    assert ordered(organiser, seconds=30, seed=7, title="Fair", floor="25,5") == 303
    with services.database.reading() as connection:
        fair, usual = runs.newest(connection, 1)
        changed, plain = (runs.event_of(connection, each.id) for each in (fair, usual))
    assert (fair.title, fair.seed, fair.limit_seconds) == ("Fair", 7, 30)
    assert (changed.objective.floor, plain.objective.floor) == (0.255, 0.0)
    assert changed.model_copy(update={"objective": plain.objective}) == plain


def test_a_run_can_stay_near_an_earlier_one(organiser: FlaskClient, services: Services) -> None:
    key = finished(services, LATE)
    assert ordered(organiser, start=key) == 303
    run: Run = newest(services)
    with services.database.reading() as connection:
        assert runs.task_of(connection, run.id).hint == LATE


def test_all_that_is_wrong_with_an_order_is_said_at_once(
    organiser: FlaskClient, services: Services
) -> None:
    answer = send(
        organiser,
        f"{OWN}/runs",
        {"seconds": "7", "seed": "-1", "floor": "150", "title": "Mine"},
        seen=f"{OWN}/runs/new",
    )
    assert answer.status_code == 422
    page = text_of(answer)
    assert "3 answers are not right yet" in page
    assert "Choose one of the times." in page
    assert "Write a whole number from 0 to 999999." in page
    assert "Write a percentage from 0 to 100, or leave it empty." in page
    assert 'value="Mine"' in answer.text
    with services.database.reading() as connection:
        assert runs.newest(connection, 1) == []
