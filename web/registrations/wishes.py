"""The page on which one looks for people, and puts them into an order of wishes."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from web.access import everybody
from web.audit import Action, note
from web.limits import limiter, wish_limit
from web.paging import page_of
from web.registration import Registration, vetoed, wished
from web.registrations.catalogue import CARDS_A_PAGE, Catalogue, filters_of
from web.registrations.consents import Consents
from web.registrations.handles import Keys, handles
from web.registrations.mine import mine_or_404, plainly_mine
from web.registrations.opening import refuse_if_closed
from web.registrations.options import Options, options
from web.registrations.ranking import (
    Who,
    place_of,
    ranked,
    refused,
    withdrawn,
)
from web.registrations.shelves import shelves
from web.services import services
from web.store import registrations as store

wishes = Blueprint("wishes", __name__, url_prefix="/registration/<link>/wishes")

LAST = 10**6
"""A place after every other."""


@wishes.get("")
@everybody
def show(link: str) -> ResponseReturnValue:
    """Show the wishes in their order, and whom one can still wish for."""
    with services().database.reading() as connection:
        now, mine = mine_or_404(connection, link)
    filters = filters_of(request.args)
    key_of = handles(now.stored.id)
    consents = Consents(now.registrations, files_listed=now.stored.files_listed)
    catalogue = Catalogue(now.merged.event, consents, mine.registration.participant, key_of)
    found = page_of(catalogue.found(filters), filters.page, CARDS_A_PAGE)
    return render_template(
        "wishes.html",
        link=link,
        own=mine.registration,
        is_open=now.stored.is_open,
        offered=options(now, mine.registration),
        catalogue=catalogue,
        filters=filters,
        found=found,
        shelves=shelves(found.shown, filters),
        keys=[each.key for each in found.shown],
        states=_states(mine.registration, key_of),
        wished=[key_of(each.kind, each.id) for each in wished(mine.registration)],
        vetoed=[key_of(each.kind, each.id) for each in vetoed(mine.registration)],
        at=_key_or_nothing(request.args.get("at", "")),
        pressed=request.args.get("pressed", ""),
    )


@wishes.post("")
@limiter.limit(wish_limit)
@everybody
def change(link: str) -> ResponseReturnValue:
    """Do what was pressed beside a person, and show the page as it was."""
    with services().database.reading() as connection:
        now, mine = mine_or_404(connection, link)
    refuse_if_closed(now.stored, link)
    offered = options(now, mine.registration)
    who = _who(offered, mine.registration) or abort(400)
    # What was read above may have changed since: the order is changed as it stands now.
    with services().database.writing() as connection:
        _, latest = plainly_mine(connection, link)
        store.keep(connection, latest, _changed(latest.registration, who))
        note(connection, Action.WISHES_CHANGED, ":".join(who), act=request.form.get("act"))
    return redirect(_address_after(link, offered.directory.key_of(*who)), 303)


def _address_after(link: str, key: str) -> str:
    done = {"at": key, "pressed": request.form.get("act", "")}
    values: dict[str, Any] = {"link": link, **filters_of(request.args).query(), **done}
    return url_for(".show", **values)


def _changed(own: Registration, who: Who) -> Registration:
    act, place = request.form.get("act"), place_of(own, who)
    if act == "wish":
        return ranked(own, who, place or LAST)
    if act == "never":
        return refused(own, who)
    if act == "withdraw":
        return withdrawn(own, who)
    if place is None:
        return own
    return ranked(own, who, _target(act, place))


def _target(act: str | None, place: int) -> int:
    steps = {"up": place - 1, "down": place + 1}
    if act in steps:
        return steps[act]
    return request.form.get("place", place, type=int) if act == "move" else abort(400)


def _who(offered: Options, own: Registration) -> Who | None:
    """Return whom the form is about: somebody of the list, or chosen before and gone from it."""
    key, key_of = request.form.get("who", ""), offered.directory.key_of
    chosen = {key_of(each.kind, each.id): (each.kind, each.id) for each in own.choices}
    entry = offered.directory.by_key(key)
    return (entry.kind, entry.id) if entry else chosen.get(key)


def _states(own: Registration, key_of: Keys) -> dict[str, int | str]:
    """Return the rank of each choice, or “never”, by its key."""
    ranks: dict[str, int | str] = {
        key_of(each.kind, each.id): number for number, each in enumerate(wished(own), 1)
    }
    return ranks | {key_of(each.kind, each.id): "never" for each in vetoed(own)}


def _key_or_nothing(text: str) -> str:
    """Return `text` if it could be a key: words of a stranger's address are not shown."""
    return text if text.startswith(("participant:", "organisation:")) else ""
