"""A ZIP file that is sent while it is made, file by file: it is never held whole."""

from collections.abc import Iterable, Iterator
from zipfile import ZIP_DEFLATED, ZipFile


class _Outlet:
    """Takes what is written until it is fetched; nobody can go back in it."""

    def __init__(self) -> None:
        self._written = bytearray()

    def write(self, data: bytes) -> int:
        self._written += data
        return len(data)

    def flush(self) -> None:
        """Do nothing: what is written waits to be fetched."""

    def close(self) -> None:
        """Do nothing: what is left can still be fetched."""

    def fetched(self) -> bytes:
        """Return what was written since the last time."""
        found, self._written = bytes(self._written), bytearray()
        return found


def packed(files: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """Yield the ZIP file of `files`, given as path and bytes, piece by piece."""
    outlet = _Outlet()
    with ZipFile(outlet, "w", ZIP_DEFLATED) as archive:
        for path, content in files:
            archive.writestr(path, content)
            yield outlet.fetched()
    yield outlet.fetched()
