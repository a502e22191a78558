"""Wishes written in columns: one for each choice, or all of a person in one cell."""

from pathlib import Path

import pytest

from matchmaker.registrations.wish_columns import is_wish_column, rank_of, wish_column
from tests.matchmaker.registrations.files import PARTICIPANTS, found, read, with_row

Triple = tuple[str, str, int | str]


def wishes(path: Path, **files: str | None) -> list[Triple]:
    event = read(path, **files).event
    assert event is not None
    return [(each.wisher, each.wished, each.rank) for each in event.wishes]


def with_column(header: str, *cells: str) -> str:
    """Return the participants with one more column."""
    rows = PARTICIPANTS.splitlines()
    return "\n".join(f"{row},{cell}" for row, cell in zip(rows, (header, *cells), strict=True))


@pytest.mark.parametrize(
    ("header", "rank"),
    [
        ("1er choix", 1),
        ("Choix n° 2", 2),
        ("Vœu 3", 3),
        ("Deuxième souhait", 2),
        ("Priorité 1", 1),
        ("Rendez-vous souhaité 4", 4),
        ("Je souhaite rencontrer (5)", 5),
        ("1ste keuze", 1),
        ("Derde wens", 3),
        ("Voorkeur 12", 12),
        ("Gewenst gesprek 2", 2),
        ("2nd choice", 2),
        ("Wish #30", 30),
        ("to_7", 7),
    ],
)
def test_a_choice_is_known_in_three_languages(header: str, rank: int, tmp_path: Path) -> None:
    people = PARTICIPANTS + "dora,Dora,Delta,FR,fr,,,,,,,\n"
    sheet = f'from,"{header}"\ndora,ben\n'
    assert wishes(tmp_path, participants=people, wishes=sheet) == [("dora", "ben", rank)]


@pytest.mark.parametrize(
    "header", ["Choix", "choix d'atelier 2", "0e choix", "Choix 31", "Table 3"]
)
def test_what_is_no_choice_is_none(header: str) -> None:
    assert wish_column("wishes", header) is None


def test_other_tables_have_no_choices() -> None:
    assert wish_column("rooms", "Choix 1") is None
    assert not is_wish_column("wishes", "wishes")
    assert is_wish_column("participants", "wishes")
    assert not is_wish_column("participants", "to_1")


def test_the_column_of_all_wishes_begins_with_the_first_rank() -> None:
    assert (rank_of("wishes"), rank_of("wishes_3")) == (1, 3)


def test_choices_stand_beside_each_other(tmp_path: Path) -> None:
    sheet = "Nom complet,1er choix,2e choix\nAnn Arnaut,Bolt,cas\nben,,ann\n"
    assert wishes(tmp_path, wishes=sheet) == [
        ("ann", "ben", 1),
        ("ann", "cas", 2),
        ("ben", "ann", 2),
    ]


def test_registrations_hold_choices(tmp_path: Path) -> None:
    people = with_column("Souhait 2", "ben", "", "Acme")
    assert wishes(tmp_path, participants=people, wishes="from,to,rank\nben,cas,1\n") == [
        ("ann", "ben", 2),
        ("cas", "ann", 2),
        ("ben", "cas", 1),
    ]


def test_registrations_with_wishes_need_no_other_file(tmp_path: Path) -> None:
    people = with_column("wishes", "ben", "", "")
    registrations = read(tmp_path, participants=people, wishes=None)
    assert found(registrations) == []
    assert registrations.event is not None
    assert len(registrations.event.wishes) == 1


@pytest.mark.parametrize("cell", ["ben;cas", "ben | Corda", '"Bolt, Cas Claes"', '"ben\ncas"'])
def test_one_cell_holds_wishes_in_their_order(cell: str, tmp_path: Path) -> None:
    people = with_column("Wie wilt u ontmoeten?", cell, "", "")
    read_with = wishes(tmp_path, participants=people, wishes="from,to,rank\n")
    assert read_with == [("ann", "ben", 1), ("ann", "cas", 2)]


def test_a_comma_may_belong_to_a_name(tmp_path: Path) -> None:
    people = with_row('dora,Dora Dil,"Dil, Dal",WAL,fr')
    sheet = 'from,to,rank\nann,"Dil, Dal",1\n'
    assert wishes(tmp_path, participants=people, wishes=sheet) == [("ann", "dora", 1)]


@pytest.mark.parametrize("cell", ["ben / cas / A/B", '"Bolt, cas / Dora Dil"'])
def test_a_slash_between_spaces_separates(cell: str, tmp_path: Path) -> None:
    people = with_row("dora,Dora Dil,A/B,WAL,fr")
    sheet = f"from,to,rank\nann,{cell},1\n"
    assert wishes(tmp_path, participants=people, wishes=sheet) == [
        ("ann", "ben", 1),
        ("ann", "cas", 2),
        ("ann", "dora", 3),
    ]


def test_a_slash_may_belong_to_a_name(tmp_path: Path) -> None:
    people = with_row("dora,Dora Dil,Dil / Dal,WAL,fr")
    sheet = "from,to,rank\nann,Dil / Dal,1\n"
    assert wishes(tmp_path, participants=people, wishes=sheet) == [("ann", "dora", 1)]


def test_where_nobody_is_known_it_is_told_how_to_separate(tmp_path: Path) -> None:
    problems = read(tmp_path, wishes="from,to,rank\nann,Xxx / Yyy,1\n").problems
    assert [str(each.remedy) for each in problems] == [
        "Write the id, e-mail address or whole name of a participant; "
        "separate several by semicolons."
    ]


def test_of_several_in_one_cell_the_unknown_one_is_told(tmp_path: Path) -> None:
    problems = read(tmp_path, wishes='from,1er choix\nann,"ben, Zzz"\n').problems
    assert [(each.row, each.column, str(each.what)) for each in problems] == [
        (2, "1er choix", "There is no participant Zzz.")
    ]


def test_several_vetoes_stand_in_one_cell(tmp_path: Path) -> None:
    sheet = "from,to,rank\nann,ben;cas,never\n"
    assert wishes(tmp_path, wishes=sheet) == [("ann", "ben", "never"), ("ann", "cas", "never")]


def test_a_choice_of_nobody_is_told(tmp_path: Path) -> None:
    assert found(read(tmp_path, wishes="from,Choix 1\n,ben\n")) == [
        ("wishes.csv", 2, "from", "missing-value")
    ]


def test_nobody_wishes_for_whoever_cannot_be_named(tmp_path: Path) -> None:
    people = "last_name,organisation,email,Choix 1\nAnn,Acme,a@acme.be,\nBen,Bolt,,a@acme.be\n"
    problems = found(read(tmp_path, participants=people, wishes="from,to,rank\n"))
    assert [each for each in problems if each[1] == 3] == [
        ("participants.csv", 3, "email", "missing-value")
    ]


def test_a_sheet_of_choices_needs_whom_they_belong_to(tmp_path: Path) -> None:
    assert [code for *_, code in found(read(tmp_path, wishes="Choix 1,Choix 2\nben,cas\n"))] == [
        "missing-column"
    ]


def test_without_ranks_all_wishes_count_alike(tmp_path: Path) -> None:
    sheet = "Qui,Souhaite rencontrer\nann,ben\nann,cas\n"
    assert wishes(tmp_path, wishes=sheet) == [("ann", "ben", 1), ("ann", "cas", 1)]
