"""Reading what is to be varied: `18`, `14..24` or `14..24:2`, for interpreters `fr-nl:0..4`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matchmaker.event import Event
from matchmaker.messages import Message, message
from matchmaker.resources import SLOTS, TABLES, Kind, Resource, least

NUMBERS = re.compile(r"([0-9]{1,9})(?:\.\.([0-9]{1,9})(?::([0-9]{1,9}))?)?")
LANGUAGE = r"([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)"
PAIR = re.compile(rf"{LANGUAGE}-{LANGUAGE}:(.*)")
MOST_CASES = 60
"""The most numbers of one resource."""


@dataclass(frozen=True)
class Wanted:
    """A resource, and the numbers of it that are to be tried."""

    resource: Resource
    numbers: tuple[int, ...]


class Reading:
    """What the options ask for, and every fault that they have."""

    def __init__(
        self, event: Event, tables: str | None, slots: str | None, interpreters: Sequence[str]
    ) -> None:
        self.wanted: list[Wanted] = []
        self.faults: list[Message] = []
        self._event = event
        if tables is not None:
            self._add(TABLES, tables, f"--tables {tables}")
        for each in interpreters:
            self._add_pair(each)
        if slots is not None:
            self._add(SLOTS, slots, f"--slots {slots}")
        if not self.wanted and not self.faults:
            text = message("Say what to vary: --tables, --interpreters or --slots.")
            self.faults.append(text)

    def _add_pair(self, text: str) -> None:
        option = f"--interpreters {text}"
        found = PAIR.fullmatch(text.strip())
        if found is None:
            self.faults.append(
                message("{option}: write a pair of languages such as fr-nl:0..4.", option=option)
            )
            return
        one, other, numbers = found.groups()
        pair = Resource(Kind.INTERPRETERS, (one.lower(), other.lower()))
        faults = list(self._faults_of_pair(pair, option))
        self.faults += faults
        if not faults:
            self._add(pair, numbers, option)

    def _faults_of_pair(self, pair: Resource, option: str) -> Iterator[Message]:
        known = {set_ for each in self.wanted for set_ in [frozenset(each.resource.languages)]}
        if len(set(pair.languages)) < 2:
            yield message("{option}: name two different languages.", option=option)
        elif frozenset(pair.languages) in known:
            yield message("{option}: these two languages were named before.", option=option)
        spoken = {each for who in self._event.participants for each in who.languages}
        for language in dict.fromkeys(pair.languages):
            if language not in spoken:
                yield message(
                    "{option}: no participant speaks {language}.", option=option, language=language
                )

    def _add(self, resource: Resource, text: str, option: str) -> None:
        found = NUMBERS.fullmatch(text.strip())
        if found is None:
            self.faults.append(
                message("{option}: write a range such as 14..24, 14..24:2 or 18.", option=option)
            )
            return
        first, last, step = (int(each) if each else None for each in found.groups())
        faults = list(self._faults_of_numbers(resource, (first, last, step), option))
        self.faults += faults
        if first is not None and not faults:
            end = first if last is None else last
            self.wanted.append(Wanted(resource, tuple(range(first, end + 1, step or 1))))

    def _faults_of_numbers(
        self, resource: Resource, numbers: tuple[int | None, int | None, int | None], option: str
    ) -> Iterator[Message]:
        first, last, step = numbers[0] or 0, numbers[1], numbers[2]
        lowest = least(self._event, resource)
        if first < lowest:
            yield _too_few(resource, option, lowest)
        if step == 0:
            yield message("{option}: the step is 1 at least.", option=option)
        elif last is not None and last < first:
            yield message("{option}: the range ends before it begins.", option=option)
        elif last is not None and (last - first) // (step or 1) >= MOST_CASES:
            yield message(
                "{option}: these are more than {most} cases; take larger steps, such as {wide}.",
                option=option,
                most=MOST_CASES,
                wide=f"{first}..{last}:{(last - first) // MOST_CASES + 1}",
            )


def _too_few(resource: Resource, option: str, lowest: int) -> Message:
    if resource.kind is Kind.TABLES:
        return message(
            "{option}: {count} tables are fixed or locked, and cannot be dropped.",
            option=option,
            count=lowest,
        )
    return message("{option}: there is 1 slot at least.", option=option)
