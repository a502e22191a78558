"""The team of an event: who may do what, and invitations."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from web import here
from web.access import permitted, reader_or_404
from web.audit import Action, note
from web.current import stored_or_404
from web.rights import ROLES, Right, Role
from web.services import services
from web.store import accounts, invitations, tokens
from web.store.accounts import Member
from web.store.invitations import Guest
from web.store.keys import new_link

team = Blueprint("team", __name__, url_prefix="/organiser/events/<event>/team")

LONGEST_NAME = 120
TOKEN_DAYS = (7, 30, 90, 365)


@team.get("")
@permitted(Right.MANAGE)
def show() -> ResponseReturnValue:
    """Show the members with their roles, the open invitations and the tokens."""
    with services().database.reading() as connection:
        stored = stored_or_404(connection)
        members = accounts.members(connection, stored.id)
        invited = invitations.open_of(connection, stored.id)
        made = tokens.of_event(connection, stored.id)
    return render_template(
        "team.html",
        event=stored.event,
        members=members,
        invited=invited,
        tokens=made,
        roles=ROLES,
        token_days=TOKEN_DAYS,
        own_id=reader_or_404().account.id,
    )


@team.post("/members/<int:account_id>")
@permitted(Right.MANAGE)
def change(account_id: int) -> ResponseReturnValue:
    """Give somebody else of the team another role."""
    role = role_or_400()
    with services().database.writing() as connection:
        member = _other(connection, account_id)
        accounts.give_role(connection, here.event_id(), account_id, role)
        note(connection, Action.ROLE_GIVEN, member.name, role=role)
    return redirect(url_for(".show"), 303)


@team.post("/members/<int:account_id>/remove")
@permitted(Right.MANAGE)
def remove(account_id: int) -> ResponseReturnValue:
    """Take somebody else out of the team."""
    with services().database.writing() as connection:
        member = _other(connection, account_id)
        accounts.take_role(connection, here.event_id(), account_id)
        note(connection, Action.ROLE_TAKEN, member.name)
    return redirect(url_for(".show"), 303)


@team.post("/invitations")
@permitted(Right.MANAGE)
def invite() -> ResponseReturnValue:
    """Make an invitation and show its link, this once."""
    name, role, key = name_or_400(), role_or_400(), new_link()
    with services().database.writing() as connection:
        stored = stored_or_404(connection)
        guest = Guest(name, role, reader_or_404().account.id)
        invitations.add(connection, stored.id, guest, key)
        note(connection, Action.INVITED, name, role=role)
    address = url_for("joining.ask", key=key, _external=True)
    return render_template("invited.html", guest=guest, address=address, roles=ROLES)


@team.post("/invitations/<int:invitation_id>/take-back")
@permitted(Right.MANAGE)
def take_back(invitation_id: int) -> ResponseReturnValue:
    """Let an invitation open nothing any more."""
    with services().database.writing() as connection:
        invitations.take_back(connection, here.event_id(), invitation_id)
        note(connection, Action.INVITATION_TAKEN_BACK)
    return redirect(url_for(".show"), 303)


def role_or_400() -> Role:
    """Return the role chosen in the form."""
    chosen = request.form.get("role", "")
    return Role(chosen) if chosen in list(Role) else abort(400)


def name_or_400() -> str:
    """Return the name typed into the form."""
    name = " ".join(request.form.get("name", "").split())
    return name if 0 < len(name) <= LONGEST_NAME and name.isprintable() else abort(400)


def _other(connection: Connection, account_id: int) -> Member:
    """Return that member; nobody changes their own role, so that an event keeps an owner."""
    found = accounts.members(connection, here.event_id())
    others = (each for each in found if each.account_id != reader_or_404().account.id)
    return next((each for each in others if each.account_id == account_id), None) or abort(404)
