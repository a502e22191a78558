"""What the clocks on the wall of an event show."""

from datetime import datetime

from matchmaker.event import Event
from web.services import services


def time_at(event: Event) -> datetime:
    """Return the present day and time where `event` takes place, as its slots have them."""
    return services().clock().astimezone(event.zone).replace(tzinfo=None)


def begun(event: Event) -> tuple[str, ...]:
    """Return the ids of the slots that have begun: what is in them is past and stays as it is."""
    now = time_at(event)
    return tuple(each.id for each in event.slots if each.start < now)
