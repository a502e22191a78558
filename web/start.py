"""The first page, and the choice of language."""

from flask import Blueprint, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from matchmaker.locales.catalogue import LANGUAGES
from web import languages
from web.access import everybody
from web.faults import page
from web.services import services

start = Blueprint("start", __name__)


@start.get("/")
@everybody
def home() -> ResponseReturnValue:
    """Show what the event is and the way to the form."""
    with services().database.reading() as connection:
        stored = services().events.current(connection)
    return render_template("home.html", event=stored.event if stored else None)


@start.get("/language/<code>")
@everybody
def switch(code: str) -> ResponseReturnValue:
    """Show the page that the reader was on in another language from now on."""
    if code not in LANGUAGES:
        return page(404)
    response = make_response(redirect(_local(request.args.get("next", "/")), 303))
    languages.remember(response, code)
    return response


def _local(path: str) -> str:
    is_ours = path.startswith("/") and "//" not in path and "\\" not in path
    return path if is_ours and path.isprintable() else "/"
