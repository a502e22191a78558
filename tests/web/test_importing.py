"""The organiser uploads files, looks at what would change, and takes it over."""

import zipfile
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from matchmaker.formats import to_json
from tests.web.browsing import ENGLISH, OWN, register, send, text_of
from tests.web.samples import afternoon
from web.imports import archive
from web.services import Services
from web.store.events import EventStore

TOML = """name = "Spring day"
tables = 2
[[slots]]
id = "1"
start = 2027-03-18T13:30:00
end = 2027-03-18T13:42:00
"""
PEOPLE = """id,first_name,last_name,organisation,region,languages
a,Anna,Peeters,Mill,FR,fr
b,Bart,Maes,Weverij,VLG,nl fr
"""
WISHES = "from,to,rank\na,b,1\n"
WRONG = "from,to,rank\na,nobody,1\n"


def upload(client: FlaskClient, **files: str | bytes) -> TestResponse:
    return _uploaded(client, f"{OWN}/imports", f"{OWN}/imports/new", files)


def make(client: FlaskClient, **files: str | bytes) -> TestResponse:
    address = "/organiser/new-from-files"
    return _uploaded(client, address, address, files)


def _uploaded(
    client: FlaskClient, address: str, seen: str, files: dict[str, str | bytes]
) -> TestResponse:
    named = {name.replace("_", "."): content for name, content in files.items()}
    content = [
        (BytesIO(each if isinstance(each, bytes) else each.encode()), name)
        for name, each in named.items()
    ]
    data: dict[str, Any] = {"files": content}
    return send(client, address, data, seen=seen, content_type="multipart/form-data")


def zipped(**files: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return buffer.getvalue()


def name_of(services: Services) -> str:
    with services.database.reading() as connection:
        stored = EventStore().by_id(connection, 1)
    assert stored is not None
    return next(iter(stored.event.name.values()))


def taken(client: FlaskClient, **files: str | bytes) -> TestResponse:
    """Upload files, leave the columns as they are understood, and take them over."""
    answer = upload(client, **files)
    assert answer.status_code == 303, text_of(answer)
    return take(client, answer.location.removesuffix("/columns"))


def take(client: FlaskClient, preview: str, **choices: str) -> TestResponse:
    page = client.get(preview, headers=ENGLISH).text
    revision = page.split('name="revision" value="')[1].split('"')[0]
    return send(client, preview, {"revision": revision, **choices}, seen=preview)


def test_files_without_errors_become_the_event(organiser: FlaskClient, services: Services) -> None:
    answer = taken(organiser, event_toml=TOML, participants_csv=PEOPLE, wishes_csv=WISHES)
    assert answer.status_code == 303
    page = text_of(organiser.get(answer.location, headers=ENGLISH))
    assert "All is well" in page or "Taken over, with remarks" in page
    assert name_of(services) == "Spring day"
    assert "Spring day" in text_of(organiser.get(OWN, headers=ENGLISH))


def test_an_error_stops_and_says_where_what_and_how_to_mend(
    organiser: FlaskClient, services: Services
) -> None:
    answer = upload(organiser, event_toml=TOML, participants_csv=PEOPLE, wishes_csv=WRONG)
    preview = answer.location.removesuffix("/columns")
    page = organiser.get(preview, headers=ENGLISH)
    assert "This cannot be taken over yet" in text_of(page)
    for each in ("wishes.csv", "row 2", "column to", "nobody"):
        assert each in text_of(page)
    assert 'name="revision"' not in page.text
    assert send(organiser, preview, {}, seen=preview).status_code == 422
    assert name_of(services) != "Spring day"


@pytest.mark.parametrize("people", ["deelnemers.csv", "Inscriptions.CSV", "participants.txt"])
def test_files_may_have_the_names_that_an_event_folder_knows(
    organiser: FlaskClient, services: Services, people: str
) -> None:
    head, _, slots = TOML.partition("[[slots]]\n")
    assert slots
    files = {
        "event.toml": head,
        people: PEOPLE,
        "wensen.csv": WISHES,
        "slots.csv": "id,start,end\n1,2027-03-18 13:30,2027-03-18 13:42\n",
    }
    assert taken(organiser, **files).status_code == 303
    assert name_of(services) == "Spring day"


def test_one_json_or_a_zipped_folder_will_do(organiser: FlaskClient, services: Services) -> None:
    folder = {"day/event.toml": TOML, "day/participants.csv": PEOPLE, "day/wishes.csv": WISHES}
    noise = {"__MACOSX/day/._event.toml": "x", "day/photo.jpg": "x"}
    taken(organiser, day_zip=zipped(**folder, **noise))
    assert name_of(services) == "Spring day"
    taken(organiser, event_json=to_json(afternoon()))
    assert name_of(services) == "Journée textile"


def test_registrations_of_the_form_outlive_an_upload(organiser: FlaskClient) -> None:
    register(organiser)
    taken(organiser, event_toml=TOML, participants_csv=PEOPLE, wishes_csv=WISHES)
    assert "Léa Dupont" in text_of(organiser.get(f"{OWN}/people"))
    page = text_of(organiser.get(OWN, headers=ENGLISH))
    assert "One answer of the form is left out" in page


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "Choose the files first."),
        ({"photo_jpg": "x"}, "Send .csv, .xlsx"),
        ({"event_toml": TOML, "deelnemers_pdf": "x"}, "Send .csv, .xlsx"),
        ({"event_json": "{}", "wishes_csv": "x"}, "Send .csv, .xlsx"),
        ({"day_zip": b"no archive"}, "damaged or locked"),
        ({"day_zip": zipped(readme="x")}, "Send .csv, .xlsx"),
        ({"day_zip": zipped(**{"a/event.toml": "x", "b/event.toml": "y"})}, "two files named"),
        ({"day_zip": zipped(**{f"{n}.csv": "x" for n in range(51)})}, "more than 50 files"),
    ],
)
def test_other_files_are_refused(
    organiser: FlaskClient, services: Services, files: dict[str, Any], said: str
) -> None:
    answer = upload(organiser, **files)
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert name_of(services) == "Journée textile"


def test_an_archive_writes_nowhere_else(organiser: FlaskClient, services: Services) -> None:
    files = {
        "../../event.toml": TOML,
        "/abs/participants.csv": PEOPLE,
        "C:\\x\\wishes.csv": WISHES,
    }
    taken(organiser, day_zip=zipped(**files))
    assert name_of(services) == "Spring day"


def test_an_archive_that_swells_is_refused(
    organiser: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    answer = upload(organiser, day_zip=zipped(**{"event.toml": "x" * 2000}))
    assert answer.status_code == 422
    assert "too large when unpacked" in text_of(answer)


def test_too_large_an_upload_is_refused(organiser: FlaskClient) -> None:
    organiser.application.config["MAX_CONTENT_LENGTH"] = 5000
    answer = upload(organiser, event_json="x" * 5001)
    assert answer.status_code == 413


def test_an_unknown_report_is_not_found(organiser: FlaskClient) -> None:
    assert organiser.get(f"{OWN}/imports/none").status_code == 404
