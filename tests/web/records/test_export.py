"""The list of people as a file for spreadsheets."""

import csv
from io import StringIO

from flask.testing import FlaskClient

from tests.factories import event, person
from tests.web.browsing import ENGLISH, OWN, register, text_of
from web.audit import Action
from web.services import Services
from web.store import audit

PATH = f"{OWN}/people.csv"


def rows(content: bytes) -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def test_those_whom_the_list_shows_are_in_the_file(organiser: FlaskClient) -> None:
    register(organiser, needs="No nuts; no milk")
    asked = "?words=moulin&order=name&page=2"
    found = rows(organiser.get(PATH + asked, headers=ENGLISH).data)
    assert [each["Number or code"] for each in found] == ["anna", "chloe"]
    [own] = rows(organiser.get(PATH + "?state=form", headers=ENGLISH).data)
    assert own["Offers"] == "flax yarn; spinning"
    assert (own["Absent in slots"], own["Workshops"], own["Wishes"]) == ("14:00", "Finance", "2")
    assert (own["What the organisers should know"], own["Source"]) == ("No nuts; no milk", "Form")


def test_the_list_leads_to_the_file_with_the_same_search(organiser: FlaskClient) -> None:
    page = organiser.get(f"{OWN}/people?words=moulin&state=file").text
    assert f'href="{PATH}?words=moulin&amp;state=file"' in page


def test_spreadsheets_read_it_and_run_nothing(organiser: FlaskClient, services: Services) -> None:
    risky = person("=1+1", first_name="-2", cluster="@here", organisation="Éts")
    with services.database.writing() as connection:
        services.events.replace(connection, 1, event([risky, "plain"]))
    answer = organiser.get(PATH, headers={"Accept-Language": "fr"})
    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert "filename=textile-day-people.csv" in answer.headers["Content-Disposition"]
    first = next(
        csv.reader(StringIO(answer.data.decode("utf-8-sig").splitlines()[1]), delimiter=";")
    )
    assert first[:3] == ["'=1+1", "'-2", "'=1+1"]
    assert "Éts" in first
    assert "'@here" in first


def test_who_took_the_list_along_is_written_down(
    organiser: FlaskClient, services: Services
) -> None:
    assert "Download as a spreadsheet" in text_of(organiser.get(f"{OWN}/people", headers=ENGLISH))
    organiser.get(f"{PATH}?region=FR&state=file")
    with services.database.reading() as connection:
        deed = audit.newest(connection, 1)[0].deed
    assert (deed.action, deed.subject) == (Action.PEOPLE_EXPORTED, "2")
    assert deed.details == {"region": "FR", "state": "file"}
    page = text_of(organiser.get(f"{OWN}/log", headers=ENGLISH))
    assert "downloaded the list of people 2" in page
    assert "Show: From files only Region: France" in page
