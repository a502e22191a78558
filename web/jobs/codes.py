"""Where the codes on paper lead: to the agenda of whoever holds the paper, to be read only."""

import os

from matchmaker.event import Event
from web.store.database import Database
from web.store.links import Desk, Scope, Signer, end_of

PUBLIC_URL = "MATCHMAKER_PUBLIC_URL"
SECRET_KEY = "MATCHMAKER_SECRET_KEY"  # noqa: S105 -- the name of a setting


def code_links(database: Database, event_id: int, event: Event) -> dict[str, str]:
    """Return by participant where their code leads, with links made for those without one.

    There are none where the address of the pages or the secret key is not known.
    """
    base, secret = os.environ.get(PUBLIC_URL, ""), os.environ.get(SECRET_KEY, "")
    if not base or not secret:
        return {}
    people = [each.id for each in event.participants]
    desk = Desk(Signer(secret), event_id, Scope.AGENDA)
    with database.writing() as connection:
        given = desk.given(connection, people, end_of(event))
    return {each: f"{base.rstrip('/')}/agenda/{token}" for each, token in given.items()}
