"""Text as people paste it, without what no form or paper can show."""

import re
import unicodedata


def line(text: str) -> str:
    """Return `text` on one line, composed, without control or invisible characters."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join(_visible(part) for part in composed.split())


def lines(text: str) -> list[str]:
    """Return the parts of `text` between line breaks and semicolons, cleaned; each once."""
    parts = (line(part).removeprefix("- ").strip() for part in re.split(r"[\n;]", text))
    return list(dict.fromkeys(part for part in parts if part))


def paragraphs(text: str) -> str:
    """Return `text` with each of its lines cleaned, without empty lines at its ends."""
    return "\n".join(line(each) for each in text.splitlines()).strip()


def _visible(text: str) -> str:
    return "".join(each for each in text if each.isprintable())
