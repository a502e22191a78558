"""From the organisers' files to an Event, or to every problem that stands in its way."""

from dataclasses import dataclass
from pathlib import Path

from matchmaker.errors import Problem
from matchmaker.event import Event
from matchmaker.registrations.assembly import assembled
from matchmaker.registrations.clocks import with_times
from matchmaker.registrations.contract import TABLES
from matchmaker.registrations.doctor.checkup import CONTRADICTIONS, examined
from matchmaker.registrations.drafts import Draft, Step
from matchmaker.registrations.findings import Finding, has_errors
from matchmaker.registrations.json_files import read_json
from matchmaker.registrations.locks import with_locks
from matchmaker.registrations.mapping import NO_MAPPING, ColumnMapping
from matchmaker.registrations.organisations import with_organisations
from matchmaker.registrations.parsing import parsed
from matchmaker.registrations.places import with_places
from matchmaker.registrations.records import Material, Source
from matchmaker.registrations.references import with_references
from matchmaker.registrations.report import problems
from matchmaker.registrations.sources import SETTINGS_FILE, loaded_alone, read_folder
from matchmaker.registrations.wishes import with_wishes
from matchmaker.registrations.workbooks import read_workbook
from matchmaker.rules.contradictions import contradictions

STEPS = (with_times, with_places, with_references, with_organisations, with_wishes, with_locks)


@dataclass(frozen=True)
class Registrations:
    """What reading gives: the event, and every problem by file, row and column.

    `event` is None exactly when a problem is an error.
    """

    event: Event | None
    problems: tuple[Problem, ...]


def read_event(source: Path, mapping: ColumnMapping = NO_MAPPING) -> Registrations:
    """Return the event in a folder, an XLSX workbook or a JSON file, with all its problems.

    The path of an event.toml stands for its folder.
    """
    folder = source.parent if source.name == SETTINGS_FILE else source
    if folder.is_dir():
        return registered(read_folder(folder, mapping))
    file = loaded_alone(source)
    if isinstance(file, Finding):
        return registered(Material((), (file,), frozenset(TABLES)))
    if file.suffix == ".json":
        return registered_json(file)
    return registered(read_workbook(file, mapping))


def drafted(material: Material) -> Step:
    """Return the draft of `material`, and everything found in it and on the way."""
    draft, findings = parsed(material)
    return resolved(draft, (*material.findings, *findings))


def resolved(draft: Draft, findings: tuple[Finding, ...]) -> Step:
    """Return the draft with all it refers to looked up, and what is found besides `findings`."""
    for step in STEPS:
        draft, more = step(draft)
        findings += more
    return draft, (*findings, *examined(draft))


def registered(material: Material) -> Registrations:
    """Return the event that `material` makes, with all its problems."""
    draft, findings = drafted(material)
    event: Event | None = None
    if not has_errors(findings):
        event, more = assembled(draft)
        findings += more
    return Registrations(event, problems(findings))


def registered_json(file: Source) -> Registrations:
    """Return the event in a JSON file: what reads JSON everywhere reads it, the doctor warns.

    What the doctor calls an error there was accepted already, contradictions apart.
    """
    event, material = read_json(file)
    if event is None:
        return Registrations(None, problems(material.findings))
    opposed = CONTRADICTIONS if contradictions(event) else frozenset[str]()
    findings = drafted(material)[1]
    told = [each for each in findings if each.code in opposed or not has_errors([each])]
    return Registrations(None if has_errors(told) else event, problems(told))
