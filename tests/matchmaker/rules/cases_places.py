"""When and where people are, and who interprets."""

from matchmaker.people import Interpreter
from matchmaker.programme import Session, Workshop
from tests import factories
from tests.factories import meeting, person, wish
from tests.matchmaker.rules.case import Case, attendances, meetings

WISHES = [wish("a", "b"), wish("a", "c"), wish("d", "c")]
HELPER = Interpreter(id="i", name="I", languages=("fr", "nl"), unavailable={"2"})
SITTING = Session(
    id="s", workshop="w", slots=("3",), capacity=2, facilitators=("b",), interpreters=("i",)
)
EVENT = factories.event(
    [person("a", unavailable={"2"}), "b", "c", person("d", workshops=("w",))],
    wishes=WISHES,
    interpreters=[HELPER],
    workshops=[Workshop(id="w", title="W")],
    sessions=[SITTING],
)
HOSTED = factories.event(["a", person("b", table="2"), "c", "d"], wishes=WISHES)
SEATED = factories.event([person("a", stays=True), "b", "c", "d"], wishes=WISHES)
AB, AC, CD = meeting("a", "b"), meeting("a", "c"), meeting("c", "d", table="2")
SITS = attendances([factories.attendance("d", "s")])

CASES = {
    "available": Case(
        EVENT,
        kept=meetings(AB),
        broken=meetings(meeting("a", "b", slot="2")),
        subjects=("a", "2"),
    ),
    "one_engagement_per_slot": Case(
        EVENT,
        kept=meetings(AB, CD),
        broken=meetings(AB, meeting("a", "c", table="2")),
        subjects=("a", "1"),
    ),
    "one_meeting_per_table": Case(
        EVENT,
        kept=meetings(AB, meeting("c", "d", slot="2")),
        broken=meetings(AB, meeting("c", "d")),
        subjects=("1", "1"),
    ),
    "fixed_table": Case(
        HOSTED,
        kept=meetings(meeting("a", "b", table="2"), meeting("c", "d")),
        broken=meetings(meeting("a", "b", slot="3")),
        subjects=("b", "1", "3"),
    ),
    "reserved_table": Case(
        HOSTED,
        kept=meetings(meeting("a", "b", table="2"), AC.model_copy(update={"slot": "2"})),
        broken=meetings(CD),
        subjects=("2", "1"),
    ),
    "stays_at_one_table": Case(
        SEATED,
        kept=meetings(AB, meeting("a", "c", slot="2"), meeting("c", "d", slot="3", table="2")),
        broken=meetings(AB, meeting("a", "c", slot="2", table="2")),
        subjects=("a", "1", "2"),
    ),
    "interpreter_available": Case(
        EVENT,
        kept=meetings(meeting("c", "d", interpreter="i")),
        broken=meetings(meeting("c", "d", slot="2", interpreter="i")),
        subjects=("i", "2"),
    ),
    "one_service_per_interpreter": Case(
        EVENT,
        kept=meetings(meeting("a", "b", interpreter="i"), CD),
        broken=meetings(
            meeting("a", "b", interpreter="i"), meeting("c", "d", table="2", interpreter="i")
        ),
        subjects=("i", "1"),
    ),
}

MORE = [
    (
        "one_engagement_per_slot",
        Case(EVENT, kept=SITS, broken=meetings(meeting("a", "b", slot="3")), subjects=("b", "3")),
    ),
    (
        "one_engagement_per_slot",
        Case(
            EVENT,
            kept=SITS,
            broken=SITS.model_copy(update={"meetings": (meeting("c", "d", slot="3"),)}),
            subjects=("d", "3"),
        ),
    ),
    (
        "one_engagement_per_slot",
        Case(
            factories.event(
                [person("b", workshops=("w",)), "d"],
                interpreters=[HELPER],
                workshops=EVENT.workshops,
                sessions=[SITTING],
            ),
            kept=meetings(),
            broken=attendances([factories.attendance("b", "s")]),
            subjects=("b", "3"),
        ),
    ),
    (
        "one_service_per_interpreter",
        Case(
            EVENT,
            kept=SITS,
            broken=meetings(meeting("a", "c", slot="3", interpreter="i")),
            subjects=("i", "3"),
        ),
    ),
    (
        "fixed_table",
        Case(
            factories.event([person("a", table="1"), person("b", table="2")], wishes=WISHES[:1]),
            kept=meetings(),
            broken=meetings(AB),
            subjects=("b", "1", "1"),
        ),
    ),
    (
        "available",
        Case(
            factories.event(
                [person("d", workshops=("w",), unavailable={"3"}), "b"],
                workshops=EVENT.workshops,
                sessions=[SITTING.model_copy(update={"interpreters": (), "slots": ("2", "3")})],
            ),
            kept=meetings(),
            broken=SITS,
            subjects=("d", "3"),
        ),
    ),
]
"""Other ways to break a rule: sittings, facilitation, both at once, two tables of their own."""
