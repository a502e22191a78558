import zipfile
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from matchmaker.registrations.reader import Registrations, read_event
from tests.matchmaker.registrations.files import found, xlsx

SHEETS: dict[str, list[list[Any]]] = {
    "Événement": [["Champ", "Valeur"], ["Nom FR", "Jour"], ["Nom NL", "Dag"], ["Tables", 2]],
    "Créneaux": [["Créneau", "Début", "Fin"], [1, "18/03/2027 13h30", "13h42"]],
    "Participants": [
        ["Inscriptions au 4 janvier"],
        [],
        ["N°", "Nom complet", "Société", "Région", "Langues"],
        [1, "Ann", "Acme", "France", "français"],
        [2.0, "Ben", "Bolt", "Vlaanderen", "Nederlands"],
        ["", "", "", "", ""],
    ],
    "Souhaits": [["De", "À", "Rang"], [1, 2, 1]],
}


def reading(path: Path, content: bytes) -> Registrations:
    file = path / "event.xlsx"
    file.write_bytes(content)
    return read_event(file)


def test_a_workbook_of_an_organiser(tmp_path: Path) -> None:
    registrations = reading(tmp_path, xlsx(**SHEETS))
    assert found(registrations) == []
    event = registrations.event
    assert event is not None
    assert event.name == {"fr": "Jour", "nl": "Dag"}
    assert [each.id for each in event.tables] == ["1", "2"]
    assert event.slots[0].start == datetime(2027, 3, 18, 13, 30)
    assert [(each.id, each.region, each.languages) for each in event.participants] == [
        ("1", "FR", ("fr",)),
        ("2", "VLG", ("nl",)),
    ]
    assert [(each.wisher, each.wished) for each in event.wishes] == [("1", "2")]


def test_days_and_times_may_be_cells_of_their_kind(tmp_path: Path) -> None:
    file = BytesIO()
    with Workbook(file) as book:
        form = {name: book.add_format({"num_format": name}) for name in ("dd/mm/yyyy", "hh:mm")}
        sheet = book.add_worksheet("slots")
        sheet.write_row(0, 0, ["id", "Datum", "Begin", "Einde"])
        sheet.write_number(1, 0, 1)
        sheet.write_datetime(1, 1, date(2027, 3, 18), form["dd/mm/yyyy"])
        sheet.write_datetime(1, 2, time(13, 30), form["hh:mm"])
        sheet.write_datetime(1, 3, time(13, 42), form["hh:mm"])
        for name in ("event", "participants"):
            for number, row in enumerate(SHEETS[{"event": "Événement"}.get(name, "Participants")]):
                (book.get_worksheet_by_name(name) or book.add_worksheet(name)).write_row(
                    number, 0, row
                )
    event = reading(tmp_path, file.getvalue()).event
    assert event is not None
    assert (event.slots[0].start, event.slots[0].end) == (
        datetime(2027, 3, 18, 13, 30),
        datetime(2027, 3, 18, 13, 42),
    )


def test_settings_may_also_stand_under_headers(tmp_path: Path) -> None:
    sheets = SHEETS | {"Événement": [["Nom", "Tables", "Fuseau horaire"], ["Jour", 3, "UTC"]]}
    event = reading(tmp_path, xlsx(**sheets)).event
    assert event is not None
    assert (event.name, len(event.tables), event.timezone) == ({"": "Jour"}, 3, "UTC")


def test_sheets_that_are_not_understood_are_named(tmp_path: Path) -> None:
    sheets = {**SHEETS, "Particpants": [["x"]], "hidden_Kladblok": [["x"]], "Leeg": []}
    registrations = reading(tmp_path, xlsx(**sheets))
    assert found(registrations) == [
        ("Particpants", None, "", "unknown-sheet"),
        ("Kladblok", None, "", "hidden-sheet"),
    ]
    assert "Participants" in str(registrations.problems[0]).title()


def test_a_hidden_sheet_with_the_right_name_is_read_and_named(tmp_path: Path) -> None:
    sheets = {k: v for k, v in SHEETS.items() if k != "Souhaits"}
    registrations = reading(tmp_path, xlsx(**sheets, hidden_Wensen=SHEETS["Souhaits"]))
    assert found(registrations) == [("Wensen", None, "", "hidden-sheet")]
    assert registrations.event is not None
    assert len(registrations.event.wishes) == 1


def test_rows_and_columns_are_named_as_on_the_sheet(tmp_path: Path) -> None:
    people = [*SHEETS["Participants"][:-1], [3, "Cas", "", "WAL", "fr", "so"]]
    registrations = reading(tmp_path, xlsx(**SHEETS | {"Participants": people}))
    assert found(registrations) == [
        ("Participants", 3, "F", "unknown-column"),
        ("Participants", 6, "Société", "missing-value"),
    ]


def test_a_missing_sheet_is_a_problem(tmp_path: Path) -> None:
    registrations = reading(tmp_path, xlsx(Souhaits=SHEETS["Souhaits"]))
    assert found(registrations) == [
        ("event", None, "", "missing-sheet"),
        ("slots", None, "", "missing-sheet"),
        ("participants", None, "", "missing-sheet"),
    ]


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + b"\0" * 600]
)
def test_what_is_no_workbook_is_refused(content: bytes, tmp_path: Path) -> None:
    assert found(reading(tmp_path, content)) == [("event.xlsx", None, "", "unreadable-file")]


def test_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("letter.txt", "Dear all")
    assert found(reading(tmp_path, file.getvalue())) == [
        ("event.xlsx", None, "", "unreadable-file")
    ]


def test_settings_that_are_not_understood_are_named(tmp_path: Path) -> None:
    sheets = SHEETS | {"Événement": [*SHEETS["Événement"], ["Couleur", "bleu"], ["Note", ""]]}
    assert found(reading(tmp_path, xlsx(**sheets))) == [
        ("Événement", 5, "Couleur", "unknown-column")
    ]


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    sheets = SHEETS | {"Participants": [*SHEETS["Participants"], *[["", "x"]] * 5000]}
    assert found(reading(tmp_path, xlsx(**sheets))) == [("Participants", None, "", "too-large")]


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    whole = xlsx(**SHEETS)
    for cut in range(100, len(whole), 997):
        damaged = whole[:cut] + bytes(40) + whole[cut + 40 :]
        assert reading(tmp_path, damaged) is not None


def repacked(change: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(xlsx(**SHEETS))) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
        for name in change.keys() - set(old.namelist()):
            new.writestr(name, change[name])
    return file.getvalue()


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    bomb = repacked({"xl/media/zeros.bin": bytes(40 * 1024 * 1024)})
    assert len(bomb) < 100_000
    assert found(reading(tmp_path, bomb)) == [("event.xlsx", None, "", "too-large")]


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    bomb = bytearray(repacked({"xl/media/zeros.bin": bytes(40 * 1024 * 1024)}))
    size = (40 * 1024 * 1024).to_bytes(4, "little")
    lie = bytes(bomb).replace(size, (1000).to_bytes(4, "little"))
    assert found(reading(tmp_path, lie))[0][3] in ("too-large", "unreadable-file")


def test_one_long_text_in_many_cells_is_refused(tmp_path: Path) -> None:
    sheets = SHEETS | {"Souhaits": [["De", "À", "Rang"], *[["x" * 30_000] * 3] * 1000]}
    content = xlsx(**sheets)
    assert len(content) < 100_000
    assert found(reading(tmp_path, content)) == [("event.xlsx", None, "", "too-large")]


@pytest.mark.parametrize("part", ["xl/workbook.bin", "content.xml"])
def test_other_kinds_of_workbooks_are_refused(part: str, tmp_path: Path) -> None:
    content = repacked({part: b""})
    assert found(reading(tmp_path, content)) == [("event.xlsx", None, "", "unreadable-file")]


def test_many_entries_are_refused(tmp_path: Path) -> None:
    many = repacked({f"xl/media/{number}.txt": b"" for number in range(600)})
    assert found(reading(tmp_path, many)) == [("event.xlsx", None, "", "too-large")]


def test_a_cell_in_the_last_corner_is_refused(tmp_path: Path) -> None:
    cell = b'<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'
    with zipfile.ZipFile(BytesIO(xlsx(**SHEETS))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").replace(b"</sheetData>", cell)
    far = repacked({"xl/worksheets/sheet1.xml": sheet})
    assert found(reading(tmp_path, far)) == [("event.xlsx", None, "", "too-large")]
