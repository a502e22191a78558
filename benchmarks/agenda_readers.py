"""`python -m benchmarks.agenda_readers`: agendas of 500 people, and 200 readers at once.

The pages of a published day are asked for one after the other, with the statements that each sends
to the database; then 200 readers at once open page and calendar, from another process than that of
the server, and ask again whether the calendar has changed. Writes the tables to
benchmarks/results/agenda-readers.md, too.
"""

import logging
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier, Thread
from time import perf_counter

from flask import Flask
from pydantic import SecretStr
from sqlalchemy import event as engine_events

from benchmarks.paper_day import paper_day
from matchmaker.certificate import Certificate, Status
from matchmaker.timetable import Timetable
from web.app import create_app
from web.links import agenda_links
from web.listening import bound, listening
from web.services import Services
from web.settings import Settings
from web.store import versions
from web.store.contents import Content

RESULTS = Path(__file__).parent / "results" / "agenda-readers.md"
PEOPLE, READERS = 500, 200
PAGES = (
    "| page | requests | p50 ms | p95 ms | most statements | answer kB |\n|---|---|---|---|---|---|"
)
CROWD = (
    "| readers at once | requests | errors | requests a second | p95 ms |\n|---|---|---|---|---|"
)


def main() -> None:
    """Measure, or, with a database and a file for the port, only serve."""
    if len(sys.argv) > 1:
        serve(Path(sys.argv[1]), Path(sys.argv[2]))
        return
    with TemporaryDirectory() as folder:
        database = Path(folder) / "store.sqlite3"
        app = application(database)
        paths = published(app, PEOPLE)
        lines = [PAGES, *measured_pages(app, paths), "", CROWD]
        _close(app)
        lines.append(crowd(database, paths[:READERS]))
    print("\n".join(lines))
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def application(database: Path) -> Flask:
    """Return the application on `database`, with secrets that are none."""
    settings = Settings(
        demo=True,
        secret_key=SecretStr("known to everybody who reads this"),
        organiser_password=SecretStr("known to everybody"),
        organiser_password_hash="",
        database_url=f"sqlite:///{database}",
        cookie_secure=False,
    )
    return create_app(settings)


def published(app: Flask, people: int) -> list[str]:
    """Publish two versions of a day of `people`; return the paths of all agendas."""
    services: Services = app.extensions["services"]
    day, timetable = paper_day(people)
    earlier = Timetable(meetings=timetable.meetings[people:], attendances=timetable.attendances)
    with services.database.writing() as connection, app.test_request_context():
        stored = services.events.add(connection, day)
        for each in (earlier, timetable):
            content = Content(day, each, certificate(people))
            versions.publish(
                connection, stored.id, content, run_id=None, note="", published_by="benchmark"
            )
        names = [each.id for each in day.participants]
        links = agenda_links(connection, stored, names)
    return [links[each].removeprefix("http://localhost") for each in names]


def certificate(people: int) -> Certificate:
    """Return a certificate, which no agenda shows."""
    counts = dict.fromkeys(("meetings", "wishes_met", "wishes_total", "min_meetings"), 0)
    zeros = dict.fromkeys(("idle_slots", "table_moves", "seed", "workshop_value"), 0)
    values = dict.fromkeys(("value", "bound", "gap", "gini", "cross_border_share"), 0.0)
    return Certificate(
        status=Status.FEASIBLE,
        participants=people,
        bound_reason="-",
        baseline_value=0.0,
        seconds=0.0,
        versions={},
        **counts,
        **zeros,
        **values,
    )


def measured_pages(app: Flask, paths: list[str]) -> Iterator[str]:
    """Yield the line of each kind of page, asked for once by everybody, after one to warm up."""
    for name, ending in (("agenda", ""), ("calendar", ".ics"), ("calendar again", ".ics")):
        yield _line(name, app, [path + ending for path in paths])
    yield _line("PDF", app, [f"{path}.pdf" for path in paths[:50]])


def _line(name: str, app: Flask, paths: list[str]) -> str:
    client, asked = app.test_client(), list[int]()
    services: Services = app.extensions["services"]

    def count(*_: object) -> None:
        asked[-1] += 1

    engine_events.listen(services.database.engine, "before_cursor_execute", count)
    asked.append(0)
    client.get(paths[0])
    times, sizes = [], []
    for path in paths:
        asked.append(0)
        start = perf_counter()
        answer = client.get(path, headers={"Accept-Encoding": "gzip"})
        times.append(perf_counter() - start)
        sizes.append(len(answer.data))
        assert answer.status_code == 200, path
    engine_events.remove(services.database.engine, "before_cursor_execute", count)
    figures = f"{_ms(times, 0.5)} | {_ms(times, 0.95)} | {max(asked[1:])} | {max(sizes) / 1000:.1f}"
    return f"| {name} | {len(paths)} | {figures} |"


@dataclass
class Tally:
    """What readers met with."""

    times: list[float]
    errors: list[str]


def crowd(database: Path, paths: list[str]) -> str:
    """Return the line of all readers at once against a server of its own process."""
    told = database.with_name("port")
    command = [sys.executable, "-m", "benchmarks.agenda_readers", str(database), str(told)]
    server = subprocess.Popen(command)
    try:
        port = _port(told)
        tally, seconds = Tally([], []), perf_counter()
        barrier = Barrier(len(paths))
        readers = [Thread(target=_read, args=(port, each, barrier, tally)) for each in paths]
        for each in readers:
            each.start()
        for each in readers:
            each.join()
        seconds = perf_counter() - seconds
    finally:
        server.terminate()
        server.wait()
    rate = len(tally.times) / seconds
    for fault in set(tally.errors):
        print("error:", fault, file=sys.stderr)
    total = len(tally.times) + len(tally.errors)
    return (
        f"| {len(paths)} | {total} | {len(tally.errors)} | {rate:.0f} | {_ms(tally.times, 0.95)} |"
    )


def serve(database: Path, told: Path) -> None:
    """Serve the pages of `database`; the port is written to `told`."""
    logging.getLogger("waitress").setLevel(logging.ERROR)
    app = application(database)
    settings = app.extensions["services"].settings
    server = listening(app, bound("127.0.0.1", 0), settings)
    told.with_suffix(".new").write_text(str(server.effective_port))
    told.with_suffix(".new").rename(told)
    server.run()


def _port(told: Path) -> int:
    end = perf_counter() + 60
    while not told.exists():
        if perf_counter() > end:
            raise TimeoutError("the server did not start")
    return int(told.read_text())


def _read(port: int, path: str, barrier: Barrier, tally: Tally) -> None:
    """Open page and calendar, then ask whether the calendar has changed, three times over."""
    barrier.wait()
    for _ in range(3):
        _ask(port, path, {}, (200,), tally)
        tag = _ask(port, f"{path}.ics", {}, (200,), tally)
        _ask(port, f"{path}.ics", {"If-None-Match": tag}, (304,), tally)


def _ask(
    port: int, path: str, headers: dict[str, str], right: tuple[int, ...], tally: Tally
) -> str:
    start = perf_counter()
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status in right:
            tally.times.append(perf_counter() - start)
        else:
            tally.errors.append(str(answer.status))
        return answer.headers.get("ETag", "")
    except OSError as error:
        tally.errors.append(repr(error))
        return ""
    finally:
        connection.close()


def _ms(times: list[float], share: float) -> str:
    return f"{sorted(times)[int(share * (len(times) - 1))] * 1000:.1f}"


def _close(app: Flask) -> None:
    services: Services = app.extensions["services"]
    services.database.close()


if __name__ == "__main__":
    main()
