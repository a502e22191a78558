"""The steps that files go through, the same for an event that is there and for a new one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.errors import Problem, Severity
from matchmaker.messages import Message
from web import languages
from web.audit import actor
from web.imports import columns
from web.imports.archive import Refused
from web.imports.headers import HEADERS
from web.imports.labels import field_name, table_name
from web.imports.reading import sent_by
from web.imports.receiving import files_of
from web.imports.waiting import Waiting
from web.services import services
from web.store import uploads
from web.store.imports import Import
from web.store.uploads import Upload

TO_A_TABLE = "Add it to the table {table}, or leave it out."


@dataclass(frozen=True)
class Way:
    """Where the steps are: the blueprint of their pages, and the event, None for a new one."""

    blueprint: str
    event_id: int | None

    def address(self, step: str, key: str | None = None) -> str:
        """Return where a step is."""
        return url_for(f"{self.blueprint}.{step}", key=key)

    def waiting(self, connection: Connection, key: str) -> Upload:
        """Return the files of that key, if they wait here."""
        return uploads.find(connection, self.event_id, key) or abort(404)


@dataclass(frozen=True)
class Before:
    """What was sent before: files that wait, in `zone`, and the report on the last ones."""

    waiting: Sequence[Waiting] = ()
    zone: ZoneInfo | None = None
    latest: Import | None = None


def asked(way: Way, refusal: Refused | None = None, before: Before | None = None) -> str:
    """Return the page that asks for the files, with what was sent before."""
    reason = refusal.reason if refusal else None
    return render_template(
        "upload.html", refusal=reason, way=way, days=uploads.DAYS, before=before or Before()
    )


def received(way: Way) -> ResponseReturnValue:
    """Let the files wait; nothing else changes."""
    try:
        files = files_of(request.files.getlist("files"))
    except Refused as refusal:
        return asked(way, refusal), 422
    with services().database.writing() as connection:
        key = uploads.add(connection, way.event_id, files, actor())
        found = way.waiting(connection, key)
    return redirect(way.address(_first_step(found), key=key), 303)


def matched(way: Way, found: Upload) -> str:
    """Return the page with each column, some of what stands in it, and what it is taken for."""
    return render_template(
        "import_columns.html",
        way=way,
        upload=found,
        sheets=columns.sheets(sent_by(found)),
        known_headers=HEADERS,
        table_name=table_name,
        field_name=field_name,
    )


def settled(way: Way, key: str) -> ResponseReturnValue:
    """Keep which column holds which field, for these files and for those that come later."""
    with services().database.writing() as connection:
        views = columns.sheets(sent_by(way.waiting(connection, key)))
        said, tables = columns.chosen(views, request.form)
        uploads.settle(connection, way.event_id, key, said, tables)
        if way.event_id is not None:
            uploads.remember(connection, way.event_id, said)
        is_moved = any(tables[each.part.key] != each.table for each in views)
        found = way.waiting(connection, key)
    # Of a sheet that holds something else now, the columns are to be looked at again.
    step = _first_step(found) if is_moved and any(tables.values()) else "preview"
    return redirect(way.address(step, key=key), 303)


def _first_step(found: Upload) -> str:
    """Return where to look first: at the columns, unless a file must be mended before."""
    sent = sent_by(found)
    return "match" if sent.is_readable and columns.sheets(sent) else "preview"


def dropped(way: Way, key: str) -> ResponseReturnValue:
    """Forget the files."""
    with services().database.writing() as connection:
        uploads.drop(connection, way.event_id, key)
    return redirect(way.address("choose"), 303)


def of(severity: Severity, problems: tuple[Problem, ...]) -> list[Problem]:
    """Return the problems of `severity`."""
    return [each for each in problems if each.severity == severity]


def diagnosis(sentence: Message) -> str:
    """Return what the doctor says, in the language of the page and with its names of things."""
    named = {name: languages.say(each) for name, each in _called(sentence)}
    return languages.say(Message(sentence.template, {**sentence.values, **named}), "registrations")


def _called(sentence: Message) -> Iterator[tuple[str, Message]]:
    """Yield what pages call a field or a list that `sentence` names as files do."""
    field, table = (sentence.values.get(each) for each in ("field", "table"))
    if isinstance(field, str):
        yield "field", field_name(field)
    if sentence.template == TO_A_TABLE and isinstance(table, str):
        yield "table", table_name(table)
