from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from solver.move_bound import Stop, fewest_moves
from tests.strategies import UNHURRIED

Agendas = list[list[Stop]]


@st.composite
def agendas(draw: st.DrawFn) -> Agendas:
    people, slots = draw(st.integers(2, 5)), draw(st.integers(1, 4))
    found: Agendas = [[] for _ in range(people)]
    for slot in range(slots):
        order = draw(st.permutations(range(people)))
        for number in range(draw(st.integers(0, people // 2))):
            table = draw(st.sampled_from([-1, -1, -1, 7 + number, 9 + number]))
            stop = Stop(slot, slot * people + number, table)
            for person in order[2 * number : 2 * number + 2]:
                found[person].append(stop)
    return found


def moves(agenda: list[Stop], table_of: dict[int, int]) -> int:
    return sum(table_of[a.meeting] != table_of[b.meeting] for a, b in pairwise(agenda))


def tried(given_agendas: Agendas, shared: int) -> int | None:
    """Return the fewest moves of all ways to give the tables 0 to `shared` - 1."""
    stops = sorted({stop for agenda in given_agendas for stop in agenda})
    best = None
    options = [range(shared) if each.table == -1 else [each.table] for each in stops]
    for tables in product(*options):
        taken = {(each.slot, table) for each, table in zip(stops, tables, strict=True)}
        if len(taken) == len(stops):
            table_of = {s.meeting: table for s, table in zip(stops, tables, strict=True)}
            count = sum(moves(agenda, table_of) for agenda in given_agendas)
            best = count if best is None else min(best, count)
    return best


@UNHURRIED
@given(agendas())
def test_no_tables_leave_fewer_moves(given_agendas: Agendas) -> None:
    fewest = tried(given_agendas, shared=3)
    assert fewest is None or fewest_moves(given_agendas, range(7, 20)) <= fewest
    assert fewest_moves(given_agendas) <= fewest_moves(given_agendas, range(7, 20))


@UNHURRIED
@given(agendas())
def test_between_two_slots_the_bound_is_reached(given_agendas: Agendas) -> None:
    two = [[stop for stop in agenda if stop.slot < 2] for agenda in given_agendas]
    if any(stop.table != -1 for agenda in two for stop in agenda):
        two = [[stop._replace(table=-1) for stop in agenda] for agenda in two]
    assert fewest_moves(two) == tried(two, shared=4)


def test_of_two_who_part_one_moves() -> None:
    assert fewest_moves([[Stop(0, 0), Stop(1, 1)], [Stop(0, 0), Stop(1, 2)]]) == 1


def test_two_who_go_on_together_both_stay() -> None:
    assert fewest_moves([[Stop(0, 0), Stop(1, 1)]] * 2) == 0


def test_those_whose_meetings_come_apart_in_time_do_not_hinder_each_other() -> None:
    assert fewest_moves([[Stop(0, 0), Stop(1, 1)], [Stop(0, 0), Stop(2, 2)]]) == 0


def test_between_known_tables_it_is_known_who_moves() -> None:
    stays = [Stop(0, 0, 5), Stop(1, 1, 5)]
    leaves = [Stop(0, 0, 5), Stop(1, 2, 6)]
    assert fewest_moves([stays, leaves]) == 1


def test_a_table_of_ones_own_is_left_for_any_other() -> None:
    agenda = [Stop(0, 0, 5), Stop(1, 1)]
    assert fewest_moves([agenda], reserved={5}) == 1
    assert fewest_moves([agenda]) == 0


def test_nobody_takes_a_seat_that_is_kept() -> None:
    stays = [Stop(0, 0, 5), Stop(1, 1, 5)]
    follows = [Stop(0, 0, 5), Stop(1, 2)]
    assert fewest_moves([stays, follows]) == 1


def test_without_meetings_nobody_moves() -> None:
    assert fewest_moves([[], [Stop(0, 0)]]) == 0
