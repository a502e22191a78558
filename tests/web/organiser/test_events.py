"""The list of one's events."""

from flask.testing import FlaskClient
from sqlalchemy import event as hooks

from tests.factories import event, person
from tests.web.browsing import ENGLISH, register, text_of
from web.services import Services


def test_those_who_registered_are_counted(organiser: FlaskClient, services: Services) -> None:
    register(organiser)
    other = event([person("a"), person("b")], name={"": "Other day"})
    with services.database.writing() as connection:
        services.events.add(connection, other)
    page = text_of(organiser.get("/organiser", headers=ENGLISH))
    assert "Other day 2 participants" in page
    assert "Textile day 5 participants" in page


def test_many_events_cost_few_statements(organiser: FlaskClient, services: Services) -> None:
    with services.database.writing() as connection:
        for number in range(12):
            services.events.add(connection, event([person("a")], name={"": f"Day {number}"}))
    asked: list[str] = []
    hooks.listen(
        services.database.engine, "before_cursor_execute", lambda *args: asked.append(args[2])
    )
    assert "Day 11" in text_of(organiser.get("/organiser", headers=ENGLISH))
    assert len(asked) <= 10
