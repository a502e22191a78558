"""Printing all documents of a commission, as the command line does."""

import os
from collections.abc import Iterator
from pathlib import Path

from matchmaker.documents.branding import PLAIN, Branding
from matchmaker.documents.branding_folder import read_branding
from matchmaker.documents.folder import DOCUMENTS, Order, file_names, ordered
from matchmaker.documents.forms import forms_of
from matchmaker.formats import to_json
from matchmaker.reasons import listing
from matchmaker.reasons.listing import diagnoses
from web.jobs.commissions import Commission
from web.store.results import DATA, REASONS

LOOK_FOLDER = "MATCHMAKER_LOOK_FOLDER"


def printed(commission: Commission) -> Iterator[tuple[str, str, bytes]]:
    """Yield kind, path and bytes of every document."""
    order = _order(commission)
    for kind in DOCUMENTS:
        for path, content in ordered(order, [kind]):
            yield kind, path, content
    yield DATA, "event.json", to_json(commission.event).encode()
    yield DATA, "timetable.json", to_json(commission.timetable).encode()
    yield DATA, "certificate.json", to_json(commission.certificate).encode()
    reasons = diagnoses(commission.event, commission.timetable)
    yield DATA, REASONS, listing.to_json(reasons).encode()


def _order(commission: Commission) -> Order:
    return Order(
        commission.event,
        commission.timetable,
        commission.certificate,
        branding=_branding(),
        earlier=_earlier(commission),
        forms=forms_of(commission.forms),
        links=commission.links,
    )


def _branding() -> Branding:
    folder = os.environ.get(LOOK_FOLDER)
    return read_branding(Path(folder)) if folder else PLAIN


def _earlier(commission: Commission) -> dict[str, bytes]:
    names = file_names(each.id for each in commission.event.participants)
    paths = {each: DOCUMENTS["calendars"].file.format(name) for each, name in names.items()}
    sent = commission.calendars
    return {each: sent[path] for each, path in paths.items() if path in sent}
