"""Who may meet whom."""

from collections.abc import Iterable

from matchmaker.locks import MeetingLock
from matchmaker.people import Interpreter, Pair, Participant
from tests import factories
from tests.factories import meeting, person, wish
from tests.matchmaker.rules.case import Case, meetings

EVERYBODY_WISHES_A = [wish("b", "a"), wish("c", "a")]
COLLEAGUES: list[Participant | str] = [
    person("a", organisation="o"),
    "b",
    person("c", organisation="o"),
]
BUYERS = [person("a", side="buyer"), person("b", side="seller"), person("c", side="buyer")]
MET = [Pair(participant_a="c", participant_b="a")]
SPEAKERS: list[Participant | str] = [
    person("a", languages=("fr",)),
    person("b", languages=("en", "fr")),
    person("c", languages=("nl",), understands=("fr",)),
]
"""What somebody knows a little is no language in common."""
HELPERS = [
    Interpreter(id="right", name="R", languages=("nl", "fr")),
    Interpreter(id="wrong", name="W", languages=("nl", "en")),
]
AB, AC = meeting("a", "b"), meeting("a", "c")


def pair_case(people: Iterable[Participant | str], **fields: object) -> Case:
    """Return a case in which a may meet b and not c, though all wish it."""
    event = factories.event(people, **{"wishes": EVERYBODY_WISHES_A} | fields)
    return Case(event, meetings(AB), meetings(AC), ("a", "c"))


CASES = {
    "meet_once": Case(
        factories.event("abc", wishes=EVERYBODY_WISHES_A),
        kept=meetings(AB, meeting("a", "c", slot="2")),
        broken=meetings(AB, meeting("b", "a", slot="2")),
        subjects=("a", "b"),
    ),
    "wished": pair_case("abc", wishes=[wish("b", "a")]),
    "veto": pair_case("abc", wishes=[*EVERYBODY_WISHES_A, wish("a", "c", "never")]),
    "opposite_sides": pair_case(BUYERS),
    "same_organisation": pair_case(COLLEAGUES),
    "already_met": pair_case("abc", already_met=MET),
    "common_language": Case(
        factories.event(SPEAKERS, wishes=EVERYBODY_WISHES_A, interpreters=HELPERS),
        kept=meetings(AB, meeting("a", "c", slot="2", interpreter="right")),
        broken=meetings(AB, meeting("a", "c", slot="2", interpreter="wrong")),
        subjects=("a", "c"),
    ),
}

CRAFTS = [
    person("a", suggestions=True, offers=("wool", "Linen ")),
    person("b", suggestions=True),
    person("c", suggestions=True, seeks=("linen",)),
]
UNWILLING: list[Participant | str] = [
    person("a", offers=("linen",), seeks=("wool",), suggestions=True),
    "b",
    person("c", offers=("wool",), seeks=("linen",)),
]
MORE = [
    ("common_language", pair_case(SPEAKERS, interpreters=HELPERS)),
    ("wished", pair_case(UNWILLING, wishes=[wish("b", "a")])),
    ("veto", pair_case(CRAFTS, wishes=[wish("b", "a"), wish("c", "a", "never")])),
]
"""An interpreter who is there but not at the meeting, no opting in, a veto on a suggestion."""

PERMITTED = {
    "one wish is enough": pair_case("abc"),
    "one side is enough": pair_case([person("a", side="buyer"), "b", "c"]),
    "a lock is enough": pair_case(
        "abc", wishes=[], locked_meetings=[MeetingLock(participant_a="c", participant_b="a")]
    ),
    "two who opted in, one of whom offers what the other seeks": pair_case(CRAFTS, wishes=[]),
    "colleagues where the event permits it": pair_case(
        COLLEAGUES, rules={"same_organisation": True}
    ),
    "meeting again where the event permits it": pair_case(
        "abc", already_met=MET, rules={"already_met": True}
    ),
    "no language where the event permits it": pair_case(
        SPEAKERS, rules={"without_common_language": True}
    ),
    "no language given is all languages": pair_case([person("a", languages=("fr",)), "b", "c"]),
}
"""Cases whose `broken` is not: exceptions to a rule."""
