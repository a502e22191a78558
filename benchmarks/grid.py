"""`python -m benchmarks.grid`: verdicts on every place of a meeting, against one whole check.

On events of 100 to 1 000 people in 12 slots; the whole check is that of the rules on the timetable
of the same run. Then what the pages of the grid and a move cost the server, and how many bytes they
send, at 500 people. Writes the tables to benchmarks/results/grid.md, too.
"""

import gc
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from benchmarks.synthetic import Size, synthetic
from benchmarks.web_app import NAME, PASSWORD, application, services_of
from matchmaker.formats import event_from_json, timetable_from_json, to_json
from matchmaker.moves.judge import Judge
from matchmaker.moves.plan import Plan
from matchmaker.moves.targets import targets
from matchmaker.rules.checker import violations
from matchmaker.variations import changed
from solver.collecting import without_collecting
from solver.result import Limits
from solver.solve import solve
from web.grid.sentences import BEGUN
from web.store import drafts, run_queue, runs
from web.store.run_queue import Wanted

RESULTS = Path(__file__).parent / "results" / "grid.md"
SLOTS, SECONDS, ROUNDS = 12, 5.0, 15
SIZES = (100, 200, 500, 1000)
JUDGED = (
    "| people | tables | meetings | places judged | one whole check | all places "
    "| all places / whole check | a place at a time by whole checks would take |\n"
    "|---|---|---|---|---|---|---|---|"
)
SERVED = "| page or answer | server, median | server, p95 | sent |\n|---|---|---|---|"


def main() -> None:
    """Measure the judge, then the pages."""
    plans = {people: plan_of(people) for people in SIZES}
    lines = [JUDGED, *(judged(plan) for plan in plans.values()), "", SERVED, *served(plans[500])]
    print("\n".join(lines))
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def plan_of(people: int) -> Plan:
    """Return a plan of an event of so many people, as the engine leaves it."""
    event = synthetic(Size(people, slots=SLOTS), seed=1)
    named = (
        each.model_copy(update={"first_name": "Somebody", "last_name": f"of number {each.id}"})
        for each in event.participants
    )
    event = changed(event, participants=tuple(named))
    return Plan(event, solve(event, Limits(SECONDS)).timetable)


def judged(plan: Plan) -> str:
    """Return the line of the table for `plan`."""
    two = plan.timetable.meetings[len(plan.timetable.meetings) // 2].participants
    with without_collecting():
        check = seconds(lambda: violations(plan.event, plan.timetable))
        places = seconds(lambda: targets(Judge(plan), two))
    count = SLOTS * len(plan.event.tables)
    return (
        f"| {len(plan.event.participants)} | {len(plan.event.tables)} "
        f"| {len(plan.timetable.meetings)} | {count} | {check * 1000:.0f} ms "
        f"| {places * 1000:.0f} ms | {places / check:.1f} | {check * count:.0f} s |"
    )


def seconds(work: Callable[[], object]) -> float:
    """Return the median time of `work`."""
    return median(times(work))


def times(work: Callable[[], object]) -> list[float]:
    """Return how long `work` takes each of ROUNDS times, in order of length."""
    found = []
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        found.append(perf_counter() - start)
    return sorted(found)


def served(plan: Plan) -> list[str]:
    """Return the lines of the table of pages, measured in a process that has made no timetable."""
    alone = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    with alone:
        return alone.submit(_served, to_json(plan.event), to_json(plan.timetable)).result()


def _served(event: str, timetable: str) -> list[str]:
    plan = Plan(event_from_json(event), timetable_from_json(timetable))
    with TemporaryDirectory() as folder:
        app = application(Path(folder) / "store.sqlite3")
        key = _draft(app, plan)
        client = app.test_client()
        _log_in(client)
        gc.freeze()  # as the server does
        lines = list(_lines(client, f"/organiser/events/day/grid/{key}"))
        services_of(app).database.close()
    return lines


def _draft(app: Flask, plan: Plan) -> str:
    store = services_of(app)
    with store.database.writing() as connection:
        event = store.events.add(connection, plan.event, "day").id
        run = runs.find(connection, event, run_queue.add(connection, event, plan.event, Wanted(1)))
        assert run is not None
        return drafts.begin(connection, event, run.id, plan, BEGUN, NAME)


def _lines(client: FlaskClient, address: str) -> Iterator[str]:
    shown = client.get(f"{address}/tables").text
    pair = re.findall(r'href="m/([\d-]+)"', shown)[-1]
    for name, path in (
        ("slots × tables", "tables"),
        ("slots × people", "people"),
        ("one meeting", f"m/{pair}"),
        ("verdicts on all places", f"t/{pair}"),
    ):
        yield _line(name, partial(_get, client, f"{address}/{path}"))
    yield _line("a move", _mover(client, address, pair))


def _mover(client: FlaskClient, address: str, pair: str) -> Callable[[], TestResponse]:
    """Return what moves the meeting to the next place at which it can be, each time."""
    state = {"step": 0, "at": 0}
    found = client.get(f"{address}/t/{pair}").get_json()
    count = len(found["codes"]) // SLOTS
    free = [divmod(at, count) for at, code in enumerate(found["codes"]) if code != "r"]
    token = _token(client.get(f"{address}/tables").text)

    def move() -> TestResponse:
        state["at"] += 1
        slot, table = free[state["at"] % len(free)]
        fields = {"pair": pair, "slot": str(slot), "table": str(table + 1), "view": "tables"}
        answer = client.post(
            f"{address}/move",
            data={**fields, "step": state["step"], "csrf_token": token},
            headers={"Accept": "application/json"},
        )
        state["step"] = answer.get_json()["step"]
        return answer

    return move


def _line(name: str, ask: Callable[[], TestResponse]) -> str:
    size = len(ask().data)
    found = times(ask)
    slow = found[int(len(found) * 0.95)]
    return (
        f"| {name} | {median(found) * 1000:.0f} ms | {slow * 1000:.0f} ms | {size / 1024:.0f} kB |"
    )


def _get(client: FlaskClient, path: str) -> TestResponse:
    answer = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    return answer


def _log_in(client: FlaskClient) -> None:
    token = _token(client.get("/login").text)
    client.post("/login", data={"name": NAME, "password": PASSWORD, "csrf_token": token})


def _token(page: str) -> str:
    found = re.search(r'(?:name="csrf_token" value|data-token)="([^"]+)"', page)
    assert found
    return found[1]


if __name__ == "__main__":
    main()
