"""A survey as tables of figures and sentences, for whoever sits at the command line."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import typer

from matchmaker.event import Event
from matchmaker.messages import Message
from matchmaker.prospects import Gain, Prospect, Survey
from matchmaker.resources import Kind, Resource, varied
from web.commands.console import Console

NOW = "*"
"""What stands behind the numbers of the event as it is."""


def show_survey(console: Console, event: Event, survey: Survey) -> None:
    """Write a table for each resource with what its steps gain, and the grid of two resources."""
    for index, resource in enumerate(survey.resources):
        _write(console, _aligned(_rows(console, survey, index)))
        _write(console, _verdict(console, survey, index))
        for number, loss in losses(event, survey, index):
            console.say(
                "  {things} {number}: {loss}",
                things=name_of(console, resource),
                number=number,
                loss=console.sentence("domain", loss),
            )
        _write(console, [""])
    if survey.axes:
        _write(console, (*_aligned(_grid(console, survey, *survey.axes)), ""))
    console.say("{mark} as planned", mark=NOW)


def name_of(console: Console, resource: Resource) -> str:
    """Return what a resource is called."""
    text = console.text
    if resource.kind is Kind.TABLES:
        return text("tables")
    if resource.kind is Kind.SLOTS:
        return text("slots")
    return text("interpreters {pair}", pair=resource.pair)


def losses(event: Event, survey: Survey, index: int) -> Iterator[tuple[int, Message]]:
    """Yield what is lost with what the event has no longer, with the number left."""
    resource = survey.resources[index]
    for prospect in survey.series(index):
        number = prospect.amounts[index]
        yield from ((number, each) for each in varied(event, resource, number).losses)


def signed(figure: float, written: Callable[[float], str]) -> str:
    """Return a gain with its sign; “0” where there is none."""
    sign = "+" if figure > 0 else "\N{MINUS SIGN}" if figure < 0 else ""
    return sign + written(abs(figure))


def _rows(console: Console, survey: Survey, index: int) -> Iterator[Sequence[str]]:
    text, number = console.text, console.number
    found = survey.series(index)
    are_short = any(each.missing for each in found)
    short = [text("missing to minimums")] if are_short else []
    columns = text("wishes met"), text("gain"), text("value"), text("bound")
    more = text("meetings"), text("idle slots")
    yield name_of(console, survey.resources[index]), *columns, *more, *short
    gains: list[Gain | None] = [None, *survey.gains(index)]
    for prospect, gain in zip(found, gains, strict=True):
        is_now = prospect.amounts == survey.now
        yield (
            f"{prospect.amounts[index]}{NOW if is_now else ' '}",
            str(prospect.wishes_met),
            signed(gain.wishes, number) if gain else "",
            number(prospect.value),
            number(prospect.bound),
            str(prospect.meetings),
            str(prospect.idle_slots),
            *([str(prospect.missing)] if are_short else []),
        )


def _verdict(console: Console, survey: Survey, index: int) -> Iterator[str]:
    """Yield what the next step above now gains, and from which number on nothing more is gained."""
    text, number = console.text, console.number
    things = name_of(console, survey.resources[index])
    for gain in survey.gains(index):
        if gain.before == survey.now[index] and not gain.is_nothing:
            yield text(
                "  {things}, {after} instead of {before}: wishes met {wishes}, value {value}.",
                things=things,
                after=gain.after,
                before=gain.before,
                wishes=signed(gain.wishes, number),
                value=signed(gain.value, number),
            )
    enough = survey.enough(index)
    if enough is not None:
        yield text(
            "  {things}: from {number} on, nothing more is gained.", things=things, number=enough
        )


def _grid(
    console: Console, survey: Survey, rows: list[int], columns: list[int]
) -> Iterator[Sequence[str]]:
    """Yield the wishes met for every combination, below the numbers of the second resource."""
    row_name, column_name = (name_of(console, each) for each in survey.resources)
    corner = console.text("{rows} ↓ {columns} →", rows=row_name, columns=column_name)
    yield corner, *(f"{each} " for each in columns)
    for row in rows:
        cells = (survey.by_amounts[row, column] for column in columns)
        yield f"{row} ", *(_cell(each, survey) for each in cells)


def _cell(prospect: Prospect, survey: Survey) -> str:
    return f"{prospect.wishes_met}{NOW if prospect.amounts == survey.now else ' '}"


def _aligned(rows: Iterator[Sequence[str]]) -> Iterator[str]:
    """Yield the rows as lines with their cells aligned at the right."""
    cells = list(rows)
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        line = "  ".join(f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True))
        yield f"  {line}".rstrip()


def _write(console: Console, lines: Iterable[str]) -> None:
    if not console.as_json:
        for line in lines:
            typer.echo(line)
