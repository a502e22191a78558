"""The gallery shows every printed document."""

import re

import pytest

from matchmaker.documents.folder import DOCUMENTS
from tests.docs.pages import ROOT

PAGE = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
PICTURES = ROOT / "docs" / "images" / "gallery"
SHOWN = re.findall(r"!\[[^\]]+\]\(images/gallery/([^)]+)\)", PAGE)


@pytest.mark.parametrize("kind", [k for k, made in DOCUMENTS.items() if made.file.endswith(".pdf")])
def test_every_printed_document_is_shown(kind: str) -> None:
    assert f"{kind}-1.png" in SHOWN


def test_every_picture_is_shown_once_and_there_are_no_others() -> None:
    assert sorted(SHOWN) == sorted(path.name for path in PICTURES.iterdir())


def test_pictures_are_small() -> None:
    assert [each.name for each in PICTURES.iterdir() if each.stat().st_size > 60_000] == []
