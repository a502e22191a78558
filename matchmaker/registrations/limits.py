"""How large an import may be, so that no file can exhaust the machine."""

from matchmaker.values import Value

MEGABYTE = 1024 * 1024


class Limits(Value):
    """The largest files, sheets and archives that are read; sizes in bytes.

    `rows` is for every sheet but the one of wishes, of which each participant has several.
    """

    file_size: int = 5 * MEGABYTE
    unzipped_size: int = 50 * MEGABYTE
    archive_entries: int = 500
    compression_ratio: int = 200
    rows: int = 5000
    wishes: int = 100_000
    cells: int = 1_000_000
    columns: int = 100
    tables: int = 5000


LIMITS = Limits()
