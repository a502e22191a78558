"""A new event: from a template, or as a copy of an earlier one without its people."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from matchmaker.planning.templates import templates
from web.access import administrator
from web.audit import Action, note
from web.here import is_about
from web.languages import language
from web.services import services
from web.setup.about import choices
from web.setup.beginnings import DEFAULT, FROM_EVENT, FROM_TEMPLATE, made
from web.setup.fields import Answers, Errors, Fields
from web.setup.saving import typed_answers
from web.store.events import StoredEvent

new_event = Blueprint("new_event", __name__, url_prefix="/organiser/new")

BOTH = ["fr", "nl"]
"""The languages that are ticked at first."""


@new_event.get("")
@administrator
def ask() -> ResponseReturnValue:
    """Ask what the event is to be; `copy` in the address names one to begin with."""
    with services().database.reading() as connection:
        known = services().events.all(connection)
    answers: Answers = MultiDict({"timezone": "Europe/Brussels", "begin": DEFAULT})
    answers.setlist("languages", BOTH)
    answers["first"] = language() if language() in BOTH else BOTH[0]
    copied = next((each for each in known if each.key == request.args.get("copy")), None)
    if copied is not None:
        answers["begin"] = f"{FROM_EVENT}{copied.key}"
        answers["timezone"] = copied.event.timezone
        answers.setlist("languages", list(copied.event.languages))
        answers["first"] = copied.event.languages[0]
    return _asked(answers, known)


@new_event.post("")
@administrator
def make() -> ResponseReturnValue:
    """Make the event, closed as yet, or show the form again with everything that was typed."""
    fields = Fields(typed_answers())
    with services().database.writing() as connection:
        known = services().events.all(connection)
        beginning = made(fields, known)
        if beginning is None:
            return _asked(fields.answers, known, fields.errors), 422
        key, event = beginning
        # Nobody finds it before its organisers have put in what people are to read.
        stored = services().events.add(connection, event, key, is_open=False)
        is_about(stored.key, stored.id)
        note(connection, Action.EVENT_MADE, stored.key, begin=fields.answers["begin"])
    return redirect(url_for("setup.overview"), 303)


def _asked(answers: Answers, known: list[StoredEvent], errors: Errors | None = None) -> str:
    spoken = tuple(language for each in known for language in each.event.languages)
    return render_template(
        "setup_new.html",
        answers=answers,
        errors=errors or {},
        templates=[(f"{FROM_TEMPLATE}{key}", each) for key, each in templates().items()],
        earlier=[(f"{FROM_EVENT}{each.key}", each) for each in known],
        **choices(answers.get("timezone", ""), spoken),
    )
