"""What the API takes and gives, besides the event, the timetable and the certificate."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from matchmaker.certificate import Certificate
from matchmaker.timetable import Timetable
from matchmaker.values import Count, Texts, Value
from web.store.runs import State

LONGEST = 3600
"""Seconds that one run may take at most."""


class FileProblem(Value):
    """One thing that is wrong in what was sent: where, what, and how to mend it."""

    severity: Literal["error", "warning"]
    code: str
    what: str
    remedy: str
    file: str = ""
    row: int | None = None
    column: str = ""


class Fault(Value):
    """Why a request was not done, as RFC 9457 has it; `errors` names each thing to mend."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: tuple[FileProblem, ...] = ()


class EventSummary(Value):
    """An event without its content; `revision` grows with each change."""

    key: str
    name: Texts
    revision: int
    updated_at: datetime
    is_open: bool


class EventList(Value):
    """The events that the token opens."""

    events: tuple[EventSummary, ...]


class FileMapping(Value):
    """What columns and sheets of files hold, where it is not understood by itself.

    `columns` has for each table the headers and the field that each holds, "" for none; `sheets`
    has for a sheet the table that it holds, "" to leave it out. A sheet is called like its file,
    or `file.xlsx: Sheet` where the file has several.
    """

    columns: dict[str, dict[str, str]] = Field(default_factory=dict)
    sheets: dict[str, str] = Field(default_factory=dict)


class ImportReport(Value):
    """What came of an import: with errors it changed nothing."""

    key: str
    accepted: bool
    files: tuple[str, ...]
    created_at: datetime
    problems: tuple[FileProblem, ...]


class RunOrder(Value):
    """How long the engine may work, from which random seed; `title` is for its reader."""

    seconds: Annotated[int, Field(ge=1, le=LONGEST)] = 10
    seed: Count = 0
    title: Annotated[str, Field(max_length=120)] = ""


class RunStatus(Value):
    """Where a run stands; `failure` says why it failed."""

    key: str
    title: str
    state: State
    stage: str
    value: float | None
    bound: float | None
    seconds: float
    limit_seconds: float
    seed: int
    attempt: int
    failure: str
    started_by: str
    created_at: datetime
    finished_at: datetime | None


class RunList(Value):
    """The last runs of an event, the newest first."""

    runs: tuple[RunStatus, ...]


class DocumentEntry(Value):
    """A printed file; `path` is its place in the folder of all."""

    id: int
    kind: str
    path: str
    size: int


class DocumentList(Value):
    """The documents of a run in the order in which they were printed."""

    documents: tuple[DocumentEntry, ...]


class Breach(Value):
    """One breach of one rule; `subjects` are the ids it is about."""

    rule: str
    subjects: tuple[str, ...]
    what: str


class CheckReport(Value):
    """Whether a timetable keeps every rule of the event as it stands, and what it is worth."""

    keeps_every_rule: bool
    breaches: tuple[Breach, ...]
    value: float | None
    wishes_met: int | None
    wishes_total: int | None
    idle_slots: int | None


class EditionEntry(Value):
    """A published version without its timetable."""

    number: int
    note: str
    published_by: str
    published_at: datetime


class VersionList(Value):
    """The published versions, the newest first."""

    versions: tuple[EditionEntry, ...]


class PublishedVersion(Value):
    """A published version, which never changes."""

    number: int
    note: str
    published_by: str
    published_at: datetime
    timetable: Timetable
    certificate: Certificate
