"""Organisers change whom a person wishes to meet, and whom never."""

from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.web.browsing import ENGLISH, link_of, register, send, text_of
from tests.web.handles import handle
from tests.web.records.people import PEOPLE, answered, answers, filled, stored
from web.records.wishes_form import moved
from web.services import Services


def wishes_of(services: Services, key: str) -> list[tuple[str, int | str]]:
    return [(each.wished, each.rank) for each in stored(services).wishes if each.wisher == key]


def choices(services: Services) -> list[tuple[str, int | str]]:
    [row] = answers(services)
    return [(f"{each.kind}:{each.id}", each.rank) for each in row.registration.choices]


def change(client: FlaskClient, key: str, typed: dict[str, str]) -> TestResponse:
    path = f"{PEOPLE}/{key}/wishes"
    form = filled(client, path)
    for name, value in typed.items():
        form[name] = value
    return client.post(path, data=form, headers=ENGLISH)


def test_wishes_of_the_files_are_added_ranked_removed_and_refused(
    organiser: FlaskClient, services: Services
) -> None:
    typed = {"remove_1": "yes", "whom_2": "participant:dries", "rank_2": "2"}
    typed |= {"whom_3": "chloe — Moulin & Fils", "rank_3": "never"}
    assert change(organiser, "anna", typed).status_code == 303
    assert wishes_of(services, "anna") == [("dries", 2), ("chloe", "never")]
    assert wishes_of(services, "bert") == [("anna", 1)]
    assert answers(services) == []


def test_in_the_event_an_organisation_stands_for_its_people(
    organiser: FlaskClient, services: Services
) -> None:
    typed = {"rank_1": "3", "whom_2": "organisation:weverij", "rank_2": "1"}
    typed |= {"whom_3": "organisation:mill", "rank_3": "never"}
    change(organiser, "anna", typed)
    assert wishes_of(services, "anna") == [("bert", 3), ("dries", 1), ("chloe", "never")]


def test_wishes_of_the_form_are_changed_among_the_answers(
    organiser: FlaskClient, services: Services
) -> None:
    register(organiser)
    before = stored(services)
    change(organiser, answered(organiser), {"rank_2": "4", "remove_3": "yes"})
    assert choices(services) == [("participant:bert", 1), ("organisation:weverij", 4)]
    assert stored(services) == before


def test_a_wish_for_somebody_whom_only_the_form_knows_becomes_an_answer(
    organiser: FlaskClient, services: Services
) -> None:
    register(organiser)
    key = answered(organiser)
    typed = {"whom_2": f"participant:{key}", "rank_2": "2"}
    assert change(organiser, "anna", typed).status_code == 303
    row = answers(services)[-1]
    assert (row.registration.participant.id, row.is_confirmed) == ("anna", True)
    assert [each.id for each in row.registration.choices] == ["bert", key]


def test_what_makes_no_choice_is_said_in_its_row(
    organiser: FlaskClient, services: Services
) -> None:
    typed = {"whom_2": "participant:bert", "rank_2": "2", "whom_3": "Nobody at all", "rank_3": "3"}
    answer = change(organiser, "anna", typed | {"whom_4": "participant:dries"})
    assert answer.status_code == 422
    page = text_of(answer)
    assert "3 answers need your attention" in page
    for each in ("They stand above already.", "Nobody of that name", "Choose a rank"):
        assert each in page
    assert wishes_of(services, "anna") == [("bert", 1)]


def test_rows_change_places_and_grow_without_being_saved(
    organiser: FlaskClient, services: Services
) -> None:
    typed = {"whom_2": "participant:dries", "rank_2": "2"}
    page = text_of(change(organiser, "anna", typed | {"do": "up:2"}))
    assert "Not saved yet" in page
    assert page.index("dries") < page.index("bert")
    answer = change(organiser, "anna", typed | {"do": "more"})
    assert 'name="whom_5"' in answer.text
    assert wishes_of(services, "anna") == [("bert", 1)]


def test_ranks_stay_where_they_are_when_rows_change_places() -> None:
    rows: MultiDict[str, str] = MultiDict(
        {"whom_1": "a", "rank_1": "1", "whom_2": "b", "rank_2": "4", "whom_3": "", "rank_3": ""}
    )
    after = moved(rows, 1, 1)
    assert [after["whom_1"], after["rank_1"]] == ["b", "1"]
    assert [after["whom_2"], after["rank_2"]] == ["a", "4"]
    assert moved(rows, 1, -1) == moved(rows, 2, 1) == moved(rows, 9, 1)


def test_two_who_change_one_list_see_both_and_lose_nothing(
    organiser: FlaskClient, services: Services
) -> None:
    link = link_of(register(organiser))
    path = f"{PEOPLE}/{answered(organiser)}/wishes"
    mine = filled(organiser, path)
    theirs = {"who": handle("anna"), "act": "wish"}
    assert send(organiser, f"{link}/wishes", theirs).status_code == 303
    mine["remove_1"] = "yes"
    answer = organiser.post(path, data=mine, headers=ENGLISH)
    assert answer.status_code == 409
    page = text_of(answer)
    assert "What stands now 1 bert Weverij De Leie 2 Anybody from Weverij De Leie 3 anna" in page
    assert "What you typed 2 Anybody from Weverij De Leie ✕ chloe" in page
    assert len(choices(services)) == 4
    mine["made_from"] = answer.text.split('name="made_from" value="')[1].split('"')[0]
    assert organiser.post(path, data=mine, headers=ENGLISH).status_code == 303
    assert [each for each, _ in choices(services)] == ["organisation:weverij", "participant:chloe"]


def test_saving_what_stands_changes_nothing(organiser: FlaskClient, services: Services) -> None:
    register(organiser)
    before = stored(services), answers(services)
    for key in ("anna", "dries", answered(organiser)):
        assert change(organiser, key, {}).status_code == 303
    assert (stored(services), answers(services)) == before
