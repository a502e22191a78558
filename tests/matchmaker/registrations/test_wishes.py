"""Who is meant by a wish, and which of several wishes of a pair counts."""

from pathlib import Path

import pytest

from tests.matchmaker.registrations.files import EVENT, found, read, with_row

Triple = tuple[str, str, int | str]
BOLT = "dirk,Dirk Bos,Bolt,VLG,fr nl\nelke,Elke Vos,Bolt,VLG,fr nl"


def wishes(path: Path, rows: str, people: str = BOLT) -> list[Triple]:
    event = read(path, participants=with_row(people), wishes=f"from,to,rank\n{rows}\n").event
    assert event is not None
    return [(each.wisher, each.wished, each.rank) for each in event.wishes]


@pytest.mark.parametrize("to", ["ann", "ANN", "ann@acme.be", "Ann@Acme.BE", "Acme", "acmé"])
def test_a_wish_names_an_id_an_address_or_an_organisation(to: str, tmp_path: Path) -> None:
    people = (
        "id,last_name,organisation,region,languages,email\n"
        "ann,Ann,Acme,FR,fr,ann@acme.be\nben,Ben,Bolt,VLG,nl,b@bolt.be\n"
    )
    event = read(tmp_path, participants=people, wishes=f"from,to,rank\nB@bolt.be,{to},1\n").event
    assert event is not None
    assert [(each.wisher, each.wished) for each in event.wishes] == [("ben", "ann")]


def test_an_organisation_sends_whoever_shares_a_language(tmp_path: Path) -> None:
    assert wishes(tmp_path, "ann,Bolt,1") == [("ann", "dirk", 1)]


def test_among_those_who_share_one_the_least_wished_for_goes(tmp_path: Path) -> None:
    assert wishes(tmp_path, "ann,Bolt,1\ncas,dirk,1") == [("ann", "dirk", 1), ("cas", "dirk", 1)]
    assert wishes(tmp_path, "cas,dirk,1\nann,Bolt,1") == [("cas", "dirk", 1), ("ann", "elke", 1)]


def test_who_has_more_slots_in_common_goes_first(tmp_path: Path) -> None:
    people = "dirk,Dirk Bos,Bolt,VLG,fr nl,,,1\nelke,Elke Vos,Bolt,VLG,fr nl"
    assert wishes(tmp_path, "ann,Bolt,1", people) == [("ann", "elke", 1)]


def test_an_organisation_sends_somebody_of_the_other_side(tmp_path: Path) -> None:
    people = (
        "f,Fons,Fabriek,WAL,fr,,buyer\n"
        "d,Dirk Bos,Delta,VLG,fr,,koper\n"
        "e,Els Vos,Delta,VLG,nl,,verkoper"
    )
    assert wishes(tmp_path, "f,Delta,1", people) == [("f", "e", 1)]


def test_a_veto_on_an_organisation_is_on_all_its_people(tmp_path: Path) -> None:
    assert wishes(tmp_path, "ann,Bolt,jamais") == [
        ("ann", "ben", "never"),
        ("ann", "dirk", "never"),
        ("ann", "elke", "never"),
    ]


def test_a_wish_for_the_own_organisation_is_for_a_colleague(tmp_path: Path) -> None:
    assert wishes(tmp_path, "ben,Bolt,1") == [("ben", "dirk", 1)]


def test_the_best_rank_counts(tmp_path: Path) -> None:
    assert wishes(tmp_path, "ann,ben,4\ncas,ben,1\nann,ben,2") == [
        ("ann", "ben", 2),
        ("cas", "ben", 1),
    ]


@pytest.mark.parametrize("rows", ["ann,ben,1\nann,ben,nooit", "ann,ben,nooit\nann,ben,1"])
def test_a_veto_counts_against_a_wish(rows: str, tmp_path: Path) -> None:
    assert wishes(tmp_path, rows) == [("ann", "ben", "never")]


def test_the_rules_may_permit_colleagues_to_meet(tmp_path: Path) -> None:
    rules = f"{EVENT}[rules]\nsame_organisation = true\n"
    registrations = read(
        tmp_path, event=rules, participants=with_row(BOLT), wishes="from,to,rank\nben,dirk,1\n"
    )
    assert found(registrations) == []


def test_a_person_is_suggested_by_name(tmp_path: Path) -> None:
    problems = read(tmp_path, wishes="from,to,rank\nben,Ann Arnout,1\n").problems
    assert [str(each.remedy) for each in problems] == ["Did you mean ann (Ann Arnaut)?"]


def test_a_repeated_wish_names_people_as_they_are_written(tmp_path: Path) -> None:
    people = "id,last_name,first_name,organisation,region,languages,Keuze 1,Keuze 2\n"
    rows = "X1,Ann,Ada,A,FR,fr,X2,Bea Bos\nX2,Bos,Bea,B,FR,fr,,\n"
    [only] = read(tmp_path, participants=people + rows, wishes=None).problems
    assert str(only.what) == "Ada Ann has already wished to meet Bea Bos."
    assert str(only.remedy) == "Delete one of the two; the best rank counts."
    assert (only.row, only.column) == (2, "Keuze 2")
