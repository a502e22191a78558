"""A published afternoon with everything that an agenda can show, and a clock that stands still."""

from dataclasses import replace
from datetime import UTC, datetime

from flask import Flask

from matchmaker.documents.facts import mutual_pairs
from matchmaker.documents.floor import floors
from matchmaker.event import Event
from matchmaker.people import Interpreter
from matchmaker.programme import Room, Session
from matchmaker.timetable import Timetable, agendas
from tests.factories import attendance, meeting
from tests.web.samples import afternoon, certificate
from web.agenda.published import Published
from web.links import agenda_links, give_own
from web.services import Services
from web.store import versions
from web.store.contents import Content
from web.store.versions import Edition

NOON = datetime(2027, 3, 18, 12, 30, tzinfo=UTC)
"""13:30 in Brussels: the first slot begins."""


def day(**changes: object) -> Event:
    """Return the sample afternoon with rooms, an interpreter, offers and needs."""
    plain = afternoon()
    rooms = (
        Room(id="hall", name={"fr": "Halle", "nl": "Hal", "en": "Hall"}),
        Room(id="loft", name={"": "Loft"}),
    )
    bert = plain.participant_by_id["bert"].model_copy(
        update={"offers": ("linen yarn", "looms"), "seeks": ("dyers <b>",)}
    )
    chloe = plain.participant_by_id["chloe"].model_copy(update={"unavailable": frozenset({"1"})})
    people = tuple({"bert": bert, "chloe": chloe}.get(each.id, each) for each in plain.participants)
    fields = {
        "rooms": rooms,
        "tables": tuple(each.model_copy(update={"room": "hall"}) for each in plain.tables),
        "interpreters": (Interpreter(id="i1", name="Ines Tolk", languages=("fr", "nl")),),
        "participants": people,
        "sessions": (
            Session(id="finance-1", workshop="finance", slots=("4",), room="loft", capacity=10),
        ),
        **changes,
    }
    return Event.model_validate(
        {name: getattr(plain, name) for name in type(plain).model_fields} | fields
    )


def plan() -> Timetable:
    """Anna meets Bert, then Dries with an interpreter, then sits in the workshop."""
    return Timetable(
        meetings=(
            meeting("anna", "bert"),
            meeting("anna", "dries", slot="3", table="2", interpreter="i1"),
        ),
        attendances=(attendance("anna", "finance-1"),),
    )


def published_as(timetable: Timetable, event: Event | None = None) -> Published:
    """Return what agendas need of a version that holds `timetable`."""
    own = event or day()
    edition = Edition(1, 1, 1, None, "", "", NOON)
    views = agendas(own, timetable)
    return Published(edition, own, views, mutual_pairs(own), floors(own))


def publish(services: Services, timetable: Timetable, event: Event | None = None) -> int:
    """Publish a version of the first event and return its number."""
    content = Content(event or day(), timetable, certificate())
    with services.database.writing() as connection:
        return versions.publish(
            connection, 1, content, run_id=None, note="", published_by="organiser"
        )


def agenda_of(app: Flask, participant: str) -> str:
    """Return the path of a link to somebody's agenda."""
    services: Services = app.extensions["services"]
    with services.database.writing() as connection, app.test_request_context():
        stored = services.events.by_id(connection, 1)
        assert stored is not None
        address = agenda_links(connection, stored, [participant])[participant]
    return address.removeprefix("http://localhost")


def own_agenda_of(app: Flask, participant: str) -> str:
    """Return the path of the agenda under a link of somebody's own."""
    services: Services = app.extensions["services"]
    with services.database.writing() as connection, app.test_request_context():
        stored = services.events.by_id(connection, 1)
        assert stored is not None
        return f"/agenda/{give_own(connection, stored, participant)}"


def stop_clock(app: Flask, moment: datetime) -> None:
    """Let the clock of `app` stand still at `moment`."""
    app.extensions["services"] = replace(app.extensions["services"], clock=lambda: moment)
