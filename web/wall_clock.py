"""What the clocks on the wall of an event show."""

from datetime import datetime

from matchmaker.event import Event
from web.services import services


def time_at(event: Event) -> datetime:
    """Return the present day and time where `event` takes place, as its slots have them."""
    return services().clock().astimezone(event.zone).replace(tzinfo=None)
