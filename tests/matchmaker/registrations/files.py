"""An event folder without a fault, of which a test replaces what it is about."""

from io import BytesIO
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from matchmaker.registrations.reader import Registrations, read_event

EVENT = """\
name = "Day"
tables = 2

[[slots]]
id = "1"
start = 2027-03-18T13:30:00
end = 2027-03-18T13:42:00

[[slots]]
id = "2"
start = 2027-03-18T13:45:00
end = 2027-03-18T13:57:00
"""
PARTICIPANTS = """\
id,last_name,organisation,region,languages,email,side,unavailable,min_meetings,max_meetings,table,workshops
ann,Ann Arnaut,Acme,FR,fr,,,,,,,
ben,Ben Boone,Bolt,VLG,nl,,,,,,,
cas,Cas Claes,Corda,WAL,fr nl,,,,,,,
"""
WISHES = """\
from,to,rank
ann,ben,1
"""
WORKSHOP = '[[workshops]]\nid = "w"\ntitle = "W"\n'
SESSION = '[[sessions]]\nid = "s"\nworkshop = "w"\nslots = ["1"]\ncapacity = 5\n'

Row = tuple[str, int | None, str, str]


def folder(path: Path, **files: str | bytes | None) -> Path:
    """Return a folder of event, participants and wishes, with `files` in their place or added.

    Keys name files with `_` for the dot, the last of several (`participants` is participants.csv);
    None leaves out.
    """
    content: dict[str, str | bytes | None] = {
        "event": EVENT,
        "participants": PARTICIPANTS,
        "wishes": WISHES,
        **files,
    }
    path.mkdir(exist_ok=True)
    for key, text in content.items():
        name = (
            ".".join(key.rsplit("_", 1))
            if "_" in key
            else key + (".toml" if key == "event" else ".csv")
        )
        if text is not None:
            (path / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def read(path: Path, **files: str | bytes | None) -> Registrations:
    return read_event(folder(path, **files))


def found(read: Registrations) -> list[Row]:
    """Return file, row, column and code of every problem."""
    return [(each.file, each.row, each.column, each.code) for each in read.problems]


def with_row(row: str) -> str:
    """Return the participants with one more row, the fifth of the sheet."""
    return f"{PARTICIPANTS}{row}\n"


def xlsx(**sheets: list[list[Any]]) -> bytes:
    """Return a workbook of these sheets; names that start with `hidden_` are hidden sheets."""
    file = BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name.removeprefix("hidden_"))
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if name.startswith("hidden_"):
                sheet.hide()
    return file.getvalue()
