"""The sheets of files as people send them."""

from io import BytesIO
from typing import Any

import pytest
from xlsxwriter import Workbook

from matchmaker.registrations.limits import LIMITS
from matchmaker.registrations.mapping import NO_MAPPING, ColumnMapping
from matchmaker.registrations.records import Source
from matchmaker.registrations.takeover.parts import Guide, Part, columns_of, parts_of
from tests.matchmaker.registrations.files import xlsx

PLAIN = Guide(NO_MAPPING, {})
PEOPLE = [["Nom", "Société", "Mail"], ["Durand", "Moulin", "d@example.org"]]


def book(**sheets: list[list[Any]]) -> bytes:
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return file.getvalue()


def parts(name: str, content: bytes, guide: Guide = PLAIN) -> list[Part]:
    return parts_of(Source(name, content), guide)[0]


@pytest.mark.parametrize(
    ("name", "sheets", "tables"),
    [
        ("Inscriptions.xlsx", {"Feuil1": PEOPLE, "Feuil2": []}, ["participants"]),
        ("export.xlsx", {"Blad1": PEOPLE}, ["participants"]),
        ("export.xlsx", {"Wensen": [["van", "naar", "rang"]], "Blad1": PEOPLE}, ["wishes"] * 1),
        ("export.xlsx", {"Blad1": [["Prénom et nom", "1er choix", "2e choix"]]}, ["wishes"]),
        ("export.xlsx", {"Blad1": [[*PEOPLE[0], "1er choix", "2e choix"]]}, ["participants"]),
        ("export.xlsx", {"Blad1": [["x", "y"]]}, [None]),
    ],
)
def test_sheets_are_known_by_their_name_the_file_or_their_columns(
    name: str, sheets: dict[str, list[list[Any]]], tables: list[str | None]
) -> None:
    found = [each.table for each in parts(name, book(**sheets))]
    assert found[: len(tables)] == tables


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_text_files_are_read_as_spreadsheets_write_them(separator: str, encoding: str) -> None:
    text = "\r\n".join(separator.join(each) for each in PEOPLE)
    [part] = parts("liste.csv", text.encode(encoding))
    assert part.table == "participants"
    assert [each.header for each in columns_of(part)] == ["Nom", "Société", "Mail"]


def test_a_column_shows_what_stands_in_it_and_the_field_it_is_taken_for() -> None:
    text = "Nom;Société;GSM;Nota\n" + "".join(f"n{i};Moulin;;x{i}\n" for i in range(9))
    said = ColumnMapping(columns={"participants": {"nota": "", "gsm": "cluster"}})
    [part] = parts("liste.csv", text.encode(), Guide(said, {}))
    assert [(each.samples, each.field) for each in columns_of(part)] == [
        (("n0", "n1", "n2"), "last_name"),
        (("Moulin",), "organisation"),
        ((), "cluster"),
        (("x0", "x1", "x2"), ""),
    ]


def test_a_file_that_is_no_text_has_no_parts_and_says_why() -> None:
    found, findings = parts_of(Source("participants.csv", b"\0\1\2"), PLAIN)
    assert (found, [each.code for each in findings]) == ([], ["unreadable-file"])
    found, findings = parts_of(Source("participants.xlsx", b"no workbook"), PLAIN)
    assert (found, len(findings)) == ([], 1)


def many(columns: str, count: int) -> bytes:
    return "\n".join([columns, *(f"p{i};q{i};1" for i in range(count))]).encode()


@pytest.mark.parametrize("name", ["participants.csv", "export.csv"])
def test_a_list_of_people_is_too_large_under_whatever_name(name: str) -> None:
    text = many("nom;organisation;rang", LIMITS.rows)
    found, findings = parts_of(Source(name, text), PLAIN)
    assert found == []
    assert [each.code for each in findings] == ["too-large"]


def test_a_list_of_wishes_may_be_longer_under_whatever_name() -> None:
    [part] = parts("export.csv", many("de;à;rang", LIMITS.rows))
    assert part.table == "wishes"


@pytest.mark.parametrize("content", [b"", b"\n;;\n", "\ufeff".encode()])
@pytest.mark.parametrize("name", ["export.csv", "brief.txt"])
def test_an_empty_file_is_told(name: str, content: bytes) -> None:
    found, findings = parts_of(Source(name, content), PLAIN)
    assert found == []
    assert [each.code for each in findings] == ["empty-file"]


def test_a_workbook_without_any_filled_sheet_is_told() -> None:
    found, findings = parts_of(Source("x.xlsx", book(Blad1=[], Blad2=[])), PLAIN)
    assert found == []
    assert [each.code for each in findings] == ["empty-file"]


def test_hidden_sheets_are_told_whether_they_are_read_or_not() -> None:
    content = xlsx(Blad1=PEOPLE, hidden_Wensen=[["van", "naar"]], hidden_Kladblok=[["x"]])
    found, findings = parts_of(Source("x.xlsx", content), PLAIN)
    assert [each.key for each in found] == ["x.xlsx: Blad1", "x.xlsx: Wensen"]
    assert [(each.code, str(each.what)) for each in findings] == [
        ("hidden-sheet", "The sheet Wensen is hidden; it was read because of its name."),
        ("hidden-sheet", "The sheet Kladblok is hidden and is left out."),
    ]


def test_a_hidden_sheet_that_the_organiser_leaves_out_is_told_no_more() -> None:
    content = xlsx(Blad1=PEOPLE, hidden_Wensen=[["van", "naar"]])
    guide = Guide(NO_MAPPING, {"x.xlsx: Wensen": ""})
    assert parts_of(Source("x.xlsx", content), guide)[1] == ()
