"""Files wait in steps; nothing of the event changes before the last."""

import re

import pytest
from flask.testing import FlaskClient

from matchmaker.event import Event
from tests.web.browsing import ANSWERS, ENGLISH, OWN, send, text_of
from tests.web.test_importing import TOML, make, take, upload
from tests.web.test_people import new_link
from web.services import Services
from web.store import audit

PEOPLE = """Code;Prénom;Nom;Boîte;Région;Mail;Nota
anna;Anna;Peeters;Moulin & Fils;FR;anna@example.org;x
emma;Emma;Claes;Weverij De Leie;VLG;;y
"""
SAID = {"column_0_3": "organisation", "column_0_6": ""}


def stored(services: Services) -> Event:
    with services.database.reading() as connection:
        found = services.events.by_id(connection, 1)
    assert found is not None
    return found.event


def waiting(client: FlaskClient, text: str = PEOPLE, name: str = "Export 3.csv") -> str:
    """Send a list and return the address of its preview."""
    return upload(client, **{name: text}).location.removesuffix("/columns")


def matched(client: FlaskClient, preview: str, **said: str) -> str:
    columns = f"{preview}/columns"
    answer = send(client, columns, {"table_0": "participants", **SAID, **said}, seen=columns)
    assert answer.location == preview
    return text_of(client.get(preview, headers=ENGLISH))


def test_each_column_shows_its_values_and_the_field_it_is_taken_for(
    organiser: FlaskClient,
) -> None:
    page = organiser.get(waiting(organiser) + "/columns", headers=ENGLISH)
    assert "What do the columns hold?" in text_of(page)
    for each in ("Export 3.csv", "2 rows", "Boîte", "Weverij De Leie", "not understood"):
        assert each in text_of(page)
    assert '<option value="first_name" selected>' in page.text


def test_nothing_changes_before_the_last_step(organiser: FlaskClient, services: Services) -> None:
    before = stored(services)
    preview = waiting(organiser)
    page = matched(organiser, preview)
    assert "This would change" in page
    assert "Emma Claes (Weverij De Leie)" in page
    assert stored(services) == before
    assert take(organiser, preview).status_code == 303
    after = stored(services)
    assert after.participant_by_id["emma"].organisation == "weverij"
    assert after.participant_by_id["anna"].name == "Anna Peeters"
    assert after.wishes == before.wishes
    assert {"bert", "chloe", "dries"} <= after.participant_by_id.keys()


def test_what_was_said_of_columns_is_remembered_for_the_next_file(organiser: FlaskClient) -> None:
    matched(organiser, waiting(organiser))
    again = organiser.get(waiting(organiser) + "/columns", headers=ENGLISH)
    assert "not understood" not in text_of(again)
    assert '<option value="organisation" selected>' in again.text


def test_the_same_file_again_changes_nothing(organiser: FlaskClient, services: Services) -> None:
    preview = waiting(organiser)
    matched(organiser, preview)
    take(organiser, preview)
    before = stored(services)
    again = waiting(organiser)
    assert "Nothing would change" in matched(organiser, again)
    assert take(organiser, again).status_code == 303
    assert stored(services) == before


def test_fields_are_shown_as_they_were_and_as_they_would_be(organiser: FlaskClient) -> None:
    preview = waiting(organiser, "id;nom;organisation;région\nanna;anna;mill;WAL\n")
    page = organiser.get(preview, headers=ENGLISH)
    change = "Region before: France → after: Wallonia"
    assert change in text_of(page)
    assert "3 people are not in the files" in text_of(page)


def test_who_is_missing_from_the_file_is_kept_unless_it_is_said(
    organiser: FlaskClient, services: Services
) -> None:
    preview = waiting(organiser, "id;nom;organisation\nanna;anna;mill\nbert;bert;weverij\n")
    removing = f"{preview}?remove_people=yes"
    page = text_of(organiser.get(removing, headers=ENGLISH))
    assert "chloe (Moulin & Fils)" in page
    assert "chloe → dries" in page
    assert take(organiser, preview, remove_people="yes").status_code == 303
    after = stored(services)
    assert list(after.participant_by_id) == ["anna", "bert"]
    assert len(after.wishes) == 2


def test_wishes_that_are_missing_from_the_file_are_kept_unless_it_is_said(
    organiser: FlaskClient, services: Services
) -> None:
    text = "de;à;rang\nanna;dries;1\n"
    take(organiser, waiting(organiser, text, "souhaits.csv"))
    assert len(stored(services).wishes) == 4
    take(organiser, waiting(organiser, text, "souhaits.csv"), remove_wishes="yes")
    assert [(each.wisher, each.wished) for each in stored(services).wishes] == [("anna", "dries")]


def test_the_programme_may_stay_as_it_is_set_up(organiser: FlaskClient, services: Services) -> None:
    before = stored(services)
    preview = upload(organiser, event_toml=TOML).location
    assert "The files hold a programme, too" in text_of(organiser.get(preview, headers=ENGLISH))
    take(organiser, preview, programme_stays="yes")
    assert stored(services) == before


def test_an_event_that_changed_meanwhile_is_not_overwritten(
    organiser: FlaskClient, services: Services
) -> None:
    preview = waiting(organiser)
    matched(organiser, preview)
    page = organiser.get(preview, headers=ENGLISH).text
    revision = page.split('name="revision" value="')[1].split('"')[0]
    other = stored(services).model_copy(update={"venue": {"": "Lille"}})
    with services.database.writing() as connection:
        services.events.replace(connection, 1, other)
    answer = send(organiser, preview, {"revision": revision}, seen=preview)
    assert answer.status_code == 409
    assert "The event changed meanwhile" in text_of(answer)
    assert stored(services) == other
    assert take(organiser, preview).status_code == 303
    assert "emma" in stored(services).participant_by_id
    assert stored(services).venue == {"": "Lille"}


def test_what_people_answered_themselves_is_told_and_stays(organiser: FlaskClient) -> None:
    answers = ANSWERS | {"email": "anna@example.org", "last_name": "Anders"}
    send(organiser, new_link(organiser, "anna") + "/edit", answers)
    preview = waiting(organiser)
    assert "answered the form: anna" in matched(organiser, preview)
    take(organiser, preview)
    people = text_of(organiser.get(f"{OWN}/people", headers=ENGLISH))
    assert "Léa Anders" in people
    assert "Anna Peeters" not in people


def test_taking_over_and_discarding_end_the_waiting(
    organiser: FlaskClient, services: Services
) -> None:
    first, second = waiting(organiser), waiting(organiser)
    matched(organiser, first)
    take(organiser, first)
    assert organiser.get(first).status_code == 404
    assert send(organiser, f"{second}/drop", {}, seen=f"{second}/columns").status_code == 303
    assert organiser.get(second).status_code == 404
    with services.database.reading() as connection:
        noted = [each.deed.action for each in audit.newest(connection, 1)]
    assert "files taken over" in noted


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ["Voici ce qui changerait", "en plus", "Reprendre ces changements"]),
        ("nl", ["Dit zou veranderen", "nieuw", "Dit overnemen"]),
    ],
)
def test_the_steps_speak_the_language_of_the_reader(
    organiser: FlaskClient, language: str, words: list[str]
) -> None:
    preview = waiting(organiser)
    matched(organiser, preview)
    page = text_of(organiser.get(preview, headers={"Accept-Language": language}))
    assert [each for each in words if each not in page] == []


def test_a_sheet_may_hold_something_else_than_it_seemed(
    organiser: FlaskClient, services: Services
) -> None:
    preview = waiting(organiser, "A;B;C\nanna;dries;1\n", "liste.csv")
    columns = f"{preview}/columns"
    answer = send(organiser, columns, {"table_0": "wishes"}, seen=columns)
    assert answer.location == columns
    said = {"column_0_0": "from", "column_0_1": "to", "column_0_2": "rank", "table_0": "wishes"}
    assert send(organiser, columns, said, seen=columns).location == preview
    take(organiser, preview)
    assert ("anna", "dries") in {(e.wisher, e.wished) for e in stored(services).wishes}


def test_long_lists_are_shown_in_part(organiser: FlaskClient) -> None:
    rows = "".join(f"n{i};Name{i};Firm{i}\n" for i in range(400))
    preview = waiting(organiser, "id;nom;organisation\n" + rows)
    page = organiser.get(preview, headers=ENGLISH)
    assert "and 375 more" in text_of(page)
    assert len(page.data) < 100_000
    more = organiser.get(f"{preview}?table=participants", headers=ENGLISH)
    assert len(re.findall("Name[0-9]+ ", text_of(more))) == 200


def test_another_event_does_not_know_the_files(organiser: FlaskClient, services: Services) -> None:
    preview = waiting(organiser)
    with services.database.writing() as connection:
        services.events.add(connection, stored(services), "other-day")
    other = preview.replace("textile-day", "other-day")
    assert [organiser.get(other + end).status_code for end in ("", "/columns")] == [404, 404]


def test_the_last_report_is_a_click_away(organiser: FlaskClient) -> None:
    page = f"{OWN}/imports/new"
    assert "Last report" not in text_of(organiser.get(page, headers=ENGLISH))
    preview = waiting(organiser)
    matched(organiser, preview)
    report = take(organiser, preview).location
    assert f'href="{report}"' in organiser.get(page, headers=ENGLISH).text


def test_too_long_a_list_is_told_right_after_it_was_sent(organiser: FlaskClient) -> None:
    rows = "".join(f"p{i};P{i};Mill\n" for i in range(5001))
    answer = upload(organiser, **{"Export 3.csv": "code;nom;organisation\n" + rows})
    assert not answer.location.endswith("/columns")
    assert "There are more than 5000 rows" in text_of(
        organiser.get(answer.location, headers=ENGLISH)
    )


def test_too_long_a_list_is_told_when_it_is_said_what_it_holds(organiser: FlaskClient) -> None:
    preview = waiting(organiser, "x;y\n" + "1;2\n" * 5001)
    columns = f"{preview}/columns"
    answer = send(organiser, columns, {"table_0": "participants"}, seen=columns)
    page = text_of(organiser.get(answer.location, headers=ENGLISH))
    assert "There are more than 5000 rows" in page


def test_an_empty_file_is_told_right_after_it_was_sent(organiser: FlaskClient) -> None:
    answer = upload(organiser, **{"leeg.csv": ""})
    page = text_of(organiser.get(answer.location, headers={"Accept-Language": "nl"}))
    assert "Dit bestand is leeg." in page
    assert "Er zou niets veranderen" not in page


@pytest.mark.parametrize("text", ["Kolom 1;Kolom 2\nfoo;bar\n", "Dear Anna,\nsee you there.\n"])
def test_what_is_not_understood_is_told_with_the_headers_that_would_be(
    organiser: FlaskClient, text: str
) -> None:
    preview = waiting(organiser, text)
    columns = text_of(organiser.get(f"{preview}/columns", headers=ENGLISH))
    assert "We do not understand what this sheet holds." in columns
    assert "First name · Last name · Organisation" in columns
    page = organiser.get(preview, headers=ENGLISH)
    assert "Nothing in it was understood" in text_of(page)
    assert "Nothing would change" not in text_of(page)
    assert 'name="revision"' not in page.text


def test_a_header_without_rows_removes_nobody(organiser: FlaskClient) -> None:
    page = text_of(organiser.get(waiting(organiser, "id;nom;organisation\n"), headers=ENGLISH))
    assert "The lists hold no rows" in page
    assert "are not in the files" not in page


def test_problems_name_fields_as_the_page_of_the_columns_does(organiser: FlaskClient) -> None:
    preview = waiting(organiser, "id;nom;Nota\na;Anna;x\nb;;y\n", "participants.csv")
    page = text_of(organiser.get(preview, headers={"Accept-Language": "fr"}))
    assert "Il manque une colonne pour le champ « Organisation »." in page
    assert "Il manque la donnée « Nom »." in page
    assert "sur la page des colonnes ce qu’elle contient" in page
    assert "donnez-lui ce nom" not in page


def test_a_list_that_is_no_event_is_told_in_the_same_words(organiser: FlaskClient) -> None:
    empty = make(organiser, **{"leeg.csv": ""})
    assert "There is nothing in it." in text_of(organiser.get(empty.location, headers=ENGLISH))
    letter = make(organiser, **{"brief.txt": "Dear Anna,\nsee you there.\n"})
    preview = letter.location.removesuffix("/columns")
    page = text_of(organiser.get(preview, headers=ENGLISH))
    assert "Nothing in the files was understood." in page
    assert "The files hold people" not in page


def test_problems_name_lists_as_pages_do(organiser: FlaskClient) -> None:
    people = "id,name,organisation,workshops\na,Anna,Mill,lin\n"
    sent = make(organiser, event_toml=TOML, participants_csv=people)
    preview = sent.location.removesuffix("/columns")
    page = text_of(organiser.get(preview, headers={"Accept-Language": "nl"}))
    assert "aan de lijst ‘Workshops’" in page
    page = text_of(organiser.get(preview, headers={"Accept-Language": "fr"}))
    assert "à la liste « Ateliers »" in page


def test_whoever_was_chosen_for_an_organisation_is_shown_with_it(organiser: FlaskClient) -> None:
    preview = waiting(organiser, "de;à;rang\nchloe;Weverij De Leie;1\n", "souhaits.csv")
    page = text_of(organiser.get(preview, headers=ENGLISH))
    assert re.search(r"→ \S+( \S+)? \(for Weverij De Leie\) · 1", page)


def test_a_column_is_offered_the_whole_name_and_the_family_name(organiser: FlaskClient) -> None:
    page = organiser.get(waiting(organiser) + "/columns", headers=ENGLISH).text
    assert '<option value="name">Full name</option>' in page
    assert '<option value="last_name" selected>Last name</option>' in page
