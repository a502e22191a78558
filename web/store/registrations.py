"""What people answered on the form, one row for each e-mail address of an event."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlalchemy import delete as sql_delete
from sqlalchemy.exc import IntegrityError

from web.registration import Registration
from web.store.moments import now
from web.store.tables.participants import registrations

MOST_REMEMBERED = 4096


class AddressTaken(Exception):  # noqa: N818 -- an answer to the registrant, not a fault
    """Somebody is registered with this e-mail address already."""


@dataclass(frozen=True)
class StoredRegistration:
    """A registration with its place in the store; `revision` grows by one with each change.

    Of whoever is known from the organisers' files and has answered nothing yet, nothing is kept:
    then `id` and `revision` are 0.
    """

    id: int
    event_id: int
    registration: Registration
    created_at: datetime
    updated_at: datetime
    revision: int
    is_confirmed: bool = False
    is_of_form: bool = True
    """Whether the person registered, as against what organisers noted of somebody they know."""

    @property
    def is_kept(self) -> bool:
        """Whether it has a place in the store."""
        return self.revision > 0


def email_key(email: str) -> str:
    """Return that by which two ways of writing one address are known as equal."""
    return email.strip().casefold()


def key_of(registration: Registration) -> str:
    """Return that by which answers are one person's: the address, the id where there is none."""
    person = registration.participant
    return email_key(person.email) if person.email else _id_key(registration)


def _id_key(registration: Registration) -> str:
    return f"participant {registration.participant.id}"


def add(
    connection: Connection, event_id: int, registration: Registration, *, is_of_form: bool = True
) -> int:
    """Keep a new registration and return its id; raises AddressTaken and changes nothing."""
    return _insert(connection, event_id, {**_columns(registration), "is_of_form": is_of_form})


def _insert(connection: Connection, event_id: int, columns: dict[str, Any]) -> int:
    moment = now()
    row = {**columns, "event_id": event_id, "created_at": moment, "updated_at": moment}
    try:
        with connection.begin_nested():
            new = insert(registrations).values(**row).returning(registrations.c.id)
            row_id = connection.execute(new).scalar_one()
    except IntegrityError as error:
        raise AddressTaken from error
    return int(row_id)


def change(connection: Connection, row_id: int, registration: Registration) -> None:
    """Replace the answers of a row; raises AddressTaken and changes nothing."""
    grown = {"revision": registrations.c.revision + 1, "updated_at": now()}
    values = {**_columns(registration), **grown}
    if _has_address(connection, row_id, registration):
        # Two of the organisers' files may share an address: then a row goes by its participant.
        del values["email_key"]
    try:
        with connection.begin_nested():
            _update(connection, row_id, values)
    except IntegrityError as error:
        raise AddressTaken from error


def keep(connection: Connection, row: StoredRegistration, registration: Registration) -> int:
    """Let `registration` stand in the place of `row` and return its id.

    Where nothing was kept so far, the address in `row` is the organisers' own, who vouch for it.
    Raises AddressTaken and changes nothing.
    """
    if row.is_kept:
        change(connection, row.id, registration)
        return row.id
    row_id = add_vouched(connection, row.event_id, row.registration)
    change(connection, row_id, registration)
    return row_id


def add_vouched(connection: Connection, event_id: int, registration: Registration) -> int:
    """Keep what organisers say of somebody, which counts as confirmed.

    Of somebody who shares the address of another it goes by their id.
    """
    columns = {**_columns(registration), "is_of_form": False}
    try:
        row_id = _insert(connection, event_id, columns)
    except AddressTaken:
        own = {"email_key": _id_key(registration)}
        row_id = _insert(connection, event_id, {**columns, **own})
    vouch_for(connection, row_id)
    return row_id


def vouch_for(connection: Connection, row_id: int) -> None:
    """Let the address of a row, which organisers wrote, count as confirmed."""
    _update(connection, row_id, {"confirmed_email": registrations.c.email_key})


def delete(connection: Connection, row_id: int) -> None:
    """Delete a row; mails about it must be gone before."""
    connection.execute(sql_delete(registrations).where(registrations.c.id == row_id))


def confirm(connection: Connection, row_id: int, email: str) -> None:
    """Remember that `email` reaches the person; another address is to be confirmed anew."""
    _update(connection, row_id, {"confirmed_email": email_key(email)})


def by_participant(
    connection: Connection, event_id: int, participant: str
) -> StoredRegistration | None:
    """Return the registration of that participant, the last where there are several, or None."""
    own = registrations.c.participant == participant
    return _first(connection, own & (registrations.c.event_id == event_id))


def by_email(connection: Connection, event_id: int, email: str) -> StoredRegistration | None:
    """Return the registration of that address, or None."""
    own = registrations.c.email_key == email_key(email)
    return _first(connection, own & (registrations.c.event_id == event_id))


def all_of(connection: Connection, event_id: int) -> list[StoredRegistration]:
    """Return every registration of the event, oldest first."""
    return of_events(connection, [event_id])


def of_events(connection: Connection, event_ids: Collection[int]) -> list[StoredRegistration]:
    """Return every registration of those events, oldest first."""
    query = select(registrations).where(registrations.c.event_id.in_(event_ids))
    return [_stored(row) for row in connection.execute(query.order_by(registrations.c.id))]


def _first(connection: Connection, condition: Any) -> StoredRegistration | None:
    query = select(registrations).where(condition).order_by(registrations.c.id.desc())
    row = connection.execute(query.limit(1)).first()
    return None if row is None else _stored(row)


def _update(connection: Connection, row_id: int, values: dict[str, Any]) -> None:
    statement = update(registrations).where(registrations.c.id == row_id)
    connection.execute(statement.values(**values))


def _has_address(connection: Connection, row_id: int, registration: Registration) -> bool:
    """Tell whether the row has the address of `registration` already."""
    row = _first(connection, registrations.c.id == row_id)
    known = row.registration.participant.email if row else None
    email = registration.participant.email
    return bool(known and email and email_key(known) == email_key(email))


def _columns(registration: Registration) -> dict[str, str]:
    return {
        "email_key": key_of(registration),
        "participant": registration.participant.id,
        "content": registration.model_dump_json(exclude_defaults=True),
    }


def _stored(row: Any) -> StoredRegistration:
    registration = _read(row.content)
    moments = row.created_at, row.updated_at
    return StoredRegistration(
        row.id,
        row.event_id,
        registration,
        *moments,
        revision=row.revision,
        is_confirmed=row.confirmed_email == row.email_key,
        is_of_form=row.is_of_form,
    )


# Most pages read all registrations, few of which changed since the page before.
@lru_cache(MOST_REMEMBERED)
def _read(content: str) -> Registration:
    return Registration.model_validate_json(content)
