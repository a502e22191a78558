"""Surveys for tests of charts."""

from itertools import product

from matchmaker.prospects import Prospect, Survey
from matchmaker.resources import TABLES, Kind, Resource

FRENCH_DUTCH = Resource(Kind.INTERPRETERS, ("fr", "nl"))


def prospect(amounts: tuple[int, ...], wishes: int) -> Prospect:
    return Prospect(amounts, wishes, 2.0 * wishes, 2.5 * wishes, meetings=1, idle_slots=0)


def of_tables(*wishes: int, first: int = 3, now: int = 4) -> Survey:
    """Return a survey of tables from `first` on that meet so many of 40 wishes."""
    found = [prospect((number,), met) for number, met in enumerate(wishes, start=first)]
    return Survey((TABLES,), (now,), 40, tuple(found))


def of_two(tables: range = range(3, 6), interpreters: range = range(3)) -> Survey:
    """Return a survey of every combination of tables and interpreters."""
    found = [prospect(each, each[0] + 10 * each[1]) for each in product(tables, interpreters)]
    return Survey((TABLES, FRENCH_DUTCH), (tables[1], 1), 40, tuple(found))
