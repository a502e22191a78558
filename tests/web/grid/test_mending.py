"""Mending a programme: who is away, who came after all, and what changes for whom."""

import re
from threading import Event as Flag

import pytest
from flask.testing import FlaskClient

from matchmaker.moves.plan import Plan, new_breaches
from matchmaker.people import Wish
from matchmaker.variations import changed
from solver.solve import solve
from tests.factories import lock, person, wish
from tests.web.browsing import ENGLISH, OWN, send, text_of
from tests.web.grid.desk import CHLOE_COULD_MEET_BERT, HELD, PAIR, do, draft_of, published, stands
from tests.web.samples import afternoon
from web.jobs.worker import take_one
from web.services import Services
from web.store import drafts, runs
from web.store.mendings import Mending

AWAY = {"who": "dries", "since": "2", "others": "3"}


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
    page = text_of(organiser.get(f"{address}/repair", headers={"Accept-Language": "fr"}))
    assert "Ajoutez des souhaits sur sa page" in page


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
