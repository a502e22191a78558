"""`matchmaker check`: examining registrations, or a timetable against every rule."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from matchmaker.cells import unprotected
from matchmaker.registrations.reader import read_event
from matchmaker.rules.checker import RULES, violations
from matchmaker.timetable import Timetable
from web.commands import output_folder
from web.commands.console import ANSWER_IS_NO, Console
from web.commands.events import accept, output_at
from web.commands.options import AsJson, Spoken

MEETINGS = "meetings.csv"
COLUMNS = ("slot", "table", "participant_a", "participant_b", "guest")
Row = tuple[str, str, frozenset[str], str]
"""Slot, table, the two who meet and their guest, if any."""


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
    """Yield the meetings that stand in only one of the spreadsheet and the timetable.

    A guest belongs to the meeting, unless the spreadsheet has no column for guests.
    """
    if not path.is_file():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, restval="")
        listed = {_row(each) for each in rows}
        planned = set(_planned(timetable, "guest" in (rows.fieldnames or ())))
    for slot, table, pair, guest in sorted(listed ^ planned, key=str):
        yield " ".join((slot, table, *sorted(pair), *([guest] if guest else [])))


def _row(cells: Mapping[str, str]) -> Row:
    slot, table, one, other, guest = (unprotected(cells.get(each) or "") for each in COLUMNS)
    return slot, table, frozenset((one, other)), guest


def _planned(timetable: Timetable, with_guests: bool) -> Iterator[Row]:
    guests = {meeting: guest.participant for guest, meeting in timetable.visits}
    for each in timetable.meetings:
        guest = guests.get(each, "") if with_guests else ""
        yield each.slot, each.table, each.pair, guest
