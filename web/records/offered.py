"""What forms offer to organisers, who see everybody."""

from dataclasses import replace

from web.current import Current
from web.records.record import Record
from web.registrations.directory import Directory
from web.registrations.options import Options, options


def offered(now: Current, record: Record | None = None) -> Options:
    """Return what can be chosen for the person of `record`, or for somebody new."""
    event = now.merged.event
    directory = Directory(event, [record.id] if record else [])
    return replace(
        options(now, record.said if record else None),
        directory=directory,
        organisations=[each.label for each in directory.organisations],
        clusters=sorted({each.cluster for each in event.participants} - {""}),
        wish_names=[],
        veto_names=[],
    )
