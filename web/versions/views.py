"""Publishing a timetable, the history of what was published, and mails about it."""

from collections import Counter

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.cancelled import cancelled
from matchmaker.event import Event
from web import here
from web.access import permitted
from web.agenda.published import published
from web.audit import Action, actor, note
from web.current import current_or_404, of_event, stored_or_404
from web.languages import local_text
from web.rights import Right
from web.services import services
from web.store import notices, runs
from web.store import versions as store
from web.store.versions import Version
from web.versions.candidate import Candidate, candidate
from web.versions.review import Review, all_notices, needed, review
from web.versions.rows import difference
from web.versions.telling import tell

versions = Blueprint("versions", __name__, url_prefix="/organiser/events/<event>/versions")

LONGEST_NOTE = 500


@versions.get("")
@permitted(Right.SEE)
def history() -> ResponseReturnValue:
    """List what was published, the newest first."""
    return _history()


@versions.get("/review")
@permitted(Right.PLAN)
def look() -> ResponseReturnValue:
    """Show what publishing would change, and whom it concerns; where nothing is named, the list."""
    if not request.args:
        return _history()
    with services().database.reading() as connection:
        now = current_or_404(connection)
        wanted = candidate(connection, now.stored.id, request.args) or abort(404)
        seen = review(connection, now.stored.id, wanted.content, now.merged.event)
    return _page(wanted, seen)


@versions.post("")
@permitted(Right.PLAN)
def publish() -> ResponseReturnValue:
    """Publish, and write to those whom it concerns if this was asked for."""
    with services().database.writing() as connection:
        now = current_or_404(connection)
        wanted = candidate(connection, now.stored.id, request.form) or abort(404)
        seen = review(connection, now.stored.id, wanted.content, now.merged.event)
        refusal = _refusal(seen)
        if refusal is None:
            number = _published(connection, wanted)
    if refusal is not None:
        return _page(wanted, seen, is_stale=refusal == 409), refusal
    return redirect(url_for(".show", number=number), 303)


@versions.get("/<int:number>")
@permitted(Right.SEE)
def show(number: int) -> ResponseReturnValue:
    """Show a version: who published it and why, what it changed, its papers and mails."""
    with services().database.reading() as connection:
        editions = store.history(connection, here.event_id())
        found = store.several(connection, here.event_id(), [number, number - 1])
        version, earlier = found.get(number) or abort(404), found.get(number - 1)
        run_id = version.edition.run_id
        run = runs.by_id(connection, here.event_id(), run_id) if run_id else None
        told = notices.told(connection, here.event_id())
        whole = published(str(connection.engine.url), version)
        present = of_event(connection, here.event_id()).merged.event
        untold = needed(all_notices(connection, whole, present, told))
    is_latest = number == editions[0].number
    return render_template(
        "version.html",
        version=version,
        event=version.content.event,
        editions=editions,
        is_latest=is_latest,
        difference=difference(earlier.content, version.content, local_text) if earlier else None,
        run=run,
        mails=Counter(m.state for every in told.values() for m in every if m.number == number),
        untold=[each for each in untold if each.reader.participant.email] if is_latest else [],
        unreached=_unreached(version, present) if is_latest else [],
    )


@versions.post("/<int:number>/mails")
@permitted(Right.PLAN)
def write(number: int) -> ResponseReturnValue:
    """Write to those who do not know yet what the version, the last one, says."""
    with services().database.writing() as connection:
        version = _version(connection, number)
        latest = store.latest(connection, version.edition.event_id)
        if latest is None or latest.edition.number != number:
            abort(404)
        count = tell(connection, version)
        note(connection, Action.PROGRAMME_TOLD, str(number), mails=count)
    return redirect(url_for(".show", number=number), 303)


@versions.get("/compare")
@permitted(Right.SEE)
def compare() -> ResponseReturnValue:
    """Show what differs between two versions; where none are named, the list."""
    if not request.args:
        return _history()
    numbers = [request.args.get(name, 0, type=int) for name in ("before", "after")]
    with services().database.reading() as connection:
        stored = stored_or_404(connection)
        editions = store.history(connection, stored.id)
        found = store.several(connection, stored.id, numbers)
    before, after = (found.get(each) or abort(404) for each in numbers)
    return render_template(
        "versions_compared.html",
        editions=editions,
        before=before,
        after=after,
        difference=difference(before.content, after.content, local_text),
    )


def _history() -> str:
    with services().database.reading() as connection:
        stored = stored_or_404(connection)
        editions = store.history(connection, stored.id)
        mails = notices.counted(connection, stored.id)
    return render_template("versions.html", stored=stored, editions=editions, mails=mails)


def _unreached(version: Version, present: Event) -> list[str]:
    """Return the names of those of the event of whom no address is known in `version`."""
    people = version.content.event.participants
    known = present.participant_by_id
    return [each.name for each in people if not each.email and each.id in known]


def _version(connection: Connection, number: int) -> Version:
    return store.find(connection, here.event_id(), number) or abort(404)


def _refusal(seen: Review) -> int | None:
    """Return with which code publishing is refused, None where nothing is against it."""
    latest = 0 if seen.latest is None else seen.latest.edition.number
    if request.form.get("seen", -1, type=int) != latest:
        return 409
    accepted = request.form.get("accepted") == "yes"
    return None if seen.verdict.permits(accepted) else 422


def _published(connection: Connection, wanted: Candidate) -> int:
    event_id = here.event_id()
    said = request.form.get("note", "").strip()[:LONGEST_NOTE]
    number = store.publish(
        connection,
        event_id,
        wanted.content,
        run_id=wanted.run_id,
        note=said,
        published_by=actor(),
    )
    version = _version(connection, number)
    written = tell(connection, version) if request.form.get("mails") == "yes" else 0
    note(connection, Action.PROGRAMME_PUBLISHED, str(number), note=said, mails=written)
    return number


def _page(wanted: Candidate, seen: Review, is_stale: bool = False) -> str:
    return render_template(
        "review.html",
        wanted=wanted,
        event=wanted.content.event,
        certificate=wanted.content.certificate,
        review=seen,
        cancelled=cancelled(wanted.content.event, wanted.content.timetable),
        is_stale=is_stale,
        typed=request.form if request.method == "POST" else {},
    )
