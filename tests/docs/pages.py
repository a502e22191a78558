"""The pages of the documentation, as the tests read them."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")


def pages() -> list[Path]:
    """Return every Markdown page for readers: those at the root and those of docs."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def name_of(path: Path) -> str:
    """Return the path as seen from the root of the project."""
    return path.relative_to(ROOT).as_posix()


def prose(path: Path) -> str:
    """Return what the page says outside of code."""
    return CODE.sub("", FENCE.sub("", path.read_text(encoding="utf-8")))


def targets(path: Path) -> Iterator[str]:
    """Yield what the links and images of the page point to, addresses of the web apart."""
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(path)):
        if not re.match(r"[a-z]+:", target):
            yield target


def anchors(path: Path) -> set[str]:
    """Return the anchors of the page's headings, made as the usual viewers make them."""
    headings = re.findall(
        r"^#+ +(.+)$", FENCE.sub("", path.read_text(encoding="utf-8")), re.MULTILINE
    )
    plain = (re.sub(r"[^\w\- ]", "", each.strip().lower()) for each in headings)
    return {each.replace(" ", "-") for each in plain}
