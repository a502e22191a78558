"""Every hard rule is kept by the engine under the name it has in the checker."""

from matchmaker.rules.checker import RULES
from solver import eligibility, exact, pairs, tables, trios, visits, workshops

KEPT_BY_CONSTRUCTION = {"known", "guest_at_meeting"}
"""The engine speaks of people, slots and tables of its own event only; it invites to meetings."""


def names_in_the_engine() -> set[str]:
    return {
        pairs.wished.__name__,
        *eligibility.RULES,
        *(rule.__name__ for rule in exact.RULES),
        *workshops.ELIGIBLE,
        *workshops.CONSTRAINTS,
        tables.fixed_table.__name__,
        tables.reserved_table.__name__,
        trios.one_guest_per_meeting.__name__,
        visits.trios_permitted.__name__,
        visits.guest_language.__name__,
        visits.guest_wished.__name__,
    }


def test_engine_and_checker_name_the_same_rules() -> None:
    assert names_in_the_engine() == set(RULES) - KEPT_BY_CONSTRUCTION
