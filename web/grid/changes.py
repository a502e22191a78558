"""Changing a draft: each change is a step, refused where it breaks a rule or comes too late."""

from collections.abc import Callable, Iterable
from typing import Any

from flask import Blueprint, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.messages import Message, message
from matchmaker.moves import applying
from matchmaker.moves.exchange import exchanged
from matchmaker.moves.move import Move
from matchmaker.moves.plan import Plan, new_breaches
from matchmaker.rules.violation import Violation
from solver.collecting import without_collecting
from web import here
from web.access import permitted
from web.audit import Action, actor, note
from web.grid import sentences
from web.grid.altered import altered
from web.grid.board import Board
from web.grid.opening import Opened, opened_or_404
from web.grid.pairs import two_or_404
from web.grid.views import PEOPLE, TABLES
from web.languages import say, translate
from web.rights import Right
from web.services import services
from web.store import drafts, results, runs
from web.store.drafts import Overtaken
from web.store.history import History
from web.store.runs import Run
from web.store.sentences import packed

changes = Blueprint("changes", __name__, url_prefix="/organiser/events/<event>/grid")

Edit = Callable[[Opened], tuple[Plan, Message]]
"""What a change makes of a draft, and what the history says of it."""


@changes.post("")
@permitted(Right.PLAN)
def begin() -> ResponseReturnValue:
    """Begin a draft of what a run gave; one in which nothing was done yet will do."""
    with services().database.writing() as connection:
        run = runs.find(connection, here.event_id(), request.form.get("run", "")) or abort(404)
        whole = results.whole_of(connection, run.id) or abort(404)
        found = drafts.untouched(connection, here.event_id(), run.id)
        key = found.key if found else _begun(connection, run, whole.plan)
    return redirect(url_for("grid.tables", key=key), 303)


def _begun(connection: Connection, run: Run, plan: Plan) -> str:
    key = drafts.begin(connection, run.event_id, run.id, plan, sentences.BEGUN, actor())
    note(connection, Action.DRAFT_BEGUN, key, run=run.key)
    return key


@changes.post("/<key>/move")
@permitted(Right.PLAN)
def move(key: str) -> ResponseReturnValue:
    """Let two meet in a slot at a table; without these, let them meet no more."""

    def edit(opened: Opened) -> tuple[Plan, Message]:
        wanted = _move(opened.plan)
        exchange = exchanged(opened.judge.occupancy, wanted)
        text = sentences.of_move(opened.plan.event, wanted, exchange)
        return applying.carried_out(opened.plan, wanted, exchange), text

    return _change(key, edit)


@changes.post("/<key>/lock")
@permitted(Right.PLAN)
def lock(key: str) -> ResponseReturnValue:
    """Lock a meeting where it is, or let go of its lock."""
    is_locked = request.form.get("locked") == "yes"

    def edit(opened: Opened) -> tuple[Plan, Message]:
        plan = opened.plan
        two = two_or_404(plan.event, request.form.get("pair", ""))
        done = applying.locked if is_locked else applying.unlocked
        return done(plan, [frozenset(two)]), sentences.of_lock(plan.event, two, is_locked)

    return _change(key, edit)


@changes.post("/<key>/locks")
@permitted(Right.PLAN)
def locks(key: str) -> ResponseReturnValue:
    """Lock everything as it stands, or let go of all locks."""
    if request.form.get("locked") == "yes":
        return _change(key, lambda at: (applying.all_locked(at.plan), sentences.ALL_LOCKED))
    return _change(key, lambda at: (applying.all_unlocked(at.plan), sentences.ALL_UNLOCKED))


@changes.post("/<key>/go")
@permitted(Right.PLAN)
def go(key: str) -> ResponseReturnValue:
    """Let the draft stand at another of its steps: undo, redo, or anything from the history."""
    number = request.form.get("number", -1, type=int)
    try:
        with services().database.writing() as connection:
            opened = opened_or_404(connection, key)
            steps = {each.number for each in drafts.steps_of(connection, opened.draft)}
            if number not in steps:
                abort(404)
            drafts.go(connection, opened.draft, _seen(), number)
            note(connection, Action.DRAFT_CHANGED, key, step=number)
    except Overtaken:
        return overtaken(key, None)
    return _back(key)


def _move(plan: Plan) -> Move:
    one, other = two_or_404(plan.event, request.form.get("pair", ""))
    slot, table = request.form.get("slot"), request.form.get("table")
    if request.form.get("remove"):
        return Move(participant_a=one, participant_b=other)
    if slot not in plan.event.slot_by_id or table not in plan.event.table_by_id:
        abort(400)
    return Move(participant_a=one, participant_b=other, slot=slot, table=table)


def _change(key: str, edit: Edit) -> ResponseReturnValue:
    """Make a change by a step of its own, unless it breaks a rule or somebody came between."""
    with services().database.reading() as connection:
        before = opened_or_404(connection, key)
    with without_collecting():
        after, text = edit(before)
        broken = new_breaches(before.plan, after)
    if before.step != _seen():
        return overtaken(key, text)
    if broken:
        return refused(before, broken)
    try:
        with services().database.writing() as connection:
            step = drafts.change(connection, before.draft, before.step, after, text, actor())
            note(connection, Action.DRAFT_CHANGED, key, step=step, sentence=packed(text))
    except Overtaken:
        return overtaken(key, text)
    if request.accept_mimetypes.best == "application/json":
        with without_collecting():
            return jsonify(_changed_rows(before, Opened(before.draft, after, step), text))
    return _back(key)


def _changed_rows(before: Opened, after: Opened, text: Message) -> dict[str, Any]:
    """Return what the script of the grid puts in the place of what it shows."""
    new = altered(before.plan, after.plan)
    board = Board(after.plan)
    drawn = board.people(new.people) if _view() == PEOPLE else board.tables(new.tables)
    rows = {each.key: render_template("grid_row.html", each=each) for each in drawn}
    locks = len(after.plan.event.locked_meetings)
    return {
        "step": after.step,
        "sentence": say(text),
        "rows": rows,
        "undo": before.step,
        "locks": translate().plural("{number} lock", "{number} locks", locks),
    }


def refused(opened: Opened, broken: Iterable[Violation]) -> ResponseReturnValue:
    """Say which rules would be broken; nothing has changed."""
    page = render_template(
        "grid_refused.html", opened=opened, broken=[e.message for e in broken], view=_view()
    )
    return page, 422


def overtaken(key: str, text: Message | None) -> ResponseReturnValue:
    """Show what others did meanwhile, and offer to do the change on top of it."""
    with services().database.reading() as connection:
        opened = opened_or_404(connection, key)
        steps = drafts.steps_of(connection, opened.draft)
    seen = _seen()
    page = render_template(
        "grid_overtaken.html",
        opened=opened,
        event=opened.plan.event,
        since=History(steps, opened.step).since(seen),
        stands=History(steps, opened.step).done[0],
        wanted=text or message("Going back in the history"),
        answers=[
            each for each in request.form.items(multi=True) if each[0] not in ("step", "csrf_token")
        ],
        view=_view(),
    )
    return page, 409


def _seen() -> int:
    """Return the step that the reader saw when they made the change."""
    seen = request.form.get("step", type=int)
    return abort(400) if seen is None else seen


def _view() -> str:
    return PEOPLE if request.form.get("view") == PEOPLE else TABLES


def _back(key: str) -> ResponseReturnValue:
    return redirect(url_for(f"grid.{_view()}", key=key), 303)
