"""A survey as tables: for each resource its numbers, what they reach and what steps gain."""

from collections.abc import Iterator
from dataclasses import dataclass

from matchmaker.event import Event
from matchmaker.messages import Message
from matchmaker.prospects import Gain, Prospect, Survey
from matchmaker.resources import Resource, varied


@dataclass(frozen=True)
class Line:
    """One number of a resource: what it reaches, what it gains and what is lost with it."""

    number: int
    is_now: bool
    prospect: Prospect
    gain: Gain | None
    losses: tuple[Message, ...]


@dataclass(frozen=True)
class Series:
    """The numbers of one resource; beyond `enough` nothing more is gained."""

    resource: Resource
    lines: tuple[Line, ...]
    enough: int | None


def series_of(event: Event, survey: Survey) -> list[Series]:
    """Return the series of each resource of which something is known."""
    return [
        Series(resource, tuple(_lines(event, survey, index)), survey.enough(index))
        for index, resource in enumerate(survey.resources)
        if survey.series(index)
    ]


def _lines(event: Event, survey: Survey, index: int) -> Iterator[Line]:
    resource, found = survey.resources[index], survey.series(index)
    gains: list[Gain | None] = [None, *survey.gains(index)]
    for prospect, gain in zip(found, gains, strict=True):
        number = prospect.amounts[index]
        losses = varied(event, resource, number).losses
        yield Line(number, prospect.amounts == survey.now, prospect, gain, losses)
