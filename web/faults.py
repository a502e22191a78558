"""Pages for what goes wrong, in the reader's language."""

import logging

from flask import Flask, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from matchmaker.messages import Message, message
from web import access, kept
from web.api import problems
from web.links import DeadLink

LOG = logging.getLogger(__name__)

TITLES: dict[int, Message] = {
    400: message("This request could not be understood"),
    404: message("There is nothing here"),
    405: message("There is nothing here"),
    413: message("That is too much at once"),
    429: message("Too many tries"),
    500: message("Something went wrong on our side"),
}
ADVICE: dict[int, Message] = {
    400: message("Go back, load the page anew and try again."),
    404: message("The address may be mistyped, or the link may have been replaced by a newer one."),
    405: message("The address may be mistyped, or the link may have been replaced by a newer one."),
    413: message("The files or answers sent are larger than allowed. Send less."),
    429: message("Wait a minute, then try again."),
    500: message("Nothing of yours was lost. Try again; if it happens again, tell the organisers."),
}


def page(code: int) -> ResponseReturnValue:
    """Return the page for `code`."""
    shown = code if code in TITLES else 400
    body = render_template("fault.html", title=TITLES[shown], advice=ADVICE[shown])
    return body, 404 if code == 405 else code


def _dead(_: DeadLink) -> ResponseReturnValue:
    advice = message(
        "This link is mistyped, has expired, or was replaced by a newer one. Ask the organisers of "
        "the day for a new link."
    )
    title = message("This link opens nothing")
    return render_template("fault.html", title=title, advice=advice), 404


def _http(error: HTTPException) -> ResponseReturnValue:
    if isinstance(error, SecurityError):
        # A foreign host name: no address of ours can be made for this request, so no page either.
        return "400", 400, {"Content-Type": "text/plain"}
    if problems.is_wanted() and error.code is not None and error.code >= 400:
        return problems.of_http(error)
    if error.code is not None and error.code >= 400:
        return page(error.code)
    return error.get_response()


def _csrf(_: CSRFError) -> ResponseReturnValue:
    held = kept.sent() if access.is_inside() else None
    if held is not None:
        return render_template("kept.html", kept=held, after=access.came_from()), 400
    advice = message("Your page was open for too long, or cookies are switched off. Try again.")
    return render_template("fault.html", title=TITLES[400], advice=advice), 400


def _crash(error: Exception) -> ResponseReturnValue:
    LOG.exception("a page failed", exc_info=error)
    if problems.is_wanted():
        return problems.problem(500)
    return page(500)


def install(app: Flask) -> None:
    """Show these pages in `app`."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(DeadLink, _dead)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(Exception, _crash)
