"""Looking into an XLSX file before it is unpacked, so that no small file becomes a huge one."""

import zipfile
import zlib
from io import BytesIO

from matchmaker.messages import message
from matchmaker.registrations.extents import Extent, extent_of, repeated_size
from matchmaker.registrations.findings import Finding, Place, error
from matchmaker.registrations.limits import LIMITS, MEGABYTE
from matchmaker.registrations.records import Source
from matchmaker.registrations.sizes import too_much

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
XLSX = "xl/workbook.xml"
OTHER_KINDS = {"xl/workbook.bin", "content.xml"}
"""Parts of the binary and the OpenDocument kind, whose cells are not looked at here."""


def unsafe(source: Source) -> Finding | None:
    """Return why this XLSX file is not to be opened, or None when it may be."""
    try:
        with zipfile.ZipFile(BytesIO(source.content)) as archive:
            return _too_big(source, archive) or _bad_content(source, archive)
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
    names = set(archive.namelist())
    return None if XLSX in names and not names & OTHER_KINDS else unreadable(source)


def _bad_content(source: Source, archive: zipfile.ZipFile) -> Finding | None:
    """Sizes are counted again, for an archive can lie about them."""
    extents: list[Extent] = []
    left = LIMITS.unzipped_size
    for entry in archive.infolist():
        with archive.open(entry) as part:
            content = part.read(left + 1)
        left -= len(content)
        if left < 0:
            return _bomb(source)
        extents.append(extent_of(content))
    if repeated_size(extents) > LIMITS.unzipped_size:
        return _bomb(source)
    if any(map(_is_far, extents)):
        what = message("A sheet reaches far beyond what an event needs.")
        return too_much(source.name, what)
    return None


def _is_far(extent: Extent) -> bool:
    far = extent.rows > LIMITS.wishes or extent.columns > LIMITS.columns
    return far or extent.rows * extent.columns > LIMITS.cells


def _bomb(source: Source) -> Finding:
    return too_much(source.name, message("The file unpacks to far more than an event needs."))
