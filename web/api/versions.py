"""Published versions of the timetable."""

from flask import abort

from web import here
from web.api.documents import LARGEST_ID
from web.api.operations import operation
from web.api.values import EditionEntry, PublishedVersion, VersionList
from web.rights import Right
from web.services import services
from web.store import versions
from web.store.versions import Edition

VERSIONS = "/events/<event>/versions"


@operation("GET", VERSIONS, Right.SEE, VersionList, faults=(404,))
def list_versions() -> VersionList:
    """List what was published, the newest first."""
    with services().database.reading() as connection:
        found = versions.history(connection, here.event_id())
    return VersionList(versions=tuple(EditionEntry(**_told(each)) for each in found))


@operation(
    "GET",
    f"{VERSIONS}/<int(min=1,max={LARGEST_ID}):number>",
    Right.SEE,
    PublishedVersion,
    faults=(404,),
)
def get_version(number: int) -> PublishedVersion:
    """Give a published timetable with its certificate."""
    with services().database.reading() as connection:
        found = versions.find(connection, here.event_id(), number) or abort(404)
    content = found.content
    return PublishedVersion(
        **_told(found.edition), timetable=content.timetable, certificate=content.certificate
    )


def _told(edition: Edition) -> dict[str, object]:
    return {name: getattr(edition, name) for name in EditionEntry.model_fields}
