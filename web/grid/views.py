"""The pages of the grid: which drafts there are, the grid itself, one meeting, the history."""

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.moves.targets import targets
from matchmaker.rules.violation import names
from solver.collecting import without_collecting
from web import here
from web.access import permitted
from web.current import stored_or_404
from web.grid.board import Board, Row, tables_of
from web.grid.judged import all_places, best_of, sentence
from web.grid.opening import Opened, opened_or_404
from web.grid.origin import origin
from web.grid.pairs import numbered, two_or_404, written
from web.grid.sieve import clusters, regions, sieve_of, sifted
from web.rights import Right
from web.runs.times import TIME_LIMITS, USUAL_LIMIT
from web.services import services
from web.store import drafts, results, runs, versions
from web.store.history import History
from web.store.runs import Run

grid = Blueprint("grid", __name__, url_prefix="/organiser/events/<event>/grid")

TABLES, PEOPLE = "tables", "people"


@grid.get("")
@permitted(Right.PLAN)
def every() -> ResponseReturnValue:
    """List the drafts, and the runs from which one can be begun."""
    with services().database.reading() as connection:
        stored = stored_or_404(connection)
        found = drafts.newest(connection, here.event_id())
        last = drafts.last_steps(connection, found)
        latest = versions.latest(connection, here.event_id())
        published = latest.edition.run_id if latest else None
        given = _given(connection, published)
        names = runs.several(connection, here.event_id(), {each.run_id for each in found})
    return render_template(
        "grid_drafts.html",
        event=stored.event,
        drafts=found,
        last=last,
        names=names,
        latest=latest,
        published=published,
        runs=given,
    )


@grid.get("/<key>/tables")
@permitted(Right.PLAN)
def tables(key: str) -> ResponseReturnValue:
    """Show slots and tables."""
    return _board(key, TABLES)


@grid.get("/<key>/people")
@permitted(Right.PLAN)
def people(key: str) -> ResponseReturnValue:
    """Show slots and people."""
    return _board(key, PEOPLE)


@grid.get("/<key>/t/<pair>")
@permitted(Right.PLAN)
def places(key: str, pair: str) -> ResponseReturnValue:
    """Give the verdicts on all places of a meeting, for the script of the grid."""
    opened = _opened(key)
    with without_collecting():
        found = all_places(opened.judge, two_or_404(opened.plan.event, pair))
    return jsonify(found)


@grid.get("/<key>/m/<pair>")
@permitted(Right.PLAN)
def meeting(key: str, pair: str) -> ResponseReturnValue:
    """Show one meeting, or two people who could have one, and where it can go."""
    opened = _opened(key)
    event = opened.plan.event
    two = two_or_404(event, pair)
    return render_template(
        "grid_meeting.html",
        opened=opened,
        event=event,
        pair=pair,
        names=names(event, two),
        held=opened.judge.occupancy.meetings.get(frozenset(two)),
        lock=event.lock_by_pair.get(frozenset(two)),
        slots=list(_by_slot(opened, two)),
        view=request.args.get("view", TABLES),
    )


@grid.get("/<key>/add")
@permitted(Right.PLAN)
def add(key: str) -> ResponseReturnValue:
    """Ask which two are to meet, and lead to their meeting."""
    opened = _opened(key)
    numbers = numbered(opened.plan.event)
    one, other = request.args.get("one", ""), request.args.get("other", "")
    if one in numbers and other in numbers and one != other:
        pair = written(numbers, (one, other))
        return redirect(url_for(".meeting", key=key, pair=pair), 303)
    return render_template(
        "grid_add.html", opened=opened, event=opened.plan.event, one=one, other=other
    )


@grid.get("/<key>/history")
@permitted(Right.PLAN)
def history(key: str) -> ResponseReturnValue:
    """List what was done to the draft, and by whom."""
    with services().database.reading() as connection:
        opened = opened_or_404(connection, key)
        steps = drafts.steps_of(connection, opened.draft)
    return render_template(
        "grid_history.html",
        opened=opened,
        event=opened.plan.event,
        history=History(steps, opened.step),
    )


def _board(key: str, view: str) -> ResponseReturnValue:
    sieve = sieve_of(request.args)
    with services().database.reading() as connection:
        opened = opened_or_404(connection, key)
        steps = drafts.steps_of(connection, opened.draft)
        of = origin(connection, opened)
    event = opened.plan.event
    board = Board(opened.plan)
    return render_template(
        "grid.html",
        opened=opened,
        event=event,
        view=view,
        rows=list(_rows(view, board, sifted(event, sieve))),
        is_high=board.has_helpers,
        history=History(steps, opened.step),
        origin=of,
        sieve=sieve,
        regions=regions(event),
        clusters=clusters(event),
        time_limits=TIME_LIMITS,
        usual_limit=USUAL_LIMIT,
    )


def _given(connection: Connection, published: int | None) -> list[Run]:
    """Return the runs that gave a timetable: that of what is published first, then the newest."""
    found = {each.id: each for each in runs.newest(connection, here.event_id())}
    given = results.with_results(connection, list(found))
    first = None if published is None else runs.by_id(connection, here.event_id(), published)
    order = {first.id: first} if first else {}
    over = {key: e for key, e in found.items() if key in given and not e.is_under_way}
    return list((order | over).values())


def _rows(view: str, board: Board, people: frozenset[str] | None) -> Iterator[Row]:
    """Return the rows of the grid in that view, or those that hold any of `people`."""
    if view == PEOPLE:
        return board.people(people)
    held = board.timetable.meetings
    return board.tables(None if people is None else tables_of(people, held))


def _by_slot(opened: Opened, two: tuple[str, str]) -> Iterator[dict[str, Any]]:
    """Yield for each slot its best table, with the verdict on it in words."""
    event = opened.plan.event
    with without_collecting():
        judged = targets(opened.judge, two)
    for slot, table in best_of(opened.judge, two, judged).items():
        verdict = judged[slot, table]
        yield {
            "slot": event.slot_by_id[slot],
            "table": table,
            "colour": verdict.colour.value,
            "words": sentence(event, verdict),
        }


def _opened(key: str) -> Opened:
    with services().database.reading() as connection:
        return opened_or_404(connection, key)
