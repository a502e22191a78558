"""A workbook of one table in an event folder: which of its sheets are read."""

from pathlib import Path
from typing import Any

from matchmaker.registrations.reader import Registrations
from tests.matchmaker.registrations.files import EVENT, found, read, xlsx

X = "participants.xlsx"
HEADER = ["N°", "Nom complet", "Société", "Région", "Langues"]
ANN = [1, "Ann", "Acme", "France", "français"]
BEN = [2, "Ben", "Bolt", "Vlaanderen", "Nederlands"]
SAY_SO = '[columns.participants]\n"Votre nom" = "name"\n'


def people(path: Path, event: str = EVENT, **sheets: list[list[Any]]) -> Registrations:
    return read(
        path, event=event, participants=None, participants_xlsx=xlsx(**sheets), wishes="de,à,rang\n"
    )


def names(registrations: Registrations) -> list[str]:
    assert registrations.event is not None
    return [each.name for each in registrations.event.participants]


def test_a_sheet_of_any_name_will_do(tmp_path: Path) -> None:
    registrations = people(tmp_path, Feuil1=[["Titre"], HEADER, ANN, BEN], Feuil2=[], Feuil3=[[""]])
    assert found(registrations) == []
    assert names(registrations) == ["Ann", "Ben"]


def test_late_registrations_on_a_second_sheet_are_read(tmp_path: Path) -> None:
    registrations = people(tmp_path, Inscrits=[HEADER, ANN], Retardataires=[HEADER, BEN])
    assert found(registrations) == []
    assert names(registrations) == ["Ann", "Ben"]


def test_problems_name_the_sheet_where_there_are_two(tmp_path: Path) -> None:
    late = [2, "Ben", "", "VLG", "nl"]
    registrations = people(tmp_path, Inscrits=[HEADER, ANN], Tard=[HEADER, late])
    assert found(registrations) == [(f"{X}: Tard", 2, "Société", "missing-value")]


def test_what_is_said_of_columns_holds_on_each_sheet_that_has_them(tmp_path: Path) -> None:
    other = [HEADER[0], "Votre nom", *HEADER[2:]]
    registrations = people(tmp_path, event=EVENT + SAY_SO, Blad1=[other, ANN], Blad2=[HEADER, BEN])
    assert found(registrations) == []
    assert names(registrations) == ["Ann", "Ben"]


def test_sheets_with_other_columns_are_left_out_and_named(tmp_path: Path) -> None:
    registrations = people(
        tmp_path, Blad1=[HEADER, ANN, BEN], notes=[["Langues"]], Wensen=[["Van", "Naar"], [1, 2]]
    )
    assert found(registrations) == [(X, None, "", "unknown-sheet")] * 2
    assert [str(each.what) for each in registrations.problems] == [
        "The sheet notes is left out; this file is read for participants only.",
        "The sheet Wensen is left out; this file is read for participants only.",
    ]
    assert names(registrations) == ["Ann", "Ben"]


def test_a_hidden_sheet_is_left_out_and_named(tmp_path: Path) -> None:
    registrations = people(tmp_path, Blad1=[HEADER, ANN], hidden_Oud=[HEADER, BEN])
    assert found(registrations) == [(X, None, "", "hidden-sheet")]
    assert str(registrations.problems[0].what) == "The sheet Oud is hidden and is left out."
    assert names(registrations) == ["Ann"]


def test_of_two_sheets_of_the_name_the_visible_one_is_read(tmp_path: Path) -> None:
    registrations = people(tmp_path, Participants=[HEADER, ANN], hidden_Deelnemers=[HEADER, BEN])
    assert found(registrations) == [(X, None, "", "hidden-sheet")]
    assert names(registrations) == ["Ann"]
