"""The sittings of a workshop as rows of a form."""

from functools import partial
from itertools import count

from werkzeug.datastructures import MultiDict

from matchmaker.event import Event
from matchmaker.messages import message
from matchmaker.planning.usage import uses_of_session
from matchmaker.programme import Session
from web.registrations.cleaning import line
from web.registrations.directory import Directory
from web.setup.fields import Answers, Fields
from web.setup.removals import gone, objections
from web.setup.tongues import spoken_of

MOST_SEATS = 5000
USUAL_SEATS = 20


def answers_of_sitting(number: int, sitting: Session) -> Answers:
    """Return the row that says `sitting`."""
    answers: Answers = MultiDict(
        {
            f"sitting_{number}": sitting.id,
            f"room_{number}": sitting.room or "",
            f"capacity_{number}": str(sitting.capacity),
            f"minimum_{number}": str(sitting.minimum),
        }
    )
    answers.setlist(f"slots_{number}", list(sitting.slots))
    answers.setlist(f"languages_{number}", list(sitting.languages))
    answers.setlist(f"interpreters_{number}", list(sitting.interpreters))
    keys = [f"participant:{each}" for each in sitting.facilitators]
    answers.setlist(f"facilitators_{number}", keys)
    return answers


def blank_sitting(answers: Answers, event: Event) -> Answers:
    """Return the rows with one more, still without slots."""
    more = answers.copy()
    number = max(Fields(answers).rows("sitting"), default=0) + 1
    room = event.rooms[-1].id if event.rooms else ""
    more.update({f"sitting_{number}": "", f"room_{number}": room, f"minimum_{number}": "0"})
    more[f"capacity_{number}"] = str(USUAL_SEATS)
    return more


def sittings_of(fields: Fields, workshop: str, event: Event) -> list[Session]:
    """Return the sittings of the rows that stay; `event` holds everybody, form included."""
    taken, found = set(event.session_by_id), []
    directory = Directory(event, ())
    for number in fields.rows("sitting"):
        if fields.answers.get(f"remove_{number}"):
            continue
        own = fields.answers[f"sitting_{number}"]
        key = own if own in taken else _fresh(workshop, taken)
        taken.add(key)
        found += _sitting(fields, number, (key, workshop), event, directory)
    before = [each.id for each in event.sessions if each.workshop == workshop]
    removed = gone(fields.answers, "sitting", "remove", before)
    fields.errors.update(objections(removed, partial(uses_of_session, event), event))
    return found


def _fresh(workshop: str, taken: set[str]) -> str:
    return next(each for n in count(1) if (each := f"{workshop}-{n}") not in taken)


def _sitting(
    fields: Fields, number: int, ids: tuple[str, str], event: Event, directory: Directory
) -> list[Session]:
    slots = fields.ticked(f"slots_{number}", event.slot_by_id)
    if not slots:
        fields.errors[f"slots_{number}"] = message("Tick at least one time.")
    capacity = fields.number(f"capacity_{number}", 1, MOST_SEATS)
    minimum = fields.number(f"minimum_{number}", 0, MOST_SEATS, usual=0)
    if minimum > capacity and f"capacity_{number}" not in fields.errors:
        fields.errors[f"minimum_{number}"] = message("More than there are seats.")
    values = {
        "id": ids[0],
        "workshop": ids[1],
        "slots": slots,
        "room": fields.chosen(f"room_{number}", event.room_by_id),
        "capacity": capacity,
        "minimum": minimum,
        "languages": fields.ticked(f"languages_{number}", spoken_of(event.languages)),
        "facilitators": _leaders(fields, f"facilitators_{number}", directory),
        "interpreters": fields.ticked(f"interpreters_{number}", event.interpreter_by_id),
    }
    return [] if fields.errors else [Session.model_validate(values)]


def _leaders(fields: Fields, name: str, directory: Directory) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in (line(each) for each in fields.answers.getlist(name)):
        entry = directory.find(text) if text else None
        if entry is not None and entry.kind == "participant":
            found[entry.id] = None
        elif text:
            fields.errors[name] = message(
                "{name} is not in the list of participants.", name=directory.shown(text)
            )
    return tuple(found)
