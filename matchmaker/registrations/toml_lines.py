"""Where the tables and keys of a TOML text stand."""

import re
from collections import defaultdict

from matchmaker.registrations.findings import Place

HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w-]+)\s*[.=]""")


class Lines:
    """The line of each table and key, found by one look at each line.

    Lines of texts over several lines may be taken for keys; then a place is a line or two off.
    """

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._headers: dict[str, list[int]] = defaultdict(list)
        self._keys: dict[int, dict[str, int]] = defaultdict(dict)
        start = 0
        for number, line in enumerate(text.splitlines(), 1):
            if header := HEADER.match(line):
                start = number
                self._headers[header[1]].append(number)
            elif key := KEY.match(line):
                self._keys[start].setdefault(key[1].strip("\"'"), number)

    def place(self, table: str, index: int | None, key: str) -> Place:
        """Return the place of `key` in record `index` of `table` ("" for the top), or of both."""
        start = self._start(table, index or 0)
        row = self._keys[start].get(key, start) if start or not table else 0
        row = row or self._keys[0].get(table, 0)
        return Place(self._file, row or None, key, row)

    def _start(self, table: str, index: int) -> int:
        starts = self._headers.get(table, [])
        return starts[index] if index < len(starts) else 0
