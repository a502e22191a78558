"""Rows that count a list are left out with a remark; whoever is complete is a participant."""

from pathlib import Path

import pytest

from tests.matchmaker.registrations.files import found, read, with_row, xlsx

HEADER = ["N°", "Société", "Nom complet", "Secteur", "E-mail", "Langues", "Région"]
ONE = [1, "Acme", "Ann ARNAUT", "Textile", "ann@acme.be", "fr", "FR"]
NO_WISHES = "from,to,rank\n"


@pytest.mark.parametrize(
    "row",
    [
        ["", "TOTAL", 71],
        ["", "TOTAL", "", "71"],
        ["", "Totaal:", "71 %"],
        ["Total général", 71],
        ["", "Sous-total", 35, "Total"],
        ["", "Algemeen totaal", 71],
    ],
)
def test_a_row_that_counts_the_others_is_left_out(row: list[object], tmp_path: Path) -> None:
    book = xlsx(participants=[HEADER, ONE, [], row])
    registrations = read(tmp_path, participants=None, participants_xlsx=book, wishes=NO_WISHES)
    assert found(registrations) == [("participants.xlsx", 4, "", "total-row")]
    assert registrations.event is not None
    assert [each.id for each in registrations.event.participants] == ["1"]


def test_somebody_of_that_name_is_no_total(tmp_path: Path) -> None:
    people = with_row("9,Total,Total,FR,fr\ntotal,71,3,FR,fr")
    event = read(tmp_path, participants=people).event
    assert event is not None
    assert [each.id for each in event.participants][-2:] == ["9", "total"]


def test_a_wish_for_a_firm_of_that_name_stays(tmp_path: Path) -> None:
    people = with_row("9,Tom,Total,FR,fr").replace("ann,Ann Arnaut", "1,Ann Arnaut")
    event = read(tmp_path, participants=people, wishes="from,to,rank\n1,Total,2\n").event
    assert event is not None
    assert [(each.wisher, each.wished) for each in event.wishes] == [("1", "9")]


def test_somebody_without_a_name_is_told_all_the_same(tmp_path: Path) -> None:
    registrations = read(tmp_path, participants=with_row("9,,Tournai,FR,fr"))
    assert [code for *_, code in found(registrations)] == ["missing-value"]
