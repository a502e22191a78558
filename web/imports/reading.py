"""What a waiting upload makes of its event."""

from matchmaker.departures import without
from matchmaker.differences import Differences, differences
from matchmaker.event import Event
from matchmaker.people import Participant, Wish
from matchmaker.registrations.mapping import ColumnMapping
from matchmaker.registrations.records import Source
from matchmaker.registrations.takeover.material import Sent, sent
from matchmaker.registrations.takeover.outcome import Outcome, taken_over
from matchmaker.registrations.takeover.parts import Guide
from matchmaker.values import Value
from web.store.uploads import Upload


class Choices(Value):
    """What is to become of that of which the files say nothing, or something else."""

    remove_people: bool = False
    remove_wishes: bool = False
    programme_stays: bool = False


class Reading:
    """The outcome of an upload under some choices; `event` is None where there are errors."""

    def __init__(self, before: Event, upload: Upload, choices: Choices) -> None:
        self.choices = choices
        self.outcome: Outcome = taken_over(
            before, sources_of(upload), guide_of(upload), choices.programme_stays
        )
        self.event = _pruned(self.outcome, choices)
        self.differences = (
            Differences(()) if self.event is None else differences(before, self.event)
        )

    @property
    def missing_people(self) -> tuple[Participant, ...]:
        """Whom the event has and the files, which hold participants, have not."""
        return self.outcome.missing_people

    @property
    def missing_wishes(self) -> tuple[Wish, ...]:
        """What wishes the event has and the files, which hold wishes, have not."""
        return self.outcome.missing_wishes


def sent_by(upload: Upload) -> Sent:
    """Return the sheets and records of an upload."""
    return sent(sources_of(upload), guide_of(upload))


def guide_of(upload: Upload) -> Guide:
    """Return what the organiser said of the files."""
    columns = {table: dict(said) for table, said in upload.columns.items()}
    return Guide(ColumnMapping(columns=columns), upload.tables)


def sources_of(upload: Upload) -> list[Source]:
    """Return the files of an upload as they are read."""
    return [Source(each.name, each.content) for each in upload.files]


def _pruned(outcome: Outcome, choices: Choices) -> Event | None:
    event = outcome.event
    if event is not None and choices.remove_wishes and outcome.missing_wishes:
        gone = set(outcome.missing_wishes)
        left = tuple(each for each in event.wishes if each not in gone)
        event = event.model_copy(update={"wishes": left})
    if event is not None and choices.remove_people and outcome.missing_people:
        event = without(event, [each.id for each in outcome.missing_people])
    return event
