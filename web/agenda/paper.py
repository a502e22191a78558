"""The agenda of one participant as it is printed, with a code that leads to the page."""

from functools import lru_cache
from pathlib import Path

from matchmaker.documents.agenda_pages import Finish
from matchmaker.documents.agendas import agenda
from matchmaker.documents.branding import PLAIN, Branding
from matchmaker.documents.branding_folder import read_branding
from matchmaker.documents.readable_names import with_readable_names
from web.services import services
from web.store.versions import Version


def paper(version: Version, participant: str, language: str, address: str | None) -> bytes:
    """Return the PDF of one agenda of `version`; its code leads to `address`, if there is one."""
    event = with_readable_names(version.content.event)
    links = {participant: address} if address else {}
    finish = Finish(branding=_branding(services().settings.look_folder), links=links)
    return agenda(event, version.content.timetable, participant, language, finish)


@lru_cache(1)
def _branding(folder: str) -> Branding:
    return read_branding(Path(folder)) if folder else PLAIN
