"""Working copies of timetables: steps, undo, redo, and who came first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from matchmaker.messages import message
from matchmaker.moves.applying import all_locked, applied
from matchmaker.moves.move import Move
from matchmaker.moves.plan import Plan
from matchmaker.variations import changed, with_people
from tests.web.samples import afternoon, timetable
from web.store import drafts, run_queue, runs
from web.store.database import Database
from web.store.drafts import Draft, Overtaken
from web.store.events import EventStore
from web.store.history import History
from web.store.migrate import migrate
from web.store.run_queue import Wanted

PLAN = Plan(afternoon(), timetable())
MOVED = applied(PLAN, Move(participant_a="anna", participant_b="bert", slot="2", table="1"))
MOVED_AGAIN = applied(PLAN, Move(participant_a="anna", participant_b="bert", slot="3", table="1"))
TEXT = message("{name} did it", name="Léa")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    made = Database(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    migrate(made)
    with made.writing() as opened:
        yield opened
    made.close()


@pytest.fixture(autouse=True)
def _nothing_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST_REMEMBERED", 0)


@pytest.fixture
def draft(connection: Connection) -> Draft:
    event = EventStore().add(connection, afternoon(), "day")
    run = runs.find(
        connection, event.id, run_queue.add(connection, event.id, PLAN.event, Wanted(10))
    )
    assert run is not None
    drafts.begin(connection, event.id, run.id, PLAN, TEXT, "Léa")
    return drafts.newest(connection, event.id)[0]


def again(connection: Connection, draft: Draft) -> Draft:
    found = drafts.find(connection, draft.event_id, draft.key)
    assert found is not None
    return found


def history(connection: Connection, draft: Draft) -> History:
    return History(drafts.steps_of(connection, draft), again(connection, draft).position)


def test_a_draft_begins_as_the_run_ended(connection: Connection, draft: Draft) -> None:
    assert drafts.current(connection, draft) == (PLAN, 0)


def test_a_change_is_a_step_with_its_locks_and_its_sentence(
    connection: Connection, draft: Draft
) -> None:
    assert drafts.change(connection, draft, 0, MOVED, TEXT, "Bob") == 1
    found = drafts.current(connection, again(connection, draft))
    assert found == (MOVED, 1)
    step = drafts.steps_of(connection, draft)[1]
    assert (step.number, step.parent, step.sentence, step.made_by) == (1, 0, TEXT, "Bob")


def test_a_change_that_was_rolled_back_is_not_remembered(
    connection: Connection, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "MOST_REMEMBERED", 9)
    attempt = connection.begin_nested()
    assert drafts.change(connection, draft, 0, MOVED, TEXT, "Bob") == 1
    attempt.rollback()
    assert drafts.change(connection, draft, 0, MOVED_AGAIN, TEXT, "Léa") == 1
    assert drafts.current(connection, again(connection, draft)) == (MOVED_AGAIN, 1)


def test_what_is_undone_can_be_redone(connection: Connection, draft: Draft) -> None:
    drafts.change(connection, draft, 0, MOVED, TEXT, "Bob")
    assert history(connection, draft).undo == 0
    drafts.go(connection, draft, 1, 0)
    assert drafts.current(connection, again(connection, draft)).plan.timetable == PLAN.timetable
    assert (history(connection, draft).undo, history(connection, draft).redo) == (None, 1)
    drafts.go(connection, draft, 0, 1)
    assert drafts.current(connection, again(connection, draft)).plan.event == MOVED.event


def test_a_change_after_undoing_loses_nothing(connection: Connection, draft: Draft) -> None:
    drafts.change(connection, draft, 0, MOVED, TEXT, "Bob")
    drafts.go(connection, draft, 1, 0)
    assert drafts.change(connection, draft, 0, MOVED_AGAIN, TEXT, "Bob") == 2
    assert [each.number for each in history(connection, draft).done] == [2, 0]
    assert history(connection, draft).redo is None
    assert drafts.at(connection, draft, 1).plan.timetable == MOVED.timetable


def test_who_saw_an_older_state_changes_nothing(connection: Connection, draft: Draft) -> None:
    drafts.change(connection, draft, 0, MOVED, TEXT, "Bob")
    with pytest.raises(Overtaken):
        drafts.change(connection, draft, 0, all_locked(PLAN), TEXT, "Léa")
    with pytest.raises(Overtaken):
        drafts.go(connection, draft, 0, 1)
    assert drafts.current(connection, again(connection, draft)).plan.timetable == MOVED.timetable
    assert len(drafts.steps_of(connection, draft)) == 2


def test_a_number_is_never_given_to_another_state(connection: Connection, draft: Draft) -> None:
    drafts.change(connection, draft, 0, MOVED, TEXT, "Bob")
    drafts.go(connection, draft, 1, 0)
    drafts.change(connection, draft, 0, MOVED_AGAIN, TEXT, "Bob")
    with pytest.raises(Overtaken):
        drafts.change(connection, draft, 1, all_locked(MOVED), TEXT, "Léa")


def test_a_draft_is_of_its_event_only(connection: Connection, draft: Draft) -> None:
    assert drafts.find(connection, draft.event_id + 1, draft.key) is None
    assert drafts.newest(connection, draft.event_id + 1) == []


def test_the_history_says_what_came_since(connection: Connection, draft: Draft) -> None:
    drafts.change(connection, draft, 0, MOVED, TEXT, "Bob")
    drafts.change(connection, draft, 1, all_locked(MOVED), TEXT, "Cid")
    assert [each.made_by for each in history(connection, draft).since(0)] == ["Bob", "Cid"]


def test_a_step_may_have_another_event_which_later_steps_keep(
    connection: Connection, draft: Draft
) -> None:
    gone = changed(PLAN.event.participant_by_id["dries"], unavailable=frozenset({"2"}))
    other = Plan(with_people(PLAN.event, [gone]), PLAN.timetable)
    first = drafts.change(connection, draft, 0, other, TEXT, "Léa")
    second = drafts.change(connection, draft, first, all_locked(other), TEXT, "Léa")
    assert drafts.current(connection, again(connection, draft)).plan == all_locked(other)
    assert drafts.at(connection, draft, first).plan == other
    drafts.go(connection, draft, second, 0)
    assert drafts.current(connection, again(connection, draft)).plan == PLAN
