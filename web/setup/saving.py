"""Showing a page of the set-up, and saving it unless somebody else changed the same part."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection
from werkzeug.datastructures import MultiDict

from web.audit import Action, note
from web.current import Current, current_or_404
from web.services import services
from web.setup.fields import Answers, Errors
from web.setup.page import Page, Reading
from web.setup.sections import sections
from web.store.audit import Entry, last_of

OWN_FIELDS = frozenset({"csrf_token", "seen", "do"})


@dataclass(frozen=True)
class Shown:
    """What stands in the form: made from the state marked `seen`, saved or not.

    `more` are values for the template in place of those of the page.
    """

    answers: Answers
    errors: Errors = field(default_factory=dict)
    seen: str | None = None
    is_saved: bool = True
    more: Mapping[str, object] = field(default_factory=dict)


def show(page: Page) -> ResponseReturnValue:
    """Show the part as it stands."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
    return rendered(page, now, Shown(page.answers(now)))


def save(page: Page) -> ResponseReturnValue:
    """Keep what was typed; else show it again with what is wrong, or beside what came between."""
    with services().database.writing() as connection:
        now = current_or_404(connection)
        answer = _answer(connection, page, now)
        if isinstance(answer, Reading):
            if answer.stored != now.stored:
                page.keep(connection, now, answer)
                note(connection, Action.EVENT_CHANGED, page.key)
            return redirect(f"{page.after}?saved=yes", 303)
    return answer


def _answer(connection: Connection, page: Page, now: Current) -> Reading | ResponseReturnValue:
    """Return what is to be kept, or the page that keeps nothing."""
    typed, seen = typed_answers(), request.form.get("seen")
    refilled = page.refilled(request.form.get("do", ""), typed, now)
    if refilled is not None:
        return rendered(page, now, Shown(refilled, seen=seen, is_saved=False))
    read = page.read(typed, now)
    if read.errors:
        return rendered(page, now, Shown(typed, read.errors, seen, is_saved=False)), 422
    if seen != page.mark(now.stored):
        return _beside(page, now, typed, read, _last_change(connection, page, now)), 409
    return read


def typed_answers() -> Answers:
    """Return what was typed into the form of this request."""
    pairs = request.form.items(multi=True)
    return MultiDict([(name, text) for name, text in pairs if name not in OWN_FIELDS])


def rendered(page: Page, now: Current, shown: Shown) -> str:
    """Return the page with what is to stand in its form."""
    return render_template(
        page.template,
        page=page,
        now=now,
        event=now.stored.event,
        answers=shown.answers,
        errors=shown.errors,
        seen=shown.seen or page.mark(now.stored),
        is_saved=shown.is_saved,
        was_saved=shown.is_saved and "saved" in request.args,
        sections=sections(),
        **{**page.context(shown.answers, now), **shown.more},
    )


def _last_change(connection: Connection, page: Page, now: Current) -> Entry | None:
    """Return who made the part what it is: by this page, or by files that were taken over."""
    deeds = ((Action.EVENT_CHANGED, page.key), (Action.FILES_TAKEN, ""), (Action.EVENT_MADE, ""))
    return last_of(connection, now.stored.id, deeds)


def _beside(page: Page, now: Current, answers: Answers, read: Reading, change: Entry | None) -> str:
    theirs, mine = page.lines(now.stored), page.lines(read.stored)
    return render_template(
        "setup_conflict.html",
        page=page,
        now=now,
        answers=answers,
        seen=page.mark(now.stored),
        change=change,
        theirs=[(each, each not in mine) for each in theirs],
        mine=[(each, each not in theirs) for each in mine],
        sections=sections(),
    )
