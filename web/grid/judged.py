"""Verdicts on all places of a meeting, in the reader's words, as few as can be."""

from collections.abc import Mapping
from typing import Any

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.moves.judge import Judge
from matchmaker.moves.targets import Place, best_tables, targets
from matchmaker.moves.verdict import Verdict
from matchmaker.rules.violation import names
from web.languages import say

SWAP = message("changes places with {names}")


def all_places(judge: Judge, two: tuple[str, str]) -> dict[str, Any]:
    """Return what the grid shows while a meeting of the two is picked.

    `codes` has a letter for each slot and table, tables changing first: g, a or r for the colour.
    `why` has for each the numbers of its sentences in `words`. `best` is for each slot the number
    of the table that is best.
    """
    event = judge.plan.event
    judged = targets(judge, two)
    words = Words(event)
    number = {table: index for index, table in enumerate(event.table_by_id)}
    best = best_of(judge, two, judged)
    return {
        "codes": "".join(each.colour[0] for each in judged.values()),
        "why": [words.numbers(each) for each in judged.values()],
        "words": words.said,
        "best": [number[best[slot]] if slot in best else -1 for slot in event.slot_by_id],
    }


class Words:
    """Sentences in the reader's language, each said once."""

    def __init__(self, event: Event) -> None:
        self.said: list[str] = []
        self._event = event
        self._number: dict[object, int] = {}

    def numbers(self, verdict: Verdict) -> list[int]:
        """Return the numbers of the sentences of a verdict."""
        if verdict.breaches:
            # By rule and subjects: putting a sentence into words, or hashing it, takes long.
            return [
                self._of((each.rule, each.subjects), each.message, "domain")
                for each in verdict.breaches
            ]
        found = [self._of(each, each, "domain") for each in verdict.drawbacks]
        swaps = (_swap(self._event, each.participants) for each in verdict.exchange.displaced)
        return found + [self._of(each, each, "web") for each in swaps]

    def _of(self, key: object, text: Message, domain: str) -> int:
        if key not in self._number:
            self._number[key] = len(self.said)
            self.said.append(say(text, domain))
        return self._number[key]


def best_of(judge: Judge, two: tuple[str, str], judged: Mapping[Place, Verdict]) -> dict[str, str]:
    """Return by slot the table that is best for a meeting of the two."""
    meeting = judge.occupancy.meetings.get(frozenset(two))
    return best_tables(judged, None if meeting is None else meeting.table)


def sentence(event: Event, verdict: Verdict) -> str:
    """Return why a place is not green, or who makes way there."""
    words = Words(event)
    return "; ".join(words.said[each] for each in words.numbers(verdict))


def _swap(event: Event, two: tuple[str, str]) -> Message:
    return Message(SWAP.template, {"names": names(event, two)})
