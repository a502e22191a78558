"""Files as they come."""

from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage

from tests.web.test_importing import zipped
from web.imports.archive import Refused
from web.imports.receiving import files_of


def sent(*files: tuple[str, bytes]) -> list[FileStorage]:
    return [FileStorage(BytesIO(content), name) for name, content in files]


def test_files_are_called_by_the_last_part_of_their_path() -> None:
    found = files_of(sent(("C:\\lists\\people.csv", b"x"), ("day/wishes.csv", b"y")))
    assert [(each.name, each.content) for each in found] == [
        ("people.csv", b"x"),
        ("wishes.csv", b"y"),
    ]


def test_an_archive_is_sent_as_what_it_holds() -> None:
    packed = zipped(**{"day/people.csv": "x", "photo.jpg": "y"})
    assert [each.name for each in files_of(sent(("all.ZIP", packed)))] == ["people.csv"]


@pytest.mark.parametrize(
    "files",
    [
        [],
        [("", b"x")],
        [("people.pdf", b"x")],
        [("pe\x07ople.csv", b"x")],
        [("a/people.csv", b"x"), ("b/people.csv", b"y")],
        [("event.json", b"{}"), ("people.csv", b"x")],
        [("all.zip", b"no archive")],
    ],
)
def test_what_is_not_ours_is_refused(files: list[tuple[str, bytes]]) -> None:
    with pytest.raises(Refused):
        files_of(sent(*files))
