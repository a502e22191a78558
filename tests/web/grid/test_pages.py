"""The pages of the grid: what they show, and that everything goes by forms alone."""

import json

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event as sql

from matchmaker.timetable import Timetable
from tests.factories import lock, meeting
from tests.web.browsing import ENGLISH, OWN, send, text_of
from tests.web.grid.desk import (
    HELD,
    OTHERS,
    PAIR,
    begun,
    do,
    draft_of,
    stands,
)
from web.services import Services
from web.store import drafts, runs
from web.store.runs import HAND


def test_what_was_done_last_is_said_without_scripts(organiser: FlaskClient, address: str) -> None:
    do(organiser, address, "move", pair=PAIR, slot="3", table="1")
    page = text_of(organiser.get(f"{address}/people", headers=ENGLISH))
    assert "anna & bert moved to 14:00, table 1 organiser" in page


def test_the_grid_shows_tables_or_people(organiser: FlaskClient, address: str) -> None:
    tables = text_of(organiser.get(f"{address}/tables", headers=ENGLISH))
    assert "Table 13:30 13:45 14:00 14:15 1 anna bert 2 chloe dries" in tables
    people = text_of(organiser.get(f"{address}/people", headers=ENGLISH))
    assert "anna Moulin & Fils bert table 1" in people


def test_the_grid_shows_whom_one_looks_for(organiser: FlaskClient, address: str) -> None:
    seen = organiser.get(f"{address}/people?q=weverij&region=VLG", headers=ENGLISH).text
    assert ('data-k="1"' in seen, 'data-k="0"' in seen) == (True, False)
    nobody = organiser.get(f"{address}/tables?q=nobody+here", headers=ENGLISH)
    assert "Nobody matches." in text_of(nobody)


def test_a_meeting_is_moved_by_a_form_and_locked(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    page = organiser.get(f"{address}/m/{PAIR}", headers=ENGLISH)
    assert "They meet at 13:30, table 1." in text_of(page)
    assert do(organiser, address, "move", pair=PAIR, slot="3", table="1").status_code == 303
    plan, step = stands(services)
    assert plan.timetable.meetings[0] == meeting("anna", "bert", "3")
    assert (plan.event.locked_meetings, step) == ((lock("anna", "bert", "3", "1"),), 1)
    after = text_of(organiser.get(f"{address}/m/{PAIR}", headers=ENGLISH))
    assert "They meet at 14:00, table 1. This is locked." in after
    assert "anna & bert moved to 14:00, table 1 organiser" in text_of(
        organiser.get(f"{address}/history", headers=ENGLISH)
    )


def test_a_meeting_that_is_put_where_it_is_already_is_locked_and_nothing_else_is_said(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    do(organiser, address, "move", pair=PAIR, slot="1", table="1")
    plan, _ = stands(services)
    assert plan.timetable == HELD
    assert plan.event.locked_meetings == (lock("anna", "bert", "1", "1"),)
    page = text_of(organiser.get(f"{address}/tables", headers=ENGLISH))
    assert "anna & bert: locked organiser" in page
    assert "no longer meet" not in page


def test_a_move_that_breaks_a_rule_is_refused_in_its_words(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    answer = do(organiser, address, "move", pair=OTHERS, slot="3", table="1")
    assert answer.status_code == 422
    assert "dries meets at table 1 instead of their own table 2" in text_of(answer)
    assert stands(services).step == 0


def test_the_words_are_in_the_language_of_the_reader(organiser: FlaskClient, address: str) -> None:
    dutch = {"Accept-Language": "nl"}
    answer = do(organiser, address, "move", pair=OTHERS, slot="3", table="1", headers=dutch)
    assert "in plaats van aan de eigen tafel 2" in text_of(answer)


def test_two_who_do_not_meet_can_be_added(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    found = organiser.get(f"{address}/add?one=anna&other=dries")
    assert found.location == f"{address}/m/0-3"
    page = text_of(organiser.get(found.location, headers=ENGLISH))
    assert "They do not meet." in page
    assert "have no common language and no interpreter for theirs" in page
    other = organiser.get(f"{address}/m/1-2", headers=ENGLISH)
    assert "neither of the two wished for this meeting" in text_of(other)
    # They share no language, and there is no interpreter.
    assert do(organiser, address, "move", pair="0-3", slot="3", table="2").status_code == 422
    assert do(organiser, address, "move", pair="1-2", slot="3", table="1").status_code == 303
    assert stands(services).plan.timetable.meetings[-1] == meeting("bert", "chloe", "3")


def test_a_meeting_is_removed(organiser: FlaskClient, services: Services, address: str) -> None:
    assert do(organiser, address, "move", pair=PAIR, remove="yes").status_code == 303
    assert stands(services).plan.timetable.meetings == HELD.meetings[1:]


def test_locks_are_set_and_lifted_one_by_one_and_all_at_once(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    do(organiser, address, "lock", pair=PAIR, locked="yes")
    assert [each.pair for each in stands(services).plan.event.locked_meetings] == [{"anna", "bert"}]
    do(organiser, address, "lock", pair=PAIR, locked="no")
    assert stands(services).plan.event.locked_meetings == ()
    do(organiser, address, "locks", locked="yes")
    assert len(stands(services).plan.event.locked_meetings) == 2
    assert '<div role="gridcell" class="k">' in organiser.get(f"{address}/tables").text
    do(organiser, address, "locks", locked="no")
    assert stands(services).plan.event.locked_meetings == ()


def test_what_was_done_is_undone_and_done_again(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    do(organiser, address, "move", pair=PAIR, slot="3", table="1")
    assert do(organiser, address, "go", number=0).status_code == 303
    assert stands(services).plan.timetable == HELD
    assert "Undone anna & bert moved" in text_of(
        organiser.get(f"{address}/history", headers=ENGLISH)
    )
    do(organiser, address, "go", number=1)
    assert stands(services).plan.timetable.meetings[0].slot == "3"
    assert do(organiser, address, "go", number=7).status_code == 404


def test_who_comes_second_sees_what_came_first_and_can_go_on(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    do(organiser, address, "move", pair=PAIR, slot="3", table="1")
    late = do(organiser, address, "move", pair=PAIR, slot="2", table="1", step=0)
    assert late.status_code == 409
    page = text_of(late)
    assert "What they did anna & bert moved to 14:00, table 1" in page
    assert "What you wanted anna & bert moved to 13:45, table 1" in page
    assert '<input type="hidden" name="slot" value="2">' in late.text
    assert stands(services).step == 1
    assert do(organiser, address, "go", number=0, step=0).status_code == 409
    do(organiser, address, "move", pair=PAIR, slot="2", table="1", step=1)
    assert stands(services).plan.timetable.meetings[0].slot == "2"


def test_all_places_are_judged_in_one_answer(organiser: FlaskClient, address: str) -> None:
    found = json.loads(organiser.get(f"{address}/t/{PAIR}", headers=ENGLISH).text)
    # Table 2 is that of Dries; Dries does not make way for others.
    assert found["codes"] == "grgrgrgr"
    assert found["best"] == [0, 0, 0, 0]
    words = [found["words"][each] for each in found["why"][1]]
    assert words == ["table 2 is reserved, but anna & bert meet there in the 13:30–13:42 slot"]


def test_the_script_gets_the_rows_that_changed(organiser: FlaskClient, address: str) -> None:
    as_json = {**ENGLISH, "Accept": "application/json"}
    answer = do(
        organiser, address, "move", pair=PAIR, slot="3", table="1", view="people", headers=as_json
    )
    done = answer.get_json()
    assert set(done["rows"]) == {"0", "1"}
    assert 'class="k"' in done["rows"]["0"]
    assert (done["step"], done["undo"], done["locks"]) == (1, 0, "1 lock")


@pytest.mark.parametrize("pair", ["0-0", "0-9", "x-1", "0", "-1-0", "²-1", "0-1-2"])
def test_there_is_no_meeting_of_people_who_do_not_exist(
    organiser: FlaskClient, address: str, pair: str
) -> None:
    assert organiser.get(f"{address}/m/{pair}").status_code == 404


def test_a_place_that_does_not_exist_is_refused(organiser: FlaskClient, address: str) -> None:
    assert do(organiser, address, "move", pair=PAIR, slot="9", table="1").status_code == 400
    assert do(organiser, address, "move", pair=PAIR, slot="1", table="").status_code == 400


def test_the_rest_is_solved_around_the_locks(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    do(organiser, address, "move", pair=PAIR, slot="3", table="1")
    answer = do(organiser, address, "solve", seconds=5)
    assert answer.status_code == 303
    with services.database.reading() as connection:
        task = runs.task_of(connection, runs.newest(connection, 1)[0].id)
    assert task.event.locked_meetings == (lock("anna", "bert", "3", "1"),)
    assert task.hint == stands(services).plan.timetable
    assert do(organiser, address, "solve", seconds=999).status_code == 400


def test_locks_that_contradict_each_other_are_not_solved(
    organiser: FlaskClient, services: Services
) -> None:
    crowded = Timetable(meetings=(meeting("anna", "bert"), meeting("chloe", "bert", "1", "2")))
    answer = send(organiser, f"{OWN}/grid", {"run": draft_of(services, crowded)})
    address = answer.location.removesuffix("/tables")
    do(organiser, address, "locks", locked="yes")
    refused = do(organiser, address, "solve", seconds=5)
    assert refused.status_code == 422
    assert "bert has two engagements in the 13:30–13:42 slot" in text_of(refused)


def test_a_draft_is_certified_as_it_is(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    do(organiser, address, "move", pair=PAIR, slot="3", table="1")
    do(organiser, address, "finish")
    with services.database.reading() as connection:
        run = runs.newest(connection, 1)[0]
        assert runs.task_of(connection, run.id).hint == stands(services).plan.timetable
    assert run.origin == HAND


def test_what_the_engine_changed_is_shown_with_whom_it_concerns(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    from tests.web.test_runs import perform

    do(organiser, address, "solve", seconds=5)
    assert perform(services)
    with services.database.reading() as connection:
        run = runs.newest(connection, 1)[0]
    page = text_of(organiser.get(f"{OWN}/grid/runs/{run.key}", headers=ENGLISH))
    assert "1 change, for 2 people" in page
    assert "Gone chloe & dries 13:45 · table 2 –" in page


def test_every_page_asks_the_database_ten_times_at_most(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    for _ in range(6):
        begun(organiser, services)
        do(organiser, address, "lock", pair=PAIR, locked="yes")
    repair = "/repair?who=dries&since=1"
    for path in ("", "/tables", "/people", f"/m/{PAIR}", f"/t/{PAIR}", "/add", "/history", repair):
        asked: list[str] = []
        listener = lambda *row: asked.append(row[2])  # noqa: B023, E731
        sql.listen(services.database.engine, "before_cursor_execute", listener)
        assert organiser.get((address if path else f"{OWN}/grid") + path).status_code == 200
        sql.remove(services.database.engine, "before_cursor_execute", listener)
        assert len(asked) <= 10, asked


def test_what_is_done_is_in_the_log(organiser: FlaskClient, address: str) -> None:
    do(organiser, address, "move", pair=PAIR, slot="3", table="1")
    page = text_of(organiser.get(f"{OWN}/log", headers=ENGLISH))
    assert "began to work by hand" in page
    assert "changed a programme by hand" in page


def test_a_draft_of_another_event_is_not_there(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    with services.database.writing() as connection:
        services.events.add(connection, stands(services).plan.event, "other")
        key = drafts.newest(connection, 1)[0].key
    assert organiser.get(f"/organiser/events/other/grid/{key}/tables").status_code == 404
    assert address.endswith(key)
