"""Whoever has an error in their own row is told of there, and is missing nowhere else."""

from pathlib import Path

import pytest

from tests.matchmaker.registrations.files import Row, found, read

P = "participants.csv"
HEADER = "Naam,Voornaam,E-mail,Bedrijf,Regio,Talen,Keuze 1\n"
SOUND = (
    "Boone,Ben,ben@bolt.be,Bolt,VLG,nl,{wish}\n"
    "Claes,Cas,cas@x.be,Textiel Vanneste,WAL,fr,Ben Boone\n"
)


def problems(path: Path, row: str, wish: str = "", **files: str) -> list[Row]:
    people = HEADER + SOUND.format(wish=wish) + row + "\n"
    return found(read(path, participants=people, wishes=None, **files))


@pytest.mark.parametrize(
    "wish", ["Els Vanneste", "vanneste els", "els@@x.be", "Lano", "Els Vanneste; cas@x.be"]
)
def test_a_bad_address_is_one_error(wish: str, tmp_path: Path) -> None:
    row = "Vanneste,Els,els@@x.be,Lano,VLG,nl,Ben Boone"
    assert problems(tmp_path, row, wish) == [(P, 4, "E-mail", "bad-email")]


def test_who_has_neither_id_nor_address_is_there_all_the_same(tmp_path: Path) -> None:
    row = "Vanneste,Els,,Lano,VLG,nl,Ben Boone"
    assert problems(
        tmp_path, row, "Els Vanneste", already_met_csv="a,b\nEls Vanneste,ben@bolt.be\n"
    ) == [(P, 4, "E-mail", "missing-value")]


def test_a_lock_may_name_them(tmp_path: Path) -> None:
    locks = "participant_a,participant_b\nEls Vanneste,ben@bolt.be\n"
    row = "Vanneste,Els,,Lano,VLG,nl,"
    assert problems(tmp_path, row, locked_meetings_csv=locks) == [(P, 4, "E-mail", "missing-value")]


def test_a_second_row_of_an_id_is_there_by_its_name(tmp_path: Path) -> None:
    people = (
        "id,last_name,organisation,region,languages\na,Ann,A,FR,fr\na,Bea,B,FR,fr\nc,Cas,C,FR,fr\n"
    )
    read_so = read(tmp_path, participants=people, wishes="from,to,rank\nc,Bea,1\n")
    assert found(read_so) == [(P, 3, "id", "duplicate-id")]


def test_whoever_is_in_no_row_is_missing(tmp_path: Path) -> None:
    row = "Vanneste,Els,els@@x.be,Lano,VLG,nl,"
    assert problems(tmp_path, row, "Els Vannestee") == [
        (P, 2, "Keuze 1", "unknown-participant"),
        (P, 4, "E-mail", "bad-email"),
    ]


def test_a_slip_of_the_pen_is_taken_for_the_one_it_looks_like(tmp_path: Path) -> None:
    people = HEADER + SOUND.format(wish="Els Vannestee") + "Vanneste,Els,els@@x.be,Lano,VLG,nl,\n"
    [first, _] = read(tmp_path, participants=people, wishes=None).problems
    assert str(first.remedy) == "Did you mean Els Vanneste?"


def test_a_number_does_in_place_of_an_address(tmp_path: Path) -> None:
    people = HEADER + SOUND.format(wish="") + "Vanneste,Els,,Lano,VLG,nl,\n"
    [only] = read(tmp_path, participants=people, wishes=None).problems
    assert str(only.remedy) == "Fill it in; a number in a column of its own (id) will do."
