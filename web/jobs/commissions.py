"""What the press is asked to print."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from matchmaker.certificate import Certificate
from matchmaker.event import Event
from matchmaker.timetable import Timetable


@dataclass(frozen=True)
class Commission:
    """A timetable, on which paper each kind of document is, and the calendars printed before.

    The calendars stand by their path among the documents; `links` says by participant where the
    codes on paper lead.
    """

    event: Event
    timetable: Timetable
    certificate: Certificate
    forms: Mapping[str, str] = field(default_factory=dict)
    calendars: Mapping[str, bytes] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)


Press = Callable[[Commission], Iterable[tuple[str, str, bytes]]]
"""What prints a timetable: yields the kind, path and bytes of each document."""
