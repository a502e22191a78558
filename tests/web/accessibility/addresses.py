"""The addresses of all pages in a furnished house."""

from collections.abc import Iterator
from typing import Any

from flask import Flask, url_for

from tests.web.accessibility.house import House
from tests.web.browsing import KEY


def values(house: House) -> dict[str, dict[str, Any]]:
    """Return by blueprint, or by endpoint, what fills the places in its addresses."""
    return {
        "joining": {"key": house.invitation},
        "imports": {"key": house.report},
        "imports.match": {"key": house.upload},
        "imports.preview": {"key": house.upload},
        "outbox": {"key": house.mail},
        "runs": {"key": house.run},
        "grid": {"key": house.draft, "pair": "0-1"},
        "repairing": {"key": house.draft},
        "solving": {"run": house.run},
        "documents": {"key": house.run, "document": 1},
    }


NOT_PAGES = {
    "static",
    # Other things than pages: downloads, pieces of pages, and what leads elsewhere.
    "start.switch",
    "login.ask_code",
    "account.enrol",
    "confirming.ask",
    "events.report",
    "outbox.draft",
    "outbox.download",
    "grid.places",
    "documents.one",
    "documents.every",
    "runs.progress",
}
PROGRAMS = ("api", "health", "metrics")
"""Blueprints for programs; the description of the API is for people, too."""


def addresses(app: Flask, house: House) -> Iterator[tuple[str, str]]:
    """Yield endpoint and address of every page that can be read."""
    filled = values(house)
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            blueprint = rule.endpoint.partition(".")[0]
            if "GET" in (rule.methods or ()) and _is_page(rule.endpoint):
                known = filled.get(rule.endpoint) or filled.get(blueprint, {})
                known = {"event": KEY, "link": house.link, **known}
                missing = rule.arguments - known.keys()
                assert not missing, f"{rule.endpoint} needs {missing}: furnish the house"
                yield rule.endpoint, url_for(rule.endpoint, **{a: known[a] for a in rule.arguments})


def _is_page(endpoint: str) -> bool:
    for_programs = endpoint.partition(".")[0] in PROGRAMS and endpoint != "api.docs"
    return endpoint not in NOT_PAGES and not for_programs
