"""What axe-core says of a page."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parent.parent / "vendor" / "axe-core-4.14.1.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "standards => axe.run(document, {runOnly: standards, resultTypes: ['violations']})"


def violations(page: Page) -> list[str]:
    """Return a line for each thing that axe finds wrong on `page`."""
    page.evaluate(_script())
    found: dict[str, Any] = page.evaluate(RUN, STANDARDS)
    return [
        f"{each['id']}: {node['html'][:160]} ({node['failureSummary'][:200]})"
        for each in found["violations"]
        for node in each["nodes"]
    ]


@cache
def _script() -> str:
    return AXE.read_text()
