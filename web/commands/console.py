"""Talking to whoever sits at the command line, in their language, or to a machine in JSON."""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NoReturn

import typer
from babel.numbers import format_decimal, format_percent

from matchmaker.errors import Problem, Severity
from matchmaker.locales.catalogue import LANGUAGES, Translator, translator
from matchmaker.messages import Message

ANSWER_IS_NO, BAD_INPUT = 1, 2
"""Exit codes beside 0 for done."""


def usual_language() -> str:
    """Return the language of the environment if we speak it, else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return value[:2].lower() if value[:2].lower() in LANGUAGES else "en"
    return "en"


@dataclass(frozen=True)
class Console:
    """Where a command writes its answer; with `as_json` one JSON object and nothing else."""

    language: str
    as_json: bool = False

    @cached_property
    def text(self) -> Translator:
        """The sentences of the command line."""
        return translator(self.language, "cli")

    @property
    def is_lively(self) -> bool:
        """Whether somebody watches who enjoys a progress bar."""
        return sys.stderr.isatty() and not self.as_json

    def say(self, template: str, **values: object) -> None:
        """Write a sentence, unless a machine listens."""
        if not self.as_json:
            typer.echo(self.text(template, **values))

    def number(self, value: float, pattern: str = "0.##") -> str:
        """Return `value` as the reader writes numbers; `pattern` is one of Babel's."""
        return format_decimal(value, pattern, self.text.language)

    def percent(self, share: float, pattern: str = "0") -> str:
        """Return a share of one as a percentage; `pattern` is one of Babel's."""
        sign = "%" if self.text.language == "en" else "\N{NO-BREAK SPACE}%"
        return format_percent(share, pattern + sign, self.text.language)

    def sentence(self, domain: str, message: Message) -> str:
        """Return a sentence of another part of the product in the reader's language."""
        return translator(self.language, domain).say(message)

    def table(self, rows: Iterable[tuple[str, str]]) -> None:
        """Write names and figures in two columns, unless a machine listens."""
        if self.as_json:
            return
        lines = list(rows)
        width = max((len(name) for name, _ in lines), default=0)
        for name, figure in lines:
            typer.echo(f"  {name:<{width}}  {figure}")

    def answer(self, content: Mapping[str, Any]) -> None:
        """Write the answer for a machine, if one listens."""
        if self.as_json:
            typer.echo(json.dumps(content, ensure_ascii=False, default=str))

    def problems(self, problems: Sequence[Problem]) -> None:
        """Write every problem with its place and its remedy."""
        self.answer({"problems": [self._plain(each) for each in problems]})
        if self.as_json:
            return
        for each in problems:
            colour = typer.colors.RED if each.severity == Severity.ERROR else typer.colors.YELLOW
            typer.secho(self._head(each), fg=colour, bold=True)
            typer.echo(f"    {self.sentence('registrations', each.what)}")
            typer.echo(f"    → {self.sentence('registrations', each.remedy)}")

    def stop(self, code: int, template: str, **values: object) -> NoReturn:
        """Write a sentence to the error output and leave with `code`."""
        typer.secho(self.text(template, **values), err=True, fg=typer.colors.RED)
        raise typer.Exit(code)

    def _head(self, problem: Problem) -> str:
        is_error = problem.severity == Severity.ERROR
        severity = self.text("error") if is_error else self.text("warning")
        return self.text("{place}: {severity}", place=self._place(problem), severity=severity)

    def _place(self, problem: Problem) -> str:
        row = "" if problem.row is None else self.text("row {row}", row=problem.row)
        return ", ".join(part for part in (problem.file, row, problem.column) if part)

    def _plain(self, problem: Problem) -> dict[str, Any]:
        return {
            "severity": problem.severity,
            "code": problem.code,
            "file": problem.file,
            "row": problem.row,
            "column": problem.column,
            "what": self.sentence("registrations", problem.what),
            "remedy": self.sentence("registrations", problem.remedy),
        }
