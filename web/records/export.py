"""The list of people as it is filtered, as a file for spreadsheets."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO

from flask import request, send_file
from flask.typing import ResponseReturnValue

from matchmaker.cells import protected
from matchmaker.event import Event
from matchmaker.messages import Message, message
from web.access import permitted
from web.audit import Action, note
from web.current import Current, current_or_404
from web.languages import moment_in, say
from web.records.labels import PROFILE, label, shown
from web.records.people import Person, everybody, found, search_of
from web.records.record import Record, record_of
from web.rights import Right
from web.services import services

MORE: Sequence[Message] = (
    message("Wishes"),
    message("Source"),
    message("Changed"),
    message("Comes"),
)


@permitted(Right.PREPARE)
def export() -> ResponseReturnValue:
    """Send everybody whom the list shows, all pages of it, with whatever is known of them."""
    search = search_of(request.args)
    with services().database.writing() as connection:
        now = current_or_404(connection)
        people = found(everybody(now), search)
        note(connection, Action.PEOPLE_EXPORTED, str(len(people)), **search.asked)
    content = BytesIO(_file(now, people).encode("utf-8-sig"))
    name = f"{now.stored.key}-people.csv"
    return send_file(content, "text/csv", as_attachment=True, download_name=name)


def _file(now: Current, people: Sequence[Person]) -> str:
    """Return the table with semicolons, by which spreadsheets in France and Belgium part cells."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow([*(say(label(each)) for each in PROFILE), *map(say, MORE)])
    event = now.merged.event
    for each in people:
        cells = _cells(event, record_of(now, each))
        writer.writerow([protected(cell) for cell in cells])
    return text.getvalue()


def _cells(event: Event, record: Record) -> list[str]:
    profile = [shown(record.said, name, event) for name in PROFILE]
    # Answers of a person of the files have an id of their own, which nobody else sees.
    return [record.id, *profile[1:], *_more(event, record)]


def _more(event: Event, record: Record) -> list[str]:
    answered = record.person.answered
    source = message("Form") if record.person.is_of_form else message("File")
    changed = moment_in(event.zone, answered.updated_at) if answered else ""
    return [str(record.person.wishes), say(source), changed, say(_coming(record))]


def _coming(record: Record) -> Message:
    if record.said.absent:
        return message("cannot come")
    return message("comes later") if record.said.arrives else message("Yes")
