from collections.abc import Iterable
from typing import Any

import pytest

from matchmaker.event import Event
from matchmaker.locks import MeetingLock
from matchmaker.people import Interpreter, Pair, Participant
from solver.crowd import crowd
from solver.eligibility import RULES
from solver.pairs import wished
from tests import factories
from tests.factories import person, wish

SPEAKERS = [person("a", languages=("fr",)), person("b", languages=("nl",), understands=("fr",))]
INTERPRETER = Interpreter(id="i", name="I", languages=("fr", "nl"))
LOCK = MeetingLock(participant_a="a", participant_b="b")
LIKE_MINDED = [
    person("a", suggestions=True, offers=("Dyes",)),
    person("b", suggestions=True, seeks=("dyes ",)),
]
MET = [Pair(participant_a="b", participant_b="a")]
COLLEAGUES = [person("a", organisation="o"), person("b", organisation="o")]


def forbidding(event: Event) -> list[str]:
    people = crowd(event)
    pairs = wished(people)
    if not len(pairs.a):
        return ["wished"]
    return [name for name, rule in RULES.items() if not rule(people, pairs).all()]


@pytest.mark.parametrize(
    ("people", "fields", "rules"),
    [
        (["a", "b"], {}, []),
        (["a", "b"], {"wishes": []}, ["wished"]),
        (["a", "b"], {"wishes": [wish("a", "b"), wish("b", "a", "never")]}, ["veto"]),
        ([person("a", side="buyer"), person("b", side="buyer")], {}, ["opposite_sides"]),
        ([person("a", side="buyer"), person("b", side="seller")], {}, []),
        ([person("a", side="buyer"), "b"], {}, []),
        (COLLEAGUES, {}, ["same_organisation"]),
        (COLLEAGUES, {"rules": {"same_organisation": True}}, []),
        (["a", "b"], {"already_met": MET}, ["already_met"]),
        (["a", "b"], {"already_met": MET, "rules": {"already_met": True}}, []),
        (SPEAKERS, {}, ["common_language"]),
        (SPEAKERS, {"interpreters": [INTERPRETER]}, []),
        (SPEAKERS, {"rules": {"without_common_language": True}}, []),
        ([person("a", table="1"), person("b", table="2")], {}, ["fixed_table"]),
        ([person("a", table="1"), person("b", table="1")], {}, []),
        ([person("a", stays=True), person("b", table="2")], {}, ["stays_at_one_table"]),
        ([person("a", stays=True), person("b", stays=True)], {}, []),
        (["a", "b"], {"wishes": [], "locked_meetings": [LOCK]}, []),
        ([person("a", stays=True), person("b", table="2")], {"locked_meetings": [LOCK]}, []),
        (LIKE_MINDED, {"wishes": []}, []),
        ([LIKE_MINDED[0], "b"], {"wishes": []}, ["wished"]),
    ],
)
def test_a_pair_is_forbidden_by_exactly_these_rules(
    people: Iterable[Participant | str], fields: dict[str, Any], rules: list[str]
) -> None:
    event = factories.event(people, **{"wishes": [wish("a", "b")]} | fields)
    assert forbidding(event) == rules
