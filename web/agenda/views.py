"""The agenda of one participant: to read, to subscribe to, to download."""

from datetime import datetime

from flask import Blueprint, Response, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matchmaker.documents.calendars import empty_calendar
from matchmaker.documents.wording import words
from web import languages
from web.access import everybody
from web.agenda.engagements import Reader
from web.agenda.feed import MOST_VERSIONS, feed
from web.agenda.opening import database_url, opened, recent
from web.agenda.page import agenda_page
from web.agenda.paper import paper
from web.agenda.plan import plans
from web.agenda.published import published
from web.audit import Action, note
from web.limits import limiter, registration_limit
from web.links import dead, public, renew_agenda
from web.services import services
from web.store import links
from web.wall_clock import time_at

agenda = Blueprint("agenda", __name__, url_prefix="/agenda")

KEPT_BY_READER = "private, no-cache"
"""Calendar programs may keep what they got, and ask each time whether it still holds."""


@agenda.get("/<link>")
@everybody
def show(link: str) -> ResponseReturnValue:
    """Show the agenda as it is published, or say that it is not yet."""
    with services().database.reading() as connection:
        found = opened(connection, link)
        if found.version is None or found.person is None:
            return render_template("agenda_waiting.html", found=found, link=link)
        *earlier, latest = recent(connection, found.version, 2)
    url = database_url()
    reader = Reader(published(url, latest), found.person, words(languages.language()))
    before = published(url, earlier[0]) if earlier else None
    page = agenda_page(reader, before, time_at(reader.published.event))
    own = reader.published
    return render_template(
        "agenda.html",
        found=found,
        link=link,
        reader=reader,
        before=before,
        page=page,
        plans=plans(own.event, own.floors, page.tables, reader.words),
        address=public(url_for(".calendar", link=found.token)) if found.token else "",
    )


@agenda.get("/<link>.ics")
@everybody
def calendar(link: str) -> ResponseReturnValue:
    """Send the calendar, or say that it is as it was; that of a closed link is empty.

    A program that finds no calendar any more would go on showing the last one that it found.
    """
    with services().database.reading() as connection:
        if links.is_closed(connection, link):
            return _calendar(empty_calendar())
        found = opened(connection, link)
        if found.version is None:
            dead()
        versions = recent(connection, found.version, MOST_VERSIONS)
    name = found.person.id if found.person else found.link.participant
    content = feed(database_url(), versions, name) or empty_calendar()
    return _calendar(content, found.version.edition.published_at)


@agenda.get("/<link>.pdf")
@everybody
def download(link: str) -> ResponseReturnValue:
    """Send the agenda as it is printed, in the language of the page."""
    with services().database.reading() as connection:
        found = opened(connection, link)
    if found.version is None or found.person is None:
        dead()
    address = public(url_for(".show", link=found.token)) if found.token else None
    content = paper(found.version, found.person.id, languages.language(), address)
    return _file(content, "application/pdf", "agenda.pdf")


@agenda.post("/<link>/calendar")
@limiter.limit(registration_limit)
@everybody
def renew(link: str) -> ResponseReturnValue:
    """Make a new address of agenda and calendar; those before it open nothing any more."""
    with services().database.writing() as connection:
        found = opened(connection, link)
        if not found.is_own:
            dead()
        person = found.person.id if found.person else found.link.participant
        renew_agenda(connection, found.stored, {found.link.participant, person}, person)
        note(connection, Action.LINK_RENEWED, found.name, scope="agenda")
    return redirect(url_for(".show", link=link, renewed=1, _anchor="calendar"), 303)


def _calendar(content: bytes, made_at: datetime | None = None) -> ResponseReturnValue:
    answer = _file(content, "text/calendar; charset=utf-8", "agenda.ics")
    g.cache_control = KEPT_BY_READER
    answer.add_etag()
    if made_at is not None:
        answer.last_modified = made_at
    return answer.make_conditional(request)


def _file(content: bytes, kind: str, name: str) -> Response:
    answer = make_response(content)
    answer.headers["Content-Type"] = kind
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
