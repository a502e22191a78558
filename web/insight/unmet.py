"""Unmet wishes with their reasons: those that the worker wrote down; few are worked out at once."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection

from matchmaker.messages import Message, message
from matchmaker.reasons.explain import unmet_wishes
from matchmaker.reasons.listing import diagnoses, from_json
from matchmaker.reasons.reason import Obstacle, Reason
from web.insight.subject import Subject
from web.paging import Page, page_of
from web.store import results
from web.store.results import REASONS

PER_PAGE = 50
MOST_REMEMBERED = 4
FEW = 100
"""Up to how many unmet wishes a page works out the reasons of itself."""

KINDS: Mapping[Obstacle, Message] = {
    Obstacle.VETO: message("One does not want to"),
    Obstacle.SAME_SIDE: message("Same side"),
    Obstacle.SAME_ORGANISATION: message("Same organisation"),
    Obstacle.ALREADY_MET: message("Met before"),
    Obstacle.TWO_TABLES: message("Two tables of their own"),
    Obstacle.NO_LANGUAGE: message("No common language"),
    Obstacle.NEVER_FREE_TOGETHER: message("Never there together"),
    Obstacle.LOCKED: message("Locked meetings in the way"),
    Obstacle.STAYS_ELSEWHERE: message("Stays at another table"),
    Obstacle.AT_MAXIMUM: message("Maximum reached"),
    Obstacle.NO_INTERPRETER_FREE: message("No interpreter free"),
    Obstacle.NO_TABLE_FREE: message("No table free"),
    Obstacle.CANNOT_GIVE_WAY: message("Nothing can give way"),
    Obstacle.CROSS_BORDER_QUOTA: message("Too few across the border"),
    Obstacle.DISPLACES: message("Worth less than what it displaces"),
    Obstacle.OVERLOOKED: message("Would be worth more"),
}


@dataclass(frozen=True)
class Sought:
    """What the reader looks for: wishes with one obstacle, wishes of one person; which page."""

    obstacle: str = ""
    wisher: str = ""
    page: int = 1

    def asked(self, about: Mapping[str, str]) -> dict[str, str]:
        """Return the part of an address that means the same; the page apart."""
        parts = {**about, "obstacle": self.obstacle, "who": self.wisher}
        return {name: each for name, each in parts.items() if each}


@dataclass(frozen=True)
class Listing:
    """A page of the reasons that were sought, and how many there are of each kind."""

    page: Page[Reason]
    kinds: Mapping[Obstacle, int]
    wishers: Mapping[str, int]


def listing(reasons: tuple[Reason, ...], sought: Sought) -> Listing:
    """Return what is sought among `reasons`, the most wanted first."""
    found = [each for each in reasons if _is_sought(each, sought)]
    found.sort(key=lambda each: int(each.wish.rank))
    kinds = Counter(each.obstacle for each in reasons)
    wishers = Counter(each.wish.wisher for each in reasons)
    return Listing(page_of(found, sought.page, PER_PAGE), kinds, wishers)


def reasons_of(connection: Connection, about: Subject) -> tuple[Reason, ...] | None:
    """Return why each unmet wish is so; None while the worker has yet to work it out."""
    run_id = about.run_id
    kept = None if run_id is None else results.data_of(connection, run_id, REASONS)
    if kept is not None:
        return _read(kept)
    content = about.content
    if run_id is not None and len(unmet_wishes(content.event, content.timetable)) > FEW:
        return None
    return tuple(diagnoses(content.event, content.timetable))


@lru_cache(MOST_REMEMBERED)
def _read(kept: bytes) -> tuple[Reason, ...]:
    return from_json(kept.decode())


def _is_sought(reason: Reason, sought: Sought) -> bool:
    is_kind = sought.obstacle in ("", reason.obstacle)
    return is_kind and sought.wisher in ("", reason.wish.wisher)
