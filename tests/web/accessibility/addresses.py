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
        "founding": {"key": house.beginning},
        "outbox": {"key": house.mail},
        "runs": {"key": house.run},
        "grid": {"key": house.draft, "pair": "0-1"},
        "repairing": {"key": house.draft},
        "solving": {"run": house.run},
        "documents": {"key": house.run, "document": 1},
        "setup.export": {"form": "json"},
        "setup.workshop": {"workshop": "finance"},
        "person_links": {"participant_id": "anna"},
        "records": {"participant_id": "anna"},
        "versions.show": {"number": 1},
        "versions.look": {"run": house.run},
        "versions.compare": {"before": 1, "after": 2},
        "comparing.show": {"run": [house.run, house.run]},
        "unmet.one": {"wisher": "chloe", "wished": "dries"},
    }


OTHERWISE = {
    "static",
    # Shown only in the middle of something, or at addresses of their own.
    "start.switch",
    "login.ask_code",
    "account.enrol",
    "confirming.ask",
    "live.stream",
    "whatif.one",
    "whatif.progress",
    "seeking.progress",
    "whatif.chart",
    "whatif.heat",
    "agenda.calendar",
    "agenda.download",
    "reprints.changed",
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
                asked = filled.get(rule.endpoint, {})
                needed = {each: known[each] for each in rule.arguments}
                yield rule.endpoint, url_for(rule.endpoint, **{**needed, **asked})


def _is_page(endpoint: str) -> bool:
    for_programs = endpoint.partition(".")[0] in PROGRAMS and endpoint != "api.docs"
    return endpoint not in OTHERWISE and not for_programs
