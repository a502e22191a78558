"""Who noted last whether somebody comes, as the log tells."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from web.audit import Action
from web.store import audit
from web.store.audit import Deed

LOOKED_THROUGH = 500


@dataclass(frozen=True)
class Noted:
    """Who noted it, nobody where the person themselves said so, and when."""

    by: str
    at: datetime


def last_noted(connection: Connection, event_id: int, names: Collection[str]) -> Noted | None:
    """Return who noted last whether the person of these ids comes; None where nobody lately did."""
    entries = audit.newest(connection, event_id, LOOKED_THROUGH)
    return next(
        (Noted(_by(each.deed), each.at) for each in entries if _is_on(each.deed, names)), None
    )


def _is_on(deed: Deed, names: Collection[str]) -> bool:
    if deed.action == Action.PRESENCE_NOTED:
        return deed.details.get("person") in names
    return "presence" in deed.details and deed.actor in _actors(names)


def _by(deed: Deed) -> str:
    return deed.actor if deed.action == Action.PRESENCE_NOTED else ""


def _actors(names: Collection[str]) -> set[str]:
    return {f"participant {each}" for each in names}
