"""Addresses of the files that pages load, which change with the files."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, url_for

STATIC = Path(__file__).parent / "static"


def asset(name: str) -> str:
    """Return the address of a static file; browsers may keep what it gives."""
    return url_for("static", filename=name, v=_mark(name))


@cache
def _mark(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]


def install(app: Flask) -> None:
    """Let the templates of `app` ask for addresses."""
    app.jinja_env.globals["asset"] = asset
