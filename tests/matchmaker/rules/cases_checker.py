"""What the timetable names is of the event."""

from matchmaker.people import Interpreter
from matchmaker.programme import Session, Workshop
from tests import factories
from tests.factories import attendance, meeting, person, wish
from tests.matchmaker.rules.case import Case, attendances, meetings

EVENT = factories.event(
    [person("a", workshops=("w",)), "b"],
    wishes=[wish("a", "b")],
    interpreters=[Interpreter(id="i", name="I", languages=("fr", "nl"))],
    workshops=[Workshop(id="w", title="W")],
    sessions=[Session(id="s", workshop="w", slots=("1",), capacity=1)],
)
SITS = attendances([attendance("a", "s")])
MEET = meetings(meeting("a", "b", interpreter="i"))

CASES = {"known": Case(EVENT, kept=MEET, broken=meetings(meeting("a", "x")), subjects=("x",))}

MORE = [
    ("known", Case(EVENT, MEET, meetings(meeting("x", "b")), ("x",))),
    ("known", Case(EVENT, MEET, meetings(meeting("a", "b", slot="x")), ("x",))),
    ("known", Case(EVENT, MEET, meetings(meeting("a", "b", table="x")), ("x",))),
    ("known", Case(EVENT, MEET, meetings(meeting("a", "b", interpreter="x")), ("x",))),
    ("known", Case(EVENT, SITS, attendances([attendance("x", "s")]), ("x",))),
    ("known", Case(EVENT, SITS, attendances([attendance("a", "x")]), ("x",))),
]
"""Each kind of thing that a timetable names."""
