"""Whoever was only noted as absent or late is still what the files say of them."""

from flask.testing import FlaskClient

from tests.web.browsing import ENGLISH, OWN, send, text_of
from tests.web.records.people import PEOPLE, answers, stored
from tests.web.test_importing import take, upload
from web.services import Services

LIST = "id;prénom;nom;organisation;région;langues\nbert;Bert;Baert;weverij;WAL;nl\n"
WISHES = "de;à;rang\nbert;chloe;1\n"


def waiting(client: FlaskClient, **files: str) -> str:
    """Send files and return the address of their preview."""
    return upload(client, **files).location.removesuffix("/columns")


def note_absent(client: FlaskClient, person: str) -> None:
    send(client, f"{OWN}/desk/{person}", {"act": "absent"}, seen=f"{OWN}/desk")


def test_files_go_on_changing_whom_the_desk_noted(
    organiser: FlaskClient, services: Services
) -> None:
    note_absent(organiser, "bert")
    preview = waiting(organiser, participants_csv=LIST, wishes_csv=WISHES)
    assert "answered the form" not in text_of(organiser.get(preview, headers=ENGLISH))
    assert take(organiser, preview).status_code == 303
    [row] = answers(services)
    said = row.registration
    assert (said.participant.name, said.participant.region) == ("Bert Baert", "WAL")
    assert ("chloe", 1) in {(each.id, each.rank) for each in said.choices}
    assert (said.absent, row.is_confirmed) == (True, True)
    page = text_of(organiser.get(f"{PEOPLE}/bert", headers=ENGLISH))
    assert "Bert Baert" in page
    assert "Wallonia" in page


def test_what_is_known_of_somebody_beside_outlives_files(
    organiser: FlaskClient, services: Services
) -> None:
    note_absent(organiser, "bert")
    wishes = {"whom_1": "participant:anna", "rank_1": "2", "do": "save"}
    answer = send(organiser, f"{PEOPLE}/bert/wishes", wishes)
    assert answer.status_code == 303
    preview = waiting(organiser, participants_csv=LIST)
    assert "answered the form: bert" in text_of(organiser.get(preview, headers=ENGLISH))
    take(organiser, preview)
    [row] = answers(services)
    assert row.registration.participant.name == "bert"
    assert [each.rank for each in row.registration.choices] == [2]


def test_whom_the_desk_noted_leaves_with_the_files(
    organiser: FlaskClient, services: Services
) -> None:
    note_absent(organiser, "dries")
    preview = waiting(organiser, participants_csv=LIST)
    assert take(organiser, preview, remove_people="yes").status_code == 303
    assert list(stored(services).participant_by_id) == ["bert"]
    assert answers(services) == []
    assert "1 person" in text_of(organiser.get(PEOPLE, headers=ENGLISH))
