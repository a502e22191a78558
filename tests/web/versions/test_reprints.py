"""Only what changed between two versions, as one archive."""

import tracemalloc
import zipfile
from collections.abc import Iterator
from io import BytesIO

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event as hooks

from matchmaker.documents.folder import files
from matchmaker.timetable import Timetable
from tests.factories import meeting
from tests.web.browsing import ENGLISH, OWN, send
from tests.web.samples import afternoon, certificate
from tests.web.team.joining import logged_in_as
from tests.web.versions.made import finished
from web.documents.outlet import packed
from web.rights import Role
from web.services import Services
from web.store import audit, results, runs

PAGE = f"{OWN}/versions"
EARLY = Timetable(meetings=(meeting("anna", "bert"),))
LATE = Timetable(meetings=(meeting("anna", "bert", slot="2"),))


def published(client: FlaskClient, services: Services, *made: Timetable) -> None:
    """Publish `made` one after the other, each with its calendars."""
    for number, each in enumerate(made):
        key = finished(services, each)
        with services.database.writing() as connection:
            run = runs.find(connection, 1, key)
            assert run is not None
            for path, content in files(afternoon(), each, certificate(), ["calendars"]):
                results.keep_document(connection, run.id, "calendars", path, content)
        form = {"seen": number, "run": key}
        assert send(client, PAGE, form, seen=f"{PAGE}/review?run={key}").status_code == 303


def fetched(client: FlaskClient, path: str) -> dict[str, bytes]:
    answer = client.get(f"{PAGE}/{path}", headers=ENGLISH)
    assert answer.status_code == 200, answer.status_code
    with zipfile.ZipFile(BytesIO(answer.data)) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def test_the_archive_holds_what_changed_and_says_what_it_is(
    organiser: FlaskClient, services: Services
) -> None:
    published(organiser, services, EARLY, LATE)
    link = f"{PAGE}/2/since/1.zip"
    for page in ("2", "compare?before=1&after=2"):
        assert link in organiser.get(f"{PAGE}/{page}", headers=ENGLISH).text
    assert "since/" not in organiser.get(f"{PAGE}/1", headers=ENGLISH).text
    found = fetched(organiser, "2/since/1.zip")
    told = found["changed from version 1 to 2.txt"].decode("utf-8-sig")
    assert "Personal agendas (agendas.pdf): 2 of 4 to print again: anna, bert" in told
    assert found["agendas.pdf"].startswith(b"%PDF")
    assert "Calendar files: 2 to send again" in told
    assert "anna.ics" not in told
    moved = {each for each in found if each.startswith("calendars/")}
    assert moved == {"calendars/anna.ics", "calendars/bert.ics"}
    assert b"SEQUENCE:1" in found["calendars/anna.ics"]
    assert "desk-signs.pdf" not in found


def test_between_equal_versions_nothing_is_to_be_printed(
    organiser: FlaskClient, services: Services
) -> None:
    published(organiser, services, EARLY, EARLY)
    [(name, told)] = fetched(organiser, "2/since/1.zip").items()
    assert (name, told.decode("utf-8-sig")) == (
        "changed from version 1 to 2.txt",
        "Nothing that is printed has changed.\r\n",
    )


def test_versions_that_there_are_not_are_not_found(
    organiser: FlaskClient, services: Services
) -> None:
    published(organiser, services, EARLY)
    for path in ("2/since/1.zip", "1/since/0.zip"):
        assert organiser.get(f"{PAGE}/{path}").status_code == 404


def test_who_may_print_only_downloads_and_it_is_written_down(
    app: Flask, organiser: FlaskClient, services: Services
) -> None:
    published(organiser, services, EARLY, LATE)
    viewer = logged_in_as(app, services, Role.VIEWER)
    assert "since/1.zip" not in viewer.get(f"{PAGE}/2").text
    assert viewer.get(f"{PAGE}/2/since/1.zip").status_code == 404
    desk = logged_in_as(app, services, Role.DESK)
    statements: list[str] = []

    def count(*args: object) -> None:
        statements.extend([str(args[2])] if args[2] != "BEGIN" else [])

    hooks.listen(services.database.engine, "before_cursor_execute", count)
    fetched(desk, "2/since/1.zip")
    hooks.remove(services.database.engine, "before_cursor_execute", count)
    assert 0 < len(statements) <= 10, statements
    with services.database.reading() as connection:
        deed = audit.newest(connection, 1)[0].deed
    assert (deed.actor, deed.action) == ("a desk", "documents downloaded")
    assert deed.subject == "changed from version 1 to 2.zip"


def test_an_archive_is_never_held_whole() -> None:
    def big() -> Iterator[tuple[str, bytes]]:
        for number in range(16):
            yield f"{number}.bin", number.to_bytes(2, "big") * 500_000

    tracemalloc.start()
    pieces = [len(each) for each in packed(big())]
    highest = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(pieces) == 17
    assert highest < 6_000_000


def test_the_archive_is_named_with_every_sign(organiser: FlaskClient, services: Services) -> None:
    published(organiser, services, EARLY, LATE)
    answer = organiser.get(f"{PAGE}/2/since/1.zip", headers={"Accept-Language": "fr"})
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="modifications de la version 1 a 2.zip"; '
        "filename*=UTF-8''modifications%20de%20la%20version%201%20%C3%A0%202.zip"
    )
    answer.close()
