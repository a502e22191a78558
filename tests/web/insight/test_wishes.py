"""Unmet wishes: all with reasons, filtered, and mended one click away, to be undone again."""

from threading import Event as Flag

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event as hooks

from matchmaker.reasons.listing import diagnoses, to_json
from matchmaker.timetable import Timetable
from matchmaker.variations import changed
from tests.factories import meeting, wish
from tests.web.browsing import ENGLISH, OWN, send, text_of
from tests.web.samples import afternoon
from tests.web.test_runs import newest
from tests.web.versions.made import finished
from web.jobs.explaining import Explainer
from web.services import Services
from web.store import drafts, results, runs
from web.store.runs import ENGINE

PAGE = f"{OWN}/wishes"
EARLY = Timetable(meetings=(meeting("anna", "bert"),))
AWAY = afternoon()
AWAY = changed(
    AWAY,
    participants=tuple(
        each.model_copy(update={"unavailable": frozenset({"2", "3", "4"})})
        if each.id == "chloe"
        else each.model_copy(update={"languages": ("nl", "fr"), "table": None})
        for each in AWAY.participants
    ),
    wishes=(*AWAY.wishes, wish("dries", "anna", 3), wish("chloe", "bert", 5)),
)


@pytest.fixture
def key(services: Services, organiser: FlaskClient) -> str:  # noqa: ARG001
    return finished(services, EARLY, AWAY)


def shown(client: FlaskClient, path: str = "") -> str:
    answer = client.get(PAGE + path, headers=ENGLISH)
    assert answer.status_code == 200
    return text_of(answer)


def test_before_the_first_programme_the_page_says_so(organiser: FlaskClient) -> None:
    assert "There is no programme yet." in shown(organiser)


@pytest.mark.usefixtures("key")
def test_all_unmet_wishes_are_listed_the_most_wanted_first(organiser: FlaskClient) -> None:
    page = shown(organiser)
    assert "3 unmet wishes" in page
    places = [page.index(each) for each in ("chloe → dries", "dries → anna", "chloe → bert")]
    assert places == sorted(places)


@pytest.mark.usefixtures("key")
def test_wishes_of_one_person_or_of_one_reason_can_be_looked_at(organiser: FlaskClient) -> None:
    page = shown(organiser, "?who=chloe")
    assert "2 unmet wishes" in page
    assert "dries → anna" not in page
    assert "0 unmet wishes" in shown(organiser, "?obstacle=veto")


def test_reasons_that_the_worker_wrote_down_are_shown(
    organiser: FlaskClient, services: Services, key: str
) -> None:
    found = list(diagnoses(AWAY, EARLY))[:1]
    with services.database.writing() as connection:
        run = runs.find(connection, 1, key)
        assert run is not None
        results.keep_document(connection, run.id, "data", "reasons.json", to_json(found).encode())
    assert "1 unmet wish" in shown(organiser)


def test_many_reasons_are_worked_out_by_the_worker_while_the_page_says_so(
    organiser: FlaskClient, services: Services, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.insight.unmet.FEW", 2)
    page = organiser.get(PAGE, query_string={"run": key, "who": "chloe"}, headers=ENGLISH)
    assert "The reasons are being worked out" in page.text
    assert f'hx-get="{PAGE}?run={key}&amp;who=chloe"' in page.text
    explainer = Explainer(services.database, Flag(), lambda: None)
    assert explainer.explain_one()
    assert not explainer.explain_one()
    assert "2 unmet wishes" in shown(organiser, f"?run={key}&who=chloe")


def test_while_reasons_are_worked_out_others_have_a_go(
    services: Services, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.jobs.explaining.AT_A_TIME", 1)
    stopping, turns = Flag(), list[str]()
    assert Explainer(services.database, stopping, lambda: turns.append(key)).explain_one()
    assert turns == [key] * 3


def test_a_worker_that_must_end_keeps_no_part_of_the_reasons(
    services: Services,
    key: str,  # noqa: ARG001
) -> None:
    stopping = Flag()
    stopping.set()
    Explainer(services.database, stopping, lambda: None).explain_one()
    with services.database.reading() as connection:
        assert len(results.unexplained(connection)) == 1


def test_a_wish_is_explained_with_what_mends_it(organiser: FlaskClient, key: str) -> None:
    page = shown(organiser, f"/chloe/bert?run={key}")
    assert "Let chloe accept the 13:45 slot." in page
    assert "Then the two meet at 13:45, table 1." in page


def test_a_fix_is_applied_to_a_draft_and_can_be_undone(
    organiser: FlaskClient, services: Services, key: str
) -> None:
    page = f"{PAGE}/chloe/bert?run={key}"
    answer = send(organiser, f"{PAGE}/chloe/bert/fix", {"run": key}, seen=page)
    assert answer.status_code == 303
    with services.database.reading() as connection:
        [draft] = drafts.newest(connection, 1)
        now = drafts.current(connection, draft)
        before = drafts.at(connection, draft, drafts.FIRST)
    assert answer.location.endswith(f"/grid/{draft.key}/tables")
    assert frozenset(("chloe", "bert")) in {each.pair for each in now.plan.timetable.meetings}
    assert now.plan.breaches == ()
    assert before.plan.timetable == EARLY
    assert organiser.get(answer.location).status_code == 200


def test_a_meeting_can_be_locked_and_the_rest_solved_around_it(
    organiser: FlaskClient, services: Services, key: str
) -> None:
    page = f"{PAGE}/dries/anna?run={key}"
    send(organiser, f"{PAGE}/dries/anna/lock", {"run": key}, seen=page)
    run = newest(services)
    assert (run.title, run.origin) == ("With dries & anna", ENGINE)
    with services.database.reading() as connection:
        task = runs.task_of(connection, run.id)
    assert task.hint == EARLY
    assert frozenset(("dries", "anna")) in task.event.lock_by_pair


@pytest.mark.parametrize("pair", ["anna/bert", "anna/chloe", "nobody/anna"])
def test_wishes_that_are_met_or_not_there_have_no_page(
    organiser: FlaskClient, key: str, pair: str
) -> None:
    assert organiser.get(f"{PAGE}/{pair}?run={key}").status_code == 404


def test_what_nothing_mends_is_neither_applied_nor_solved(
    organiser: FlaskClient, services: Services
) -> None:
    given = changed(afternoon(), wishes=(wish("anna", "chloe"),))
    key = finished(services, Timetable(), given)
    page = f"{PAGE}/anna/chloe?run={key}"
    assert "No change of times, tables or interpreters mends this." in shown(
        organiser, f"/anna/chloe?run={key}"
    )
    for verb in ("fix", "lock"):
        answer = send(organiser, f"{PAGE}/anna/chloe/{verb}", {"run": key}, seen=f"{OWN}/runs/new")
        assert answer.status_code == 404, page


def test_pages_take_ten_statements_at_most(
    organiser: FlaskClient, services: Services, key: str
) -> None:
    asked: list[str] = []
    hooks.listen(
        services.database.engine, "before_cursor_execute", lambda *call: asked.append(call[2])
    )
    for path in ("", f"?run={key}", f"/chloe/bert?run={key}"):
        asked.clear()
        shown(organiser, path)
        assert 0 < len(asked) <= 10, asked
