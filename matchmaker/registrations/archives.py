"""Looking into an XLSX file before it is unpacked, so that no small file becomes a huge one."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from matchmaker.messages import message
from matchmaker.registrations.findings import Finding, Place, error
from matchmaker.registrations.limits import LIMITS, MEGABYTE
from matchmaker.registrations.records import Source
from matchmaker.registrations.sizes import too_much

CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7})[\"'][^>]*>")
ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8|us-ascii)", re.IGNORECASE)
FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
)
"""What the standard library raises for archives that are damaged, locked or strange."""
RATIO_FROM = MEGABYTE


def unsafe(source: Source) -> Finding | None:
    """Return why this XLSX file is not to be opened, or None when it may be."""
    try:
        with zipfile.ZipFile(BytesIO(source.content)) as archive:
            return _too_big(source, archive) or next(_bad_parts(source, archive), None)
    except FAULTS:
        return unreadable(source)


def unreadable(source: Source) -> Finding:
    """Return the Finding that `source` is no XLSX file that can be opened."""
    what = message("This is not an XLSX file that can be opened.")
    remedy = message("Save it as XLSX, without a password, or as CSV UTF-8.")
    return error(Place(source.name), "unreadable-file", what, remedy)


def _too_big(source: Source, archive: zipfile.ZipFile) -> Finding | None:
    entries = archive.infolist()
    size = sum(each.file_size for each in entries)
    packed = max(1, sum(each.compress_size for each in entries))
    if len(entries) > LIMITS.archive_entries or size > LIMITS.unzipped_size:
        return _bomb(source)
    if size > RATIO_FROM and size / packed > LIMITS.compression_ratio:
        return _bomb(source)
    return None


def _bad_parts(source: Source, archive: zipfile.ZipFile) -> Iterator[Finding]:
    left = LIMITS.unzipped_size
    for entry in archive.infolist():
        with archive.open(entry) as part:
            content = part.read(left + 1)
        left -= len(content)
        if left < 0:
            yield _bomb(source)
            return
        if entry.filename.lower().endswith(".xml"):
            yield from _bad_part(source, content)


def _bad_part(source: Source, content: bytes) -> Iterator[Finding]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or ENCODING.search(content[:200]):
        yield unreadable(source)
        return
    rows = columns = 0
    for cell in CELL.finditer(content):
        if not cell.group().endswith(b"/>"):
            columns = max(columns, _number(cell[1]))
            rows = max(rows, int(cell[2]))
    if rows > LIMITS.wishes or columns > LIMITS.columns or rows * columns > LIMITS.cells:
        yield too_much(source.name, message("A sheet reaches far beyond what an event needs."))


def _number(letters: bytes) -> int:
    number = 0
    for each in letters:
        number = number * 26 + each - ord("A") + 1
    return number


def _bomb(source: Source) -> Finding:
    return too_much(source.name, message("The file unpacks to far more than an event needs."))
