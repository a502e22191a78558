"""The page of one's own account."""

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from matchmaker.messages import Message, message
from web.access import logins, member, reader_or_404
from web.account import codes
from web.account.passwords import fault_of, hash_of_password, is_password
from web.audit import Action, note
from web.limits import limiter, login_limit
from web.services import services
from web.store import accounts

account = Blueprint("account", __name__, url_prefix="/organiser/account")

ENROLLING = "enrolling"
WRONG = message("That is not your present password.")
WRONG_CODE = message("That is not the code shown now. Wait for the next one, then try again.")


@account.get("")
@member
def show() -> ResponseReturnValue:
    """Show what the account is and how it is kept safe."""
    return _page()


@account.post("/password")
@limiter.limit(login_limit)
@member
def change_password() -> ResponseReturnValue:
    """Change the password; every login made with the one before ends."""
    own, new = reader_or_404().account, request.form.get("new", "")
    right = is_password(request.form.get("present", ""), own.password_hash)
    errors = {"present": None if right else WRONG, "new": fault_of(new)}
    if any(errors.values()) or _is_of_settings():
        return _page(errors), 422
    _change(password_hash=hash_of_password(new))
    return redirect(url_for(".show", done=1), 303)


@account.post("/code/new")
@member
def begin_code() -> ResponseReturnValue:
    """Make a secret for the telephone; it counts once a code of it was typed."""
    session[ENROLLING] = codes.new_secret()
    return redirect(url_for(".enrol"), 303)


@account.get("/code")
@member
def enrol() -> ResponseReturnValue:
    """Show the secret as a picture for the camera, and ask for a code."""
    return _enrolment() if ENROLLING in session else redirect(url_for(".show"), 303)


@account.post("/code")
@limiter.limit(login_limit)
@member
def finish_code() -> ResponseReturnValue:
    """Ask for a code at every login from now on."""
    secret = session.get(ENROLLING, "")
    step = codes.step_of(secret, request.form.get("code", "")) if secret else None
    if step is None:
        return (_enrolment(WRONG_CODE), 422) if secret else redirect(url_for(".show"), 303)
    _change(totp_secret=secret, totp_step=step)
    return redirect(url_for(".show", done=1), 303)


@account.post("/code/off")
@limiter.limit(login_limit)
@member
def end_code() -> ResponseReturnValue:
    """Ask for no code any more; the password is asked for instead."""
    own = reader_or_404().account
    if not is_password(request.form.get("password", ""), own.password_hash):
        return _page({"password": WRONG}), 422
    _change(totp_secret=None, totp_step=0)
    return redirect(url_for(".show", done=1), 303)


def _change(**values: object) -> None:
    """Change the account, and log its owner in anew, since all logins before end."""
    own = reader_or_404().account
    with services().database.writing() as connection:
        accounts.change(connection, own.id, **values)
        note(connection, Action.ACCOUNT_CHANGED, own.name, what=sorted(values))
        changed = accounts.by_id(connection, own.id)
    if changed is not None:
        logins().open(changed)


def _is_of_settings() -> bool:
    own, settings = reader_or_404().account, services().settings
    return accounts.name_key(own.name) == accounts.name_key(settings.organiser_name)


def _page(errors: dict[str, Message | None] | None = None) -> str:
    return render_template(
        "account.html",
        own=reader_or_404().account,
        errors={name: each for name, each in (errors or {}).items() if each},
        is_of_settings=_is_of_settings(),
        done="done" in request.args,
    )


def _enrolment(error: Message | None = None) -> str:
    secret = session[ENROLLING]
    drawing = Markup(codes.picture(secret, reader_or_404().account.name))  # noqa: S704 -- segno's own
    return render_template("account_code.html", secret=secret, drawing=drawing, error=error)
