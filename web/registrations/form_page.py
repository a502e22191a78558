"""The page with the form, in the language that was chosen on it."""

from flask import Response, make_response, render_template, request

from matchmaker.locales.catalogue import LANGUAGES
from matchmaker.messages import Message
from web import languages
from web.registrations.answers import Answers
from web.registrations.conflict import Conflict
from web.registrations.form import Errors
from web.registrations.options import Options


def form_page(
    offered: Options,
    answers: Answers,
    errors: Errors | None = None,
    notice: Message | None = None,
    conflict: Conflict | None = None,
    is_taken: bool = False,
) -> str:
    """Return the form with `answers` in it, and what there is to say about them.

    Where the address `is_taken`, the private link can be sent there again.
    """
    return render_template(
        "form.html",
        offered=offered,
        answers=answers,
        errors=errors or {},
        notice=notice,
        conflict=conflict,
        is_taken=is_taken,
    )


def switched() -> str | None:
    """Return the language that was pressed instead of sending the form, if one was."""
    chosen = request.form.get("switch")
    return chosen if chosen in LANGUAGES else None


def form_in(chosen: str, offered: Options) -> Response:
    """Return the form with everything that was typed, in the language `chosen`."""
    languages.use(chosen)
    response = make_response(form_page(offered, request.form))
    languages.remember(response, chosen)
    return response
