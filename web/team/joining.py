"""Following an invitation: with an account that one has, or with a new one."""

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from matchmaker.messages import Message, message
from web.access import Reader, everybody, logins, reader
from web.account.passwords import fault_of, hash_of_password
from web.audit import Action, note
from web.current import stored_of
from web.limits import limiter, login_limit
from web.rights import ROLES
from web.services import services
from web.store import accounts, invitations
from web.store.accounts import Account
from web.store.invitations import Invitation
from web.team.views import name_or_400

joining = Blueprint("joining", __name__, url_prefix="/invitation/<key>")

TAKEN = message("There is an account of that name. Log in first if it is yours, or choose another.")


class NameTakenError(Exception):
    """An account of that name exists."""


@joining.get("")
@everybody
def ask(key: str) -> ResponseReturnValue:
    """Show to what one is invited; looking uses nothing up."""
    with services().database.reading() as connection:
        return _page(connection, _invitation(connection, key))


@joining.post("")
@limiter.limit(login_limit)
@everybody
def join(key: str) -> ResponseReturnValue:
    """Make the account, give it the role, and log it in."""
    who, password = reader(), request.form.get("password", "")
    fault = None if who else fault_of(password)
    hashed = "" if who or fault else hash_of_password(password)
    try:
        with services().database.writing() as connection:
            invitation = _invitation(connection, key)
            if fault:
                return _page(connection, invitation, {"password": fault}), 422
            account = who.account if who else _made(connection, hashed)
            _join(connection, invitation, account)
    except NameTakenError:
        with services().database.reading() as connection:
            return _page(connection, _invitation(connection, key), {"name": TAKEN}), 409
    if who is None:
        logins().open(account)
    return redirect(url_for("overview.show"), 303)


def _join(connection: Connection, invitation: Invitation, account: Account) -> None:
    if not invitations.use(connection, invitation):
        abort(404)
    stored_of(connection, invitation.event_id)
    accounts.give_role(connection, invitation.event_id, account.id, invitation.role)
    g.reader = Reader(account, invitation.role)
    note(connection, Action.JOINED, account.name, role=invitation.role)


def _made(connection: Connection, hashed: str) -> Account:
    try:
        with connection.begin_nested():
            account_id = accounts.add(connection, name_or_400(), hashed)
    except IntegrityError as error:
        raise NameTakenError from error
    return accounts.by_id(connection, account_id) or abort(404)


def _invitation(connection: Connection, key: str) -> Invitation:
    return invitations.find(connection, key) or abort(404)


def _page(
    connection: Connection, invitation: Invitation, errors: dict[str, Message] | None = None
) -> str:
    stored = stored_of(connection, invitation.event_id)
    who = reader()
    return render_template(
        "invitation.html",
        event=stored.event,
        role=ROLES[invitation.role],
        own=who.account if who else None,
        name=request.form.get("name", invitation.name),
        errors=errors or {},
    )
