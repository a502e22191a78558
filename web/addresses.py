"""Ids in addresses, whatever stands in them: each is one part between two slashes."""

import re

from flask import Flask
from werkzeug.routing import UnicodeConverter

SIGNS = {"~": "~", "/": "-"}
"""What stands behind a tilde for a sign that an address gives another meaning."""
MEANT = {each: sign for sign, each in SIGNS.items()} | {".": "."}
DOTS = frozenset({".", ".."})
"""Parts that browsers leave out."""


class IdConverter(UnicodeConverter):
    """Writes an id, such as one of the organisers' files, as one part of an address."""

    def to_url(self, value: str) -> str:
        """Return the part of the address for `value`."""
        text = "".join(f"~{SIGNS[each]}" if each in SIGNS else each for each in str(value))
        return super().to_url(text.replace(".", "~.") if text in DOTS else text)

    def to_python(self, value: str) -> str:
        """Return the id that a part of an address stands for."""
        return re.sub("~([~.-])", lambda found: MEANT[found[1]], value)


def install(app: Flask) -> None:
    """Let every id in the addresses of `app` be written so."""
    app.url_map.converters["default"] = IdConverter
