"""The rows of the grid that a change draws anew, compared with all rows before and after."""

from collections.abc import Iterator

from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.moves.applying import all_locked, applied
from matchmaker.moves.move import Move
from matchmaker.moves.plan import Plan
from tests.matchmaker.moves.plans import plans, two_of
from tests.strategies import UNHURRIED
from web.grid.altered import altered
from web.grid.board import Board

APP = Flask(__name__)


def differing(before: Plan, after: Plan) -> tuple[set[str], set[str]]:
    """Return the tables and people whose rows differ, found by making all of them."""
    with APP.test_request_context():
        return set(_tables(before, after)), set(_people(before, after))


def _tables(before: Plan, after: Plan) -> Iterator[str]:
    for table, one, other in zip(
        after.event.table_by_id, Board(before).tables(), Board(after).tables(), strict=True
    ):
        if one != other:
            yield table


def _people(before: Plan, after: Plan) -> Iterator[str]:
    for person, one, other in zip(
        after.event.participant_by_id, Board(before).people(), Board(after).people(), strict=True
    ):
        if one != other:
            yield person


@UNHURRIED
@given(plans(), st.data())
def test_every_row_that_a_move_changes_is_drawn_anew(plan: Plan, data: st.DataObject) -> None:
    two = two_of(data, plan)
    if two is None or not plan.event.tables:
        return
    slot = data.draw(st.sampled_from([None, *plan.event.slot_by_id]))
    table = data.draw(st.sampled_from(list(plan.event.table_by_id))) if slot else None
    after = applied(plan, Move(participant_a=two[0], participant_b=two[1], slot=slot, table=table))
    found, (tables, people) = altered(plan, after), differing(plan, after)
    assert (tables - found.tables, people - found.people) == (set(), set())


@UNHURRIED
@given(plans())
def test_every_row_that_gets_a_lock_is_drawn_anew(plan: Plan) -> None:
    after = all_locked(plan)
    found, (tables, people) = altered(plan, after), differing(plan, after)
    assert (tables - found.tables, people - found.people) == (set(), set())


@UNHURRIED
@given(plans())
def test_where_nothing_changes_no_row_is_drawn_anew(plan: Plan) -> None:
    found = altered(plan, plan)
    assert (found.tables, found.people) == (frozenset(), frozenset())
