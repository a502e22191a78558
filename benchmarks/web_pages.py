"""`python -m benchmarks.web_pages`: time, statements and weight of every page, with 500 people.

Every page that the program has is asked for: those of participants by 60 people, the others ten
times. Time is that in the server alone, statements are those sent to the database, weight is what a
real Chromium with an empty cache asks for until its page is loaded, as it reports itself. Writes
the table to benchmarks/results/web-pages.md, too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from flask import Flask, url_for
from flask.testing import FlaskClient
from playwright.sync_api import Browser, sync_playwright
from sqlalchemy import event as listening

from benchmarks.web_app import NAME, PASSWORD, application, listening_at, services_of
from benchmarks.web_day import KEY, Day, log_in, prepared

RESULTS = Path(__file__).parent / "results" / "web-pages.md"
PEOPLE, READERS, TIMES = 500, 60, 10
FOR_PROGRAMS = ("api.", "metrics.", "health.", "static", "live.")
WEIGHT = """(part) => {
    const [page] = performance.getEntriesByType("navigation");
    return [page, ...performance.getEntriesByType("resource")]
        .filter(each => each.name.includes(part) && each.startTime < page.loadEventStart)
        .reduce((sum, each) => sum + each.transferSize, 0);
}"""
FAR_LETTERS = "latin-a"
"""What the names of fonts have in them that are only sent for letters such as ł or ő."""
HEADER = (
    "| page | requests | p50 ms | p95 ms | most statements | first paint kB | of it for ł, ő … |\n"
    "|---|---|---|---|---|---|---|"
)


@dataclass(frozen=True)
class Kind:
    """A page by its rule, with the addresses under which it is asked for."""

    rule: str
    paths: tuple[str, ...]


def main() -> None:
    """Measure every page and say which are over what is wanted."""
    with TemporaryDirectory() as folder:
        app = application(Path(folder) / "store.sqlite3")
        day = prepared(app, PEOPLE, READERS)
        client = app.test_client()
        log_in(client)
        kinds = [each for each in pages(app, day) if is_page(client, each.paths[0])]
        weights = weighed(app, kinds)
        lines = [HEADER, *(_line(app, client, each, weights[each.rule]) for each in kinds)]
        services_of(app).database.close()
    print("\n".join(lines))
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def pages(app: Flask, day: Day) -> Iterator[Kind]:
    """Yield every page that can be asked for by what the day has."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda each: each.rule):
        if "GET" in (rule.methods or ()) and not rule.endpoint.startswith(FOR_PROGRAMS):
            links = day.agenda if rule.rule.startswith("/agenda/") else day.own
            count = READERS if "link" in rule.arguments else TIMES
            values = [_values(rule.arguments, day, links[number]) for number in range(count)]
            with app.test_request_context():
                yield Kind(rule.rule, tuple(url_for(rule.endpoint, **each) for each in values))


def _values(names: set[str], day: Day, link: str) -> dict[str, Any]:
    known = {
        "event": KEY,
        "key": day.run,
        "link": link,
        "number": 1,
        "workshop": "W",
        "participant_id": "p0000",
        "code": "en",
    }
    return {name: known.get(name, "1") for name in names}


def is_page(client: FlaskClient, path: str) -> bool:
    """Tell whether there is a page for people at `path`."""
    answer = client.get(path)
    return answer.status_code == 200 and answer.mimetype == "text/html" and "<html" in answer.text


def _line(app: Flask, client: FlaskClient, kind: Kind, weight: tuple[int, int]) -> str:
    asked, times = list[int](), list[float]()
    engine = services_of(app).database.engine

    def count(*_: object) -> None:
        asked[-1] += 1

    listening.listen(engine, "before_cursor_execute", count)
    for path in kind.paths:
        asked.append(0)
        begun = perf_counter()
        answer = client.get(path, headers={"Accept-Encoding": "gzip"})
        times.append(perf_counter() - begun)
        assert answer.status_code == 200, path
    listening.remove(engine, "before_cursor_execute", count)
    sizes = " | ".join(f"{each / 1000:.0f}" for each in weight)
    figures = f"{_ms(times, 0.5)} | {_ms(times, 0.95)} | {max(asked)} | {sizes}"
    return f"| `{kind.rule}` | {len(kind.paths)} | {figures} |"


def _ms(times: list[float], share: float) -> str:
    return f"{1000 * sorted(times)[round(share * (len(times) - 1))]:.0f}"


def weighed(app: Flask, kinds: list[Kind]) -> dict[str, tuple[int, int]]:
    """Return by rule the bytes that a browser with an empty cache is sent; of them, far letters."""
    with listening_at(app) as address, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        login = _login(browser, address)
        found = {each.rule: _weight(browser, login, address + each.paths[0]) for each in kinds}
        browser.close()
    return found


def _login(browser: Browser, address: str) -> Any:
    page = browser.new_page()
    page.goto(f"{address}/login")
    page.fill("input[name=name]", NAME)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/organiser")
    return page.context.storage_state()


def _weight(browser: Browser, login: Any, address: str) -> tuple[int, int]:
    with browser.new_context(storage_state=login) as context:
        page = context.new_page()
        page.goto(address, wait_until="load")
        return int(page.evaluate(WEIGHT, "")), int(page.evaluate(WEIGHT, FAR_LETTERS))


if __name__ == "__main__":
    main()
