"""`python -m benchmarks.web_load`: 50 phones send registrations and wishes while the engine solves.

One server as an organiser starts it, on one machine with engine and phones. First the phones alone,
then the same with a run of the engine under way from the first request to the last. Afterwards the
database is counted: every answer of the server must stand in it once. Writes the table to
benchmarks/results/web-load.md, too.
"""

from collections import Counter
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Barrier, Thread
from time import perf_counter, sleep

from sqlalchemy import select

from benchmarks.paper_day import paper_day
from benchmarks.web_app import person
from benchmarks.web_client import Client, Fields
from benchmarks.web_served import KEY, Served, add_event, database_in, served
from matchmaker.event import Event
from web.registration import Registration
from web.store import run_queue, runs
from web.store.database import Database
from web.store.run_queue import Wanted
from web.store.runs import State
from web.store.tables.participants import registrations

RESULTS = Path(__file__).parent / "results" / "web-load.md"
PEOPLE, PHONES, WISHES = 500, 50, 6
LONG = 600.0
HEADER = (
    "| phones | engine | registrations | wishes | errors | lost | doubled | requests a second "
    "| p50 ms | p95 ms |\n|---|---|---|---|---|---|---|---|---|---|"
)


@dataclass
class Phone:
    """What one phone sent and what it was told."""

    email: str
    wished: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def main() -> None:
    """Measure without and with the engine."""
    lines = [HEADER]
    for with_engine in (False, True):
        lines.append(measured(with_engine))
        print(lines[-1], flush=True)
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def measured(with_engine: bool) -> str:
    """Return the line of all phones at once."""
    event, _ = paper_day(PEOPLE)
    with TemporaryDirectory() as name:
        database = database_in(Path(name))
        add_event(database, event)
        with served(Path(name), database) as server:
            if with_engine:
                start_engine(server, event)
            begun = perf_counter()
            phones = all_at_once(server.address, event)
            seconds = perf_counter() - begun
            engine = "until the end" if is_solving(database) else "none"
        line = told(phones, database, seconds, engine)
        database.close()
    return line


def start_engine(server: Served, event: Event) -> None:
    """Start a run and wait until a worker has it."""
    with server.database.writing() as connection:
        run_queue.add(connection, 1, event, Wanted(LONG))
    while not is_solving(server.database):
        sleep(0.1)


def is_solving(database: Database) -> bool:
    """Tell whether a run is at work."""
    with database.reading() as connection:
        return any(each.state is State.RUNNING for each in runs.newest(connection, 1))


def all_at_once(address: str, event: Event) -> list[Phone]:
    """Let every phone register and wish, beginning at the same moment."""
    phones = [Phone(f"phone{number}@example.org") for number in range(PHONES)]
    barrier = Barrier(PHONES)
    works = [
        Thread(target=use, args=(phone, number, address, event, barrier))
        for number, phone in enumerate(phones)
    ]
    for each in works:
        each.start()
    for each in works:
        each.join()
    return phones


def use(phone: Phone, number: int, address: str, event: Event, barrier: Barrier) -> None:
    """Register, then wish for people, each time through the page as a browser would."""
    client, random = Client(address), Random(number)
    barrier.wait()
    link = sent(phone, client, f"/events/{KEY}/register", _answers(phone, number))
    others = random.sample([each.id for each in event.participants], WISHES)
    for other in others if link else ():
        pressed = {"act": "wish", "who": person(other)}
        if sent(phone, client, f"{link.split('?')[0]}/wishes", pressed):
            phone.wished.append(other)
    phone.times = client.times


def sent(phone: Phone, client: Client, path: str, fields: Fields) -> str:
    """Send a form; return where the answer leads, empty and an error noted where it does not."""
    try:
        answer = client.send(path, fields)
    except (OSError, HTTPException) as error:
        phone.errors.append(str(error))
        return ""
    if answer.status != HTTPStatus.SEE_OTHER:
        phone.errors.append(f"{answer.status} {path}")
        return ""
    return answer.location


def _answers(phone: Phone, number: int) -> Fields:
    return {
        "first_name": "Léa",
        "last_name": f"Dupont {number}",
        "email": phone.email,
        "organisation": f"Filature {number}",
        "region": "FR",
        "languages": ["fr", "en"],
        "offers": "flax yarn",
        "seeks": "dyeing",
        "listed": "yes",
    }


def told(phones: list[Phone], database: Database, seconds: float, engine: str) -> str:
    """Return the line, with what the database holds of all that was answered."""
    with database.reading() as connection:
        rows = connection.scalars(select(registrations.c.content)).all()
    kept = [Registration.model_validate_json(each) for each in rows]
    times = sorted(time for phone in phones for time in phone.times)
    errors = sum(len(phone.errors) for phone in phones)
    wishes = sum(len(phone.wished) for phone in phones)
    figures = (
        f"{len(phones)} | {engine} | {len(kept)} | {wishes} | {errors} | {lost(phones, kept)} | "
        f"{doubled(kept)} | {len(times) / seconds:.0f} | {_ms(times, 0.5)} | {_ms(times, 0.95)}"
    )
    return f"| {figures} |"


def lost(phones: list[Phone], kept: list[Registration]) -> int:
    """Count the wishes, and the registrations, that were answered and are not there."""
    wished = {str(each.participant.email): [choice.id for choice in each.choices] for each in kept}
    return sum(len(set(phone.wished) - set(wished.get(phone.email, ()))) for phone in phones) + sum(
        phone.email not in wished for phone in phones if not phone.errors
    )


def doubled(kept: list[Registration]) -> int:
    """Count what is there more than once."""
    people = Counter(str(each.participant.email) for each in kept)
    wishes = Counter((str(each.participant.email), c.id) for each in kept for c in each.choices)
    return sum(count - 1 for counts in (people, wishes) for count in counts.values())


def _ms(ordered: list[float], share: float) -> str:
    return f"{1000 * ordered[int(share * (len(ordered) - 1))]:.0f}"


if __name__ == "__main__":
    main()
