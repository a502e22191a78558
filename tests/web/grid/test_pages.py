"""The pages of the grid: what they show, and that everything goes by forms alone."""

import json
import re
from threading import Event as Flag

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event as sql

from matchmaker.moves.plan import Plan, new_breaches
from matchmaker.people import Wish
from matchmaker.timetable import Timetable
from matchmaker.variations import changed
from solver.solve import solve
from tests.factories import lock, meeting, person, wish
from tests.web.browsing import ENGLISH, OWN, send, text_of
from tests.web.grid.desk import HELD, OTHERS, PAIR, begun, do, draft_of, stands
from tests.web.samples import afternoon
from web.jobs.worker import take_one
from web.services import Services
from web.store import drafts, results, run_queue, runs, versions
from web.store.mendings import Mending
from web.store.run_queue import Wanted
from web.store.runs import HAND


@pytest.fixture
def address(organiser: FlaskClient, services: Services) -> str:
    return begun(organiser, services)


def test_a_draft_is_begun_from_a_run_and_listed(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    page = text_of(organiser.get(f"{OWN}/grid", headers=ENGLISH))
    assert "As the engine left it organiser" in page
    assert (stands(services).plan.timetable, stands(services).step) == (HELD, 0)
    assert f'href="{address}/tables"' in organiser.get(f"{OWN}/grid").text


def test_a_run_without_a_result_begins_nothing(organiser: FlaskClient, services: Services) -> None:
    with services.database.writing() as connection:
        key = run_queue.add(connection, 1, afternoon(), Wanted(5))
    page = text_of(organiser.get(f"{OWN}/grid", headers=ENGLISH))
    assert "No programme is finished yet." in page
    assert send(organiser, f"{OWN}/grid", {"run": key}, seen=OWN).status_code == 404
    assert send(organiser, f"{OWN}/grid", {"run": "none"}, seen=OWN).status_code == 404


def test_the_grid_says_whose_copy_it_is_and_how_far_from_what_is_published(
    organiser: FlaskClient, services: Services
) -> None:
    key = draft_of(services)
    begin = send(organiser, f"{OWN}/grid", {"run": key}).location
    assert "Nothing is published yet." in text_of(organiser.get(begin, headers=ENGLISH))
    published(services, key)
    page = text_of(organiser.get(begin, headers=ENGLISH))
    assert "Working copy · Programme of" in page
    assert "published now as published in version 1" in page
    do(organiser, begin.removesuffix("/tables"), "move", pair=PAIR, slot="3", table="1")
    page = text_of(organiser.get(begin, headers=ENGLISH))
    assert "published now 1 change, for 2 people, since version 1" in page


def test_what_is_published_stands_first_among_the_programmes_to_begin_with(
    organiser: FlaskClient, services: Services
) -> None:
    keys = [draft_of(services) for _ in range(3)]
    published(services, keys[0])
    page = organiser.get(f"{OWN}/grid", headers=ENGLISH)
    offered = re.findall('name="run" value="([^"]+)"', page.text)
    assert offered == [keys[0], keys[2], keys[1]]
    assert text_of(page).count("published now · Version 1") == 1


def test_what_was_done_last_is_said_without_scripts(organiser: FlaskClient, address: str) -> None:
    do(organiser, address, "move", pair=PAIR, slot="3", table="1")
    page = text_of(organiser.get(f"{address}/people", headers=ENGLISH))
    assert "anna & bert moved to 14:00, table 1 organiser" in page


def published(services: Services, key: str) -> None:
    """Publish what a run gave."""
    with services.database.writing() as connection:
        run = runs.find(connection, 1, key)
        assert run is not None
        whole = results.whole_of(connection, run.id)
        assert whole is not None
        versions.publish(connection, 1, whole, run_id=run.id, note="", published_by="organiser")


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


def test_somebody_who_is_away_keeps_what_is_past(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    answer = do(organiser, address, "repair", who="dries", since="2")
    assert answer.status_code == 303
    with services.database.reading() as connection:
        run = runs.newest(connection, 1)[0]
        task = runs.task_of(connection, run.id)
    assert run.title == "Without dries"
    assert task.event.participant_by_id["dries"].unavailable == {"2", "3", "4"}
    assert task.event.locked_meetings == (lock("anna", "bert", "1", "1"),)
    assert task.hint == HELD
    key = address.rpartition("/")[2]
    assert run.mending == Mending({"dries": ("2", "3", "4")}, ("1",), 4, draft=key)
    assert do(organiser, address, "repair", who="x", since="2").status_code == 400
    assert do(organiser, address, "repair", who="dries", since="").status_code == 400


AWAY = {"who": "dries", "since": "2", "others": "3"}
CHLOE_COULD_MEET_BERT = changed(afternoon(), wishes=(*afternoon().wishes, wish("bert", "chloe", 9)))


@pytest.fixture
def address_of_more(organiser: FlaskClient, services: Services) -> str:
    """Begin a draft of an event in which Chloé could meet Bert instead."""
    key = draft_of(services, event=CHLOE_COULD_MEET_BERT)
    answer = send(organiser, f"{OWN}/grid", {"run": key})
    return str(answer.location.removesuffix("/tables"))


def test_what_an_absence_changes_is_shown_before_anything_is_changed(
    organiser: FlaskClient, services: Services, address_of_more: str
) -> None:
    page = organiser.get(f"{address_of_more}/repair", query_string=AWAY, headers=ENGLISH)
    words = text_of(page)
    assert "1 person loses a meeting 1 new meeting in free places; nothing else moves" in words
    assert "2 people to be told To be told: bert, chloe" in words
    assert "Gone chloe & dries 13:45 · table 2 – New" in words
    assert stands(services) == (Plan(CHLOE_COULD_MEET_BERT, HELD), 0)


@pytest.mark.parametrize(("others", "told"), [("0", "chloe"), ("3", "bert, chloe")])
def test_what_the_engine_mended_is_shown_before_it_is_taken(
    organiser: FlaskClient, services: Services, address_of_more: str, others: str, told: str
) -> None:
    do(organiser, address_of_more, "repair", **{**AWAY, "others": others})
    assert take_one(services.database, solve, lambda _: (), Flag(), 20)
    with services.database.reading() as connection:
        run = runs.newest(connection, 1)[0]
    page = text_of(organiser.get(f"{OWN}/grid/runs/{run.key}", headers=ENGLISH))
    assert f"of {others} at most, as you asked" in page
    assert f"To be told: {told}" in page
    assert "nothing better than new meetings in free places" in page
    assert stands(services) == (Plan(CHLOE_COULD_MEET_BERT, HELD), 0)


def test_the_page_of_the_run_leads_to_what_it_changes(
    organiser: FlaskClient, services: Services, address_of_more: str
) -> None:
    do(organiser, address_of_more, "repair", **AWAY)
    assert take_one(services.database, solve, lambda _: (), Flag(), 20)
    with services.database.reading() as connection:
        run = runs.newest(connection, 1)[0]
    page = organiser.get(f"{OWN}/runs/{run.key}", headers=ENGLISH)
    assert f'href="{OWN}/grid/runs/{run.key}">See what changes for whom</a>' in page.text


def test_all_who_are_not_there_are_chosen_at_first_each_with_their_times(
    organiser: FlaskClient, address: str
) -> None:
    page = text_of(organiser.get(f"{address}/repair", headers=ENGLISH))
    assert "As far as is known, all come who were awaited." in page
    for each in ("anna", "dries"):
        send(organiser, f"{OWN}/desk/{each}", {"act": "absent"}, seen=f"{OWN}/desk")
    page = organiser.get(f"{address}/repair", headers=ENGLISH).text
    assert re.findall(r'name="who" value="(\w+)" checked', page) == ["anna", "dries"]
    assert "2 people lose a meeting" in text_of(organiser.get(f"{address}/repair", headers=ENGLISH))
    one = organiser.get(f"{address}/repair?since=1&who=anna", headers=ENGLISH).text
    assert re.findall(r'checkbox" name="who" value="(\w+)"( checked)?', one) == [
        ("anna", " checked"),
        ("dries", ""),
    ]


def test_somebody_else_is_added_to_those_who_are_not_there(
    organiser: FlaskClient, address: str
) -> None:
    send(organiser, f"{OWN}/desk/anna", {"act": "absent"}, seen=f"{OWN}/desk")
    asked = {"since": "1", "who": "anna", "more": "dries", "since-more": "2", "until-more": "3"}
    page = organiser.get(f"{address}/repair", query_string=asked, headers=ENGLISH)
    assert "Without anna, dries" in text_of(page)
    assert '<input type="hidden" name="until-dries" value="3">' in page.text


def test_several_are_taken_out_by_one_step_and_another_absence_by_the_next(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    both = {"since": "1", "who": ["anna", "dries"], "since-dries": "2", "until-dries": "3"}
    assert do(organiser, address, "repair/take", **both).location == f"{address}/tables"
    plan, step = stands(services)
    assert plan.timetable.meetings == ()
    assert plan.event.participant_by_id["dries"].unavailable == {"2"}
    do(organiser, address, "repair/take", since="1", who="bert")
    plan, last = stands(services)
    assert (step, last) == (1, 2)
    assert plan.event.participant_by_id["anna"].unavailable == {"1", "2", "3", "4"}
    assert plan.event.participant_by_id["bert"].unavailable == {"1", "2", "3", "4"}
    do(organiser, address, "go", number=0)
    assert stands(services).plan == Plan(afternoon(), HELD)


def _came(services: Services, *wishes: Wish) -> None:
    """Add Nora to the event as it is by now."""
    with services.database.writing() as connection:
        stored = services.events.by_id(connection, 1)
        assert stored is not None
        people = (*stored.event.participants, person("nora", organisation="mill"))
        whole = changed(stored.event, participants=people, wishes=(*stored.event.wishes, *wishes))
        services.events.replace(connection, 1, whole)


def test_who_came_later_is_seated_in_free_slots_and_nothing_else_moves(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    _came(services, wish("nora", "bert"), wish("dries", "nora"))
    page = text_of(organiser.get(f"{address}/repair?", headers=ENGLISH))
    assert "With nora" in page
    assert "2 new meetings in free places; nothing else moves" in page
    do(organiser, address, "repair/take", since="1", new="nora", others="1")
    plan, _ = stands(services)
    assert set(HELD.meetings) < set(plan.timetable.meetings)
    assert len(plan.timetable.meetings) == 3
    assert plan.event.participant_by_id["nora"].organisation == "mill"
    assert new_breaches(Plan(plan.event, HELD), plan) == ()


def test_who_came_later_and_is_wished_by_nobody_is_said_to_have_no_meeting(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    _came(services)
    page = text_of(organiser.get(f"{address}/repair", headers=ENGLISH))
    assert "Without a meeting all the same: nora." in page


def test_the_engine_seats_who_came_later_in_the_working_copy_in_which_it_was_asked(
    organiser: FlaskClient, services: Services, address: str
) -> None:
    _came(services, wish("nora", "bert"))
    asked = {"since": "1", "new": "nora", "who": "dries", "others": "2"}
    do(organiser, address, "repair", **asked)
    assert take_one(services.database, solve, lambda _: (), Flag(), 20)
    with services.database.reading() as connection:
        run = runs.newest(connection, 1)[0]
    assert run.title == "Without dries, with nora"
    page = f"{OWN}/grid/runs/{run.key}"
    assert "Without dries, with nora" in text_of(organiser.get(page, headers=ENGLISH))
    assert send(organiser, f"{page}/take", {}, seen=page).location == f"{address}/tables"
    plan, step = stands(services)
    assert step == 1
    assert {"bert", "nora"} in [each.pair for each in plan.timetable.meetings]
    # The draft has gone on since, so that what the engine made of it before is another one.
    assert send(organiser, f"{page}/take", {}, seen=page).location != f"{address}/tables"


def test_whoever_is_away_and_leads_a_session_is_named_and_the_rest_is_mended(
    organiser: FlaskClient, services: Services
) -> None:
    led = [changed(each, facilitators=("dries",)) for each in afternoon().sessions]
    key = draft_of(services, event=changed(afternoon(), sessions=led))
    address = send(organiser, f"{OWN}/grid", {"run": key}).location.removesuffix("/tables")
    asked = {"since": "1", "who": "dries"}
    page = text_of(organiser.get(f"{address}/repair", query_string=asked, headers=ENGLISH))
    assert "dries leads “Finance” at 14:15. That stays as it is here" in page
    do(organiser, address, "repair/take", **asked)
    plan, _ = stands(services)
    assert plan.timetable.meetings == (HELD.meetings[0],)
    assert plan.event.participant_by_id["dries"].unavailable == {"1", "2", "3"}


def test_opening_a_run_again_goes_on_with_a_draft_in_which_nothing_was_done(
    organiser: FlaskClient, services: Services
) -> None:
    run = {"run": draft_of(services)}
    first = send(organiser, f"{OWN}/grid", run).location
    assert send(organiser, f"{OWN}/grid", run).location == first
    do(organiser, first.removesuffix("/tables"), "lock", pair=PAIR, locked="yes")
    assert send(organiser, f"{OWN}/grid", run).location != first


def test_a_working_copy_need_not_be_gone_on_with(
    organiser: FlaskClient, services: Services
) -> None:
    key = draft_of(services)
    published(services, key)
    address = send(organiser, f"{OWN}/grid", {"run": key}).location.removesuffix("/tables")
    do(organiser, address, "move", pair=PAIR, slot="3", table="1")
    page = organiser.get(f"{OWN}/grid/published/repair", follow_redirects=True, headers=ENGLISH)
    assert "Against what is published it has 1 change so far." in text_of(page)
    afresh = f"{OWN}/grid/published/repair?afresh=yes"
    assert "so far" not in text_of(organiser.get(afresh, headers=ENGLISH))
    sent = {"step": 1, "since": "1", "who": "anna"}
    taken = send(organiser, f"{OWN}/grid/published/repair/take", sent, seen=afresh).location
    assert not taken.startswith(address)
    assert stands(services).plan.timetable.meetings == (HELD.meetings[1],)


def test_looking_at_what_is_published_begins_no_working_copy(
    organiser: FlaskClient, services: Services
) -> None:
    published(services, draft_of(services))
    send(organiser, f"{OWN}/desk/anna", {"act": "absent"}, seen=f"{OWN}/desk")
    address = f"{OWN}/grid/published/repair"
    assert "Without anna" in text_of(organiser.get(address, headers=ENGLISH))
    with services.database.reading() as connection:
        assert drafts.newest(connection, 1) == []
    form = {"step": 1, "since": "1", "who": "anna"}
    taken = send(organiser, f"{address}/take", form, seen=address)
    assert stands(services).step == 1
    again = organiser.get(address, headers=ENGLISH)
    assert again.location == taken.location.replace("/tables", "/repair")
    late = send(organiser, f"{address}/take", form | {"step": 7}, seen=f"{OWN}/desk")
    assert late.status_code == 409
    with services.database.reading() as connection:
        assert len(drafts.newest(connection, 1)) == 1


@pytest.mark.parametrize("page", [f"{OWN}/desk?coming=absent", f"{OWN}/people/anna"])
def test_pages_on_which_somebody_does_not_come_lead_to_mending(
    organiser: FlaskClient, services: Services, page: str
) -> None:
    published(services, draft_of(services))
    assert "Mend the published programme" not in organiser.get(page, headers=ENGLISH).text
    send(organiser, f"{OWN}/desk/anna", {"act": "absent"}, seen=f"{OWN}/desk")
    assert "Mend the published programme: anna" in organiser.get(page, headers=ENGLISH).text
    assert f'href="{OWN}/grid/published/repair"' in organiser.get(page, headers=ENGLISH).text


def test_who_came_after_it_was_published_is_named_on_the_overview(
    organiser: FlaskClient, services: Services
) -> None:
    published(services, draft_of(services))
    assert "Seat those who came later" not in text_of(organiser.get(OWN, headers=ENGLISH))
    _came(services)
    overview = text_of(organiser.get(OWN, headers=ENGLISH))
    assert "They are not in what is published: nora." in overview


def test_of_the_others_no_more_are_concerned_than_the_organiser_says(
    organiser: FlaskClient, address_of_more: str
) -> None:
    asked = {**AWAY, "others": "0"}
    page = organiser.get(f"{address_of_more}/repair", query_string=asked, headers=ENGLISH)
    assert "0 new meetings" in text_of(page)
    assert "1 person to be told To be told: chloe" in text_of(page)


def test_what_was_shown_is_taken_into_a_working_copy_and_can_be_undone(
    organiser: FlaskClient, services: Services, address_of_more: str
) -> None:
    answer = do(organiser, address_of_more, "repair/take", **AWAY)
    assert answer.status_code == 303
    assert answer.location == f"{address_of_more}/tables"
    plan, step = stands(services)
    assert [sorted(each.pair) for each in plan.timetable.meetings] == [
        ["anna", "bert"],
        ["bert", "chloe"],
    ]
    assert plan.event.participant_by_id["dries"].unavailable == {"2", "3", "4"}
    assert step == 1
    history = answer.location.replace("/tables", "/history")
    assert "Without dries organiser" in text_of(organiser.get(history, headers=ENGLISH))
    do(organiser, answer.location.removesuffix("/tables"), "go", number=0)
    assert stands(services).plan.timetable == HELD


def test_what_is_no_longer_as_it_was_shown_is_not_taken(
    organiser: FlaskClient, services: Services, address_of_more: str
) -> None:
    do(organiser, address_of_more, "lock", pair=PAIR, locked="yes")
    late = do(organiser, address_of_more, "repair/take", **AWAY, step=0)
    assert late.status_code == 409
    assert "What you wanted Without dries" in text_of(late)
    with services.database.reading() as connection:
        assert len(drafts.newest(connection, 1)) == 1


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
