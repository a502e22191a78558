"""Writing TOML: what the standard library reads, it does not write."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml_text(content: Mapping[str, Any]) -> str:
    """Return `content` as TOML: plain keys first, then tables and lists of tables."""
    is_table = {key: _is_table(value) for key, value in content.items()}
    plain = {key: value for key, value in content.items() if not is_table[key]}
    parts = [_lines(plain)]
    for key, value in content.items():
        if is_table[key]:
            many = isinstance(value, list)
            head = f"[[{_key(key)}]]" if many else f"[{_key(key)}]"
            parts += [f"{head}\n{_lines(each)}" for each in (value if many else [value])]
    return "\n".join(parts)


def _is_table(value: Any) -> bool:
    """A list of dicts is a list of tables; a dict that is a text in languages comes inline."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(each, dict) for each in value)
    return isinstance(value, Settings)


class Settings(dict[str, Any]):
    """A dict that is written as a table of its own, not inline."""


def _lines(content: Mapping[str, Any]) -> str:
    return "".join(f"{_key(key)} = {_value(value)}\n" for key, value in content.items())


def _key(key: str) -> str:
    return key if BARE.fullmatch(key) else _value(key)


def _value(value: Any) -> str:
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items())
        return f"{{{inside}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
