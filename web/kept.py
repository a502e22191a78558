"""What was typed and could not be saved: carried past a login, and sent again by who typed it."""

import json
from dataclasses import dataclass

from flask import request

UNSAID = "csrf_token", "password"
OF_SECRETS = "account"
"""The blueprint whose forms are about passwords and codes."""


@dataclass(frozen=True)
class Kept:
    """A form as it was sent: to which path, and its fields in order."""

    to: str
    fields: tuple[tuple[str, str], ...]


def sent() -> Kept | None:
    """Return the form of this request, None where it cannot or must not be sent again.

    What another site made the browser send is not kept, nor anything that is secret. Files cannot
    be kept.
    """
    if request.blueprint == OF_SECRETS or request.files or not _is_ours():
        return None
    pairs = request.form.items(multi=True)
    fields = tuple((name, text) for name, text in pairs if _may_be_told(name))
    return Kept(request.path, fields) if fields else None


def written(kept: Kept | None) -> str:
    """Return the form as a text that a hidden field can hold; empty for none."""
    return json.dumps([kept.to, kept.fields], ensure_ascii=False) if kept else ""


def read(text: str) -> Kept | None:
    """Return the form that was written as `text`, None where it is none."""
    try:
        to, fields = json.loads(text)
        return Kept(str(to), tuple((str(name), str(each)) for name, each in fields))
    except (ValueError, TypeError):
        return None


def _may_be_told(name: str) -> bool:
    return not any(each in name for each in UNSAID)


def _is_ours() -> bool:
    """Tell whether the browser says that a page of this site sent the form."""
    own = request.host_url.rstrip("/")
    said = request.headers.get("Sec-Fetch-Site")
    return said == "same-origin" if said else request.origin == own
