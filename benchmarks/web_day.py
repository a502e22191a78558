"""A day as full as it gets: people, registrations of the form, a finished run, a publication."""

import html
import re
from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient

from benchmarks.paper_day import paper_day
from benchmarks.web_app import NAME, PASSWORD, person, services_of
from benchmarks.web_client import HIDDEN, Fields
from matchmaker.event import Event
from solver.result import Limits
from solver.solve import solve
from web.links import agenda_links
from web.store import results, run_queue, versions
from web.store.contents import Content
from web.store.run_queue import Wanted
from web.store.runs import State

KEY = "day"
SECONDS = 2.0


@dataclass(frozen=True)
class Day:
    """What stands in addresses of the day: a run, and links of its participants by scope."""

    run: str
    own: tuple[str, ...]
    agenda: tuple[str, ...]


def prepared(app: Flask, people: int, registered: int) -> Day:
    """Fill the database of `app`: `people` from files, `registered` more by the form."""
    event, _ = paper_day(people)
    with services_of(app).database.writing() as connection:
        services_of(app).events.add(connection, event, KEY)
    own = tuple(_register(app.test_client(), number, people) for number in range(registered))
    run, agenda = _published(app, event)
    return Day(run, own, agenda)


def send(client: FlaskClient, path: str, fields: Fields) -> str:
    """Send a form as a browser does; return where the answer leads."""
    page = client.get(path, headers={"Accept-Language": "en"}).text
    hidden = {name: html.unescape(value) for name, value in HIDDEN.findall(page)}
    answer = client.post(path, data=hidden | dict(fields))
    assert answer.status_code == 303, (path, answer.status_code)
    return answer.location


def log_in(client: FlaskClient) -> None:
    """Log the client in as the owner of the installation."""
    send(client, "/login", {"name": NAME, "password": PASSWORD})


def _register(client: FlaskClient, number: int, people: int) -> str:
    fields: Fields = {
        "first_name": "Léa",
        "last_name": f"Dupont {number}",
        "email": f"lea{number}@example.org",
        "organisation": f"Filature {number}",
        "region": "FR",
        "languages": ["fr", "en"],
        "offers": "distributeurs in Noord-Frankrijk",
        "seeks": "machinebouw voor kleine brouwerijen",
        "listed": "yes",
    }
    link = send(client, f"/events/{KEY}/register", fields).split("?")[0]
    for other in range(5):
        who = person(f"p{(10 * number + other) % people:04}")
        send(client, f"{link}/wishes", {"act": "wish", "who": who})
    return link.removeprefix("/registration/")


def _published(app: Flask, event: Event) -> tuple[str, tuple[str, ...]]:
    result = solve(event, Limits(SECONDS))
    content = Content(event, result.timetable, result.certificate)
    with services_of(app).database.writing() as connection, app.test_request_context():
        stored = services_of(app).events.by_key(connection, KEY)
        assert stored is not None
        key = run_queue.add(connection, stored.id, event, Wanted(SECONDS))
        run = run_queue.claim(connection)
        assert run is not None
        results.keep(connection, run.id, result.timetable, result.certificate)
        run_queue.finish(connection, run, State.DONE)
        about = {"note": "", "published_by": NAME}
        versions.publish(connection, stored.id, content, run_id=run.id, **about)
        links = agenda_links(connection, stored, [each.id for each in event.participants])
    return key, tuple(re.sub(r".*/agenda/", "", each) for each in links.values())
