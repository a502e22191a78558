"""`matchmaker check`: examining registrations, or a timetable against every rule."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from matchmaker.registrations.reader import read_event
from matchmaker.rules.checker import RULES, violations
from matchmaker.timetable import Timetable
from web.commands import output_folder
from web.commands.console import ANSWER_IS_NO, Console
from web.commands.events import accept, output_at
from web.commands.options import AsJson, Spoken

MEETINGS = "meetings.csv"


def check(
    path: Annotated[Path, typer.Argument(help="Event, or folder written by “solve”.")],
    language: Spoken,
    as_json: AsJson = False,
) -> None:
    """Examine registrations, or check a solved event against every rule."""
    console = Console(language, as_json)
    if output_folder.is_output_folder(path):
        _check_timetable(console, path)
    else:
        accept(console, read_event(path), show_warnings=True)
        console.say("No errors.")


def _check_timetable(console: Console, folder: Path) -> None:
    output = output_at(console, folder, may_misfit=True)
    broken = violations(output.event, output.timetable)
    astray = list(_rows_astray(folder / MEETINGS, output.timetable))
    console.answer(
        {
            "violations": [{"rule": v.rule, "subjects": v.subjects} for v in broken],
            "rows_astray": astray,
        }
    )
    for violation in broken:
        console.say(
            "{rule}: {message}",
            rule=violation.rule,
            message=console.sentence("domain", violation.message),
        )
    for row in astray:
        console.say(
            "{file} and {timetable} disagree about: {row}",
            file=MEETINGS,
            timetable=output_folder.TIMETABLE,
            row=row,
        )
    if broken or astray:
        raise typer.Exit(ANSWER_IS_NO)
    console.say(
        "{meetings} meetings and {attendances} places in workshops keep all {rules} rules.",
        meetings=len(output.timetable.meetings),
        attendances=len(output.timetable.attendances),
        rules=len(RULES),
    )


def _rows_astray(path: Path, timetable: Timetable) -> Iterator[str]:
    """Yield the meetings that stand in only one of the spreadsheet and the timetable."""
    if not path.is_file():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [defaultdict(str, row) for row in csv.DictReader(file, restval="")]
    listed = {
        (r["slot"], r["table"], frozenset((r["participant_a"], r["participant_b"]))) for r in rows
    }
    planned = {(m.slot, m.table, m.pair) for m in timetable.meetings}
    for slot, table, pair in sorted(listed ^ planned, key=str):
        yield " ".join((slot, table, *sorted(pair)))
