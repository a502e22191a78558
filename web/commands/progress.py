"""Showing how far the work has come: a bar on a terminal, plain lines elsewhere."""

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

import typer
from rich.console import Console as Terminal
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, track

from matchmaker.messages import message
from web.commands.console import Console

if TYPE_CHECKING:
    from solver.result import Progress as EngineState

Item = TypeVar("Item")

STAGES = {
    "sittings": message("places in workshops"),
    "selection": message("which meetings"),
    "placement": message("which slot"),
    "improvement": message("more value"),
    "proof": message("complete search"),
    "polish": message("fewer gaps"),
    "gaps": message("fewest gaps"),
    "checked": message("every rule checked"),
}


class EngineProgress:
    """Shows stage, value and bound while the engine works."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._stage = ""
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=Terminal(stderr=True),
            transient=True,
            disable=not console.is_lively,
        )
        self._task = self._bar.add_task("")

    def __enter__(self) -> Self:
        """Start showing."""
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop showing."""
        self._bar.stop()

    def report(self, state: "EngineState") -> None:
        """Show where the engine stands."""
        if self._console.is_lively:
            self._bar.update(self._task, description=self._line(state))
        elif state.stage != self._stage and not self._console.as_json:
            typer.echo(self._line(state), err=True)
        self._stage = state.stage

    def _line(self, state: "EngineState") -> str:
        text = self._console.text
        stage = text.say(STAGES[state.stage])
        if state.bound is None:
            return stage
        return text(
            "{stage}: value {value} of at most {bound}",
            stage=stage,
            value=self._console.number(state.value),
            bound=self._console.number(state.bound),
        )


def counted(console: Console, items: Iterable[Item], what: str, total: int) -> Iterator[Item]:
    """Yield `items`, with a bar towards `total` on a terminal."""
    if not console.is_lively:
        yield from items
        return
    yield from track(
        items, description=what, total=total, console=Terminal(stderr=True), transient=True
    )
