import re
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, anchors, name_of, pages, targets

EVERY_PAGE = pytest.mark.parametrize("page", pages(), ids=name_of)
OF_ONE_MACHINE = re.compile(r"file://|(?<![\w.])/(?:home|root|work|tmp|Users|mnt|opt)/|[A-Z]:\\")


@EVERY_PAGE
def test_every_link_leads_to_a_file_of_the_project(page: Path) -> None:
    astray = [each for each in targets(page) if not _is_ours(_file(page, each))]
    assert astray == []


@EVERY_PAGE
def test_every_link_to_a_heading_finds_it(page: Path) -> None:
    to_headings = [each for each in targets(page) if "#" in each]
    astray = [e for e in to_headings if e.partition("#")[2] not in anchors(_file(page, e))]
    assert astray == []


@EVERY_PAGE
def test_no_page_names_a_place_of_one_machine(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert OF_ONE_MACHINE.findall(text) == []
    assert [each for each in targets(page) if each.startswith("/")] == []


def test_every_file_of_the_documentation_can_be_reached() -> None:
    waiting = [ROOT / "README.md", ROOT / "docs" / "index.md"]
    reached = set(waiting)
    for page in waiting:
        linked = {_file(page, each) for each in targets(page)} - reached
        reached |= linked
        waiting += [each for each in sorted(linked) if each.suffix == ".md" and each.is_file()]
    files = {each for each in (ROOT / "docs").rglob("*") if each.is_file()}
    assert sorted(map(name_of, files - reached)) == []


def _file(page: Path, target: str) -> Path:
    path = target.partition("#")[0]
    return (page.parent / path).resolve() if path else page


def _is_ours(path: Path) -> bool:
    return path.exists() and path.is_relative_to(ROOT)
