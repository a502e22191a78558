"""What the clocks of an event show."""

from dataclasses import replace
from datetime import UTC, datetime

from flask import Flask

from tests.factories import event
from web.services import Services
from web.wall_clock import time_at


def test_it_is_the_time_where_the_event_takes_place(empty_app: Flask, services: Services) -> None:
    late = replace(services, clock=lambda: datetime(2027, 3, 17, 23, 30, tzinfo=UTC))
    empty_app.extensions["services"] = late
    with empty_app.test_request_context():
        assert time_at(event([])) == datetime(2027, 3, 18, 0, 30)
        assert time_at(event([], timezone="America/New_York")) == datetime(2027, 3, 17, 19, 30)
    empty_app.extensions["services"] = services
