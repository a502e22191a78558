"""An event in which every page has something to show."""

from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient

from matchmaker.errors import Problem, Severity
from matchmaker.messages import message
from matchmaker.moves.applying import all_locked
from matchmaker.moves.plan import Plan
from tests.web.browsing import KEY, link_of, log_in, register
from tests.web.samples import afternoon, certificate, timetable
from tests.web.team.joining import join
from web.rights import Role
from web.services import Services
from web.store import (
    drafts,
    imports,
    invitations,
    mails,
    results,
    run_queue,
    runs,
    uploads,
    versions,
)
from web.store.contents import Content
from web.store.invitations import Guest
from web.store.run_queue import Wanted
from web.store.runs import State
from web.store.uploads import File


@dataclass(frozen=True)
class House:
    """What the addresses of the pages need."""

    client: FlaskClient
    link: str
    run: str
    report: str
    mail: str
    draft: str
    upload: str
    beginning: str
    invitation: str = "an invitation for the tests"


def furnished(app: Flask, services: Services) -> House:
    """Return the event of `app`, with people, runs, a published programme and a team."""
    client = app.test_client()
    link = link_of(register(client, described="yes")).removeprefix("/registration/")
    register(client, email="b@example.org", last_name="Martin", seeks="flax yarn", listed="yes")
    join(services, Role.DESK)
    run, report = _run(services), _report(services)
    draft, mail = _draft(services, run), _mail(services)
    waiting = _upload(services, 1), _upload(services, None)
    house = House(client, link, run, report, mail, draft, *waiting)
    _invite(services, house.invitation)
    log_in(client)
    return house


def _run(services: Services) -> str:
    content = Content(afternoon(), timetable(), certificate())
    with services.database.writing() as connection:
        key = run_queue.add(connection, 1, afternoon(), Wanted(5, started_by="organiser"))
        run_queue.add(connection, 1, afternoon(), Wanted(5))
        run = run_queue.claim(connection)
        assert run is not None
        results.keep(connection, run.id, content.timetable, content.certificate)
        results.keep_document(connection, run.id, "agendas", "agendas.pdf", b"%PDF-1.7")
        run_queue.finish(connection, run, State.DONE)
        for _ in range(2):
            versions.publish(
                connection, 1, content, run_id=run.id, note="First", published_by="organiser"
            )
    return key


def _draft(services: Services, run_key: str) -> str:
    plan = all_locked(Plan(afternoon(), timetable()))
    with services.database.writing() as connection:
        run = runs.find(connection, 1, run_key)
        assert run is not None
        return drafts.begin(connection, 1, run.id, plan, message("Begun"), "organiser")


def _report(services: Services) -> str:
    what = message("There is no slot {slot}.", slot="9")
    remedy = message("Use one of: {slots}.", slots="1, 2")
    problems = [
        Problem(Severity.ERROR, "slot", what, remedy, "people.csv", 2, "slot"),
        Problem(Severity.WARNING, "slot", what, remedy),
    ]
    with services.database.writing() as connection:
        return imports.add(connection, 1, ["people.csv"], problems, accepted=False)


def _upload(services: Services, event_id: int | None) -> str:
    people = "id;nom;organisation;GSM\nanna;Anne;mill;1\nzoe;Zoé;Moulin & Fils;\n"
    with services.database.writing() as connection:
        return uploads.add(connection, event_id, [File("people.csv", people.encode())])


def _invite(services: Services, key: str) -> None:
    with services.database.writing() as connection:
        stored = services.events.by_key(connection, KEY)
        assert stored is not None
        invitations.add(connection, stored.id, Guest("Marie", Role.DESK, 1), key)


def _mail(services: Services) -> str:
    with services.database.reading() as connection:
        return mails.unsent(connection, 1)[0].key
