"""What files make where there is no event yet, or where it is to be another altogether."""

from collections.abc import Iterable, Sequence

from matchmaker.messages import message
from matchmaker.registrations.findings import Finding, Place, error
from matchmaker.registrations.reader import Registrations, registered, registered_json
from matchmaker.registrations.records import Material, Source
from matchmaker.registrations.takeover.material import Sent, sent
from matchmaker.registrations.takeover.outcome import Outcome
from matchmaker.registrations.takeover.parts import Guide


def begun(sources: Iterable[Source], guide: Guide, needs_people: bool = False) -> Outcome:
    """Return the event in `sources`, whatever they are called.

    With `needs_people`, it is an error that no file holds participants.
    """
    files = list(sources)
    received = sent(files, guide)
    made = _registered(files, received, needs_people)
    return Outcome(made.problems, made.event, received)


def _registered(files: Sequence[Source], received: Sent, needs_people: bool) -> Registrations:
    if [each.suffix for each in files] == [".json"]:
        return registered_json(files[0])
    lacking = needs_people and "participants" not in received.tables
    absent = Material((), (_nobody(),), frozenset({"participants"})) if lacking else Material()
    return registered(received.material + absent)


def _nobody() -> Finding:
    what = message("None of the files holds participants.")
    remedy = message("Send their list, too, or say which sheet holds it.")
    return error(Place(""), "missing-file", what, remedy)
