"""One page with all that is known of a person, and who looked."""

from flask.testing import FlaskClient
from sqlalchemy import event as sql_event

from tests.factories import event, person, wish
from tests.web.browsing import ENGLISH, OWN, link_of, register, send, text_of
from tests.web.handles import handle
from tests.web.records.people import PEOPLE, answered, answers, filled
from web.audit import Action
from web.services import Services
from web.store import arrivals, audit, registrations


def test_everything_about_a_person_of_the_form_is_on_one_page(organiser: FlaskClient) -> None:
    register(organiser, needs="No nuts")
    page = text_of(organiser.get(f"{PEOPLE}/{answered(organiser)}", headers=ENGLISH))
    for each in (
        "From the form",
        "The address is not confirmed yet.",
        "lea@example.org",
        "Region France",
        "flax yarn; spinning",
        "Absent in slots 14:00",
        "Workshops Finance",
        "No nuts",
        "1 bert Weverij De Leie",
        "2 Anybody from Weverij De Leie",
        "Never to be met ✕ chloe",
        "Private link One valid link",
        "Your registration: Textile day",
        "Nobody else comes from it.",
    ):
        assert each in page, each


def test_of_a_person_of_the_files_it_says_so_and_who_wishes_or_refuses(
    organiser: FlaskClient,
) -> None:
    register(organiser, wish_1=handle("anna"), wish_2="", never_1=handle("chloe"))
    anna = text_of(organiser.get(f"{PEOPLE}/anna", headers=ENGLISH))
    assert "From your files, or added by hand." in anna
    assert "Who wishes to meet this person 1 bert Weverij De Leie 1 Léa Dupont" in anna
    assert "Others from this organisation: chloe" in anna
    chloe = text_of(organiser.get(f"{PEOPLE}/chloe", headers=ENGLISH))
    assert "Who never wants to ✕ Léa Dupont" in chloe


def test_who_looked_is_written_down_once_an_hour(
    organiser: FlaskClient, services: Services
) -> None:
    for key in ("anna", "anna", "bert"):
        organiser.get(f"{PEOPLE}/{key}")
    organiser.get(PEOPLE)
    with services.database.reading() as connection:
        seen = [each.deed for each in audit.newest(connection, 1)]
    looks = [(each.actor, each.subject) for each in seen if each.action == Action.LOOKED]
    assert looks == [("organiser", "bert"), ("organiser", "anna")]


def test_presence_is_noted_and_taken_back(organiser: FlaskClient, services: Services) -> None:
    path = f"{PEOPLE}/anna"
    for said in ("planned", "absent", "planned"):
        answer = send(organiser, f"{path}/presence", {"presence": said}, seen=path)
        assert answer.status_code == 303
    assert [each.registration.absent for each in answers(services)] == [False]
    assert send(organiser, f"{path}/presence", {"presence": "x"}, seen=path).status_code == 400


def test_nothing_is_noted_over_what_was_told_meanwhile(
    organiser: FlaskClient, services: Services
) -> None:
    link = link_of(register(organiser))
    path = f"{PEOPLE}/{answered(organiser)}"
    page = organiser.get(path).text
    mine = {each: page.split(f'name="{each}" value="')[1].split('"')[0] for each in HIDDEN}
    send(organiser, f"{link}/presence", {"presence": "late", "arrives": "3"}, seen=link)
    answer = organiser.post(f"{path}/presence", data=mine | {"presence": "absent"}, headers=ENGLISH)
    assert answer.status_code == 409
    assert "Somebody noted something else meanwhile" in text_of(answer)
    assert 'value="late" checked' in answer.text
    assert [each.registration.arrives for each in answers(services)] == ["3"]


def test_who_arrived_meanwhile_stays_there(organiser: FlaskClient, services: Services) -> None:
    path = f"{PEOPLE}/anna"
    page = organiser.get(path).text
    mine = {each: page.split(f'name="{each}" value="')[1].split('"')[0] for each in HIDDEN}
    send(organiser, f"{OWN}/desk/anna", {"act": "here"}, seen=f"{OWN}/desk")
    answer = organiser.post(f"{path}/presence", data=mine | {"presence": "absent"}, headers=ENGLISH)
    assert answer.status_code == 409
    with services.database.reading() as connection:
        assert set(arrivals.of_event(connection, 1)) == {"anna"}


HIDDEN = ("csrf_token", "made_from")


def test_there_is_no_page_on_somebody_unknown(organiser: FlaskClient) -> None:
    for page in ("", "/profile", "/wishes", "/organisation", "/remove"):
        assert organiser.get(f"{PEOPLE}/nobody{page}").status_code == 404


def test_each_page_asks_the_store_ten_times_at_most_however_many_people_there_are(
    organiser: FlaskClient, services: Services
) -> None:
    names = [f"n{number:04}" for number in range(400)]
    whole = event(
        [person(each, email=f"{each}@example.org") for each in names],
        wishes=[wish(names[0], each, 1) for each in names[1:30]],
    )
    with services.database.writing() as connection:
        services.events.replace(connection, 1, whole)
    asked: list[str] = []
    sql_event.listen(
        services.database.engine, "before_cursor_execute", lambda *args: asked.append(args[2])
    )
    own = f"{PEOPLE}/n0000"
    for path in (own, *(f"{own}/{page}" for page in PAGES), f"{OWN}/new-person"):
        asked.clear()
        answer = organiser.get(path)
        assert answer.status_code == 200
        assert len(asked) <= 10, (path, asked)
        assert len(answer.data) < 200_000, path


PAGES = ("profile", "wishes", "organisation", "remove")


def test_a_form_that_is_read_by_tests_holds_what_stands_in_it(organiser: FlaskClient) -> None:
    form = filled(organiser, f"{PEOPLE}/bert/profile")
    assert (form["last_name"], form.getlist("languages")) == ("bert", ["fr", "nl"])
    assert (form["region"], form["papers"], form["max_meetings"]) == ("VLG", "nl", "")


def test_what_organisers_note_is_not_from_the_form(
    organiser: FlaskClient, services: Services
) -> None:
    send(organiser, f"{PEOPLE}/anna/presence", {"presence": "absent"}, seen=f"{PEOPLE}/anna")
    with services.database.reading() as connection:
        [row] = registrations.all_of(connection, 1)
    assert row.registration.absent
    assert not row.is_of_form
    people = text_of(organiser.get(PEOPLE, headers=ENGLISH))
    assert "0 from the form" in people
    assert "From your files" in text_of(organiser.get(f"{PEOPLE}/anna", headers=ENGLISH))
