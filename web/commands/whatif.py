"""`matchmaker whatif`: what more or fewer tables, interpreters and slots would bring."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matchmaker.event import Event
from matchmaker.messages import Message
from matchmaker.prospects import Amounts, Prospect, Survey, cases, tightened
from web.commands import output_folder
from web.commands.console import BAD_INPUT, Console
from web.commands.events import event_at, expect_writable
from web.commands.interruption import interruptible
from web.commands.options import AsJson, EventPath, Seed, Spoken
from web.commands.progress import counted
from web.commands.ranges import Reading, Wanted
from web.commands.survey_table import losses, name_of, show_survey

if TYPE_CHECKING:
    from matchmaker.documents.drawing import Drawing
    from solver.result import Limits

INTERRUPTED = 130
"""The exit code of what Ctrl-C has ended, as shells know it."""
RANGE = "FROM..TO[:STEP]"


def whatif(
    event: EventPath,
    language: Spoken,
    tables: Annotated[
        str | None, typer.Option(help="How many tables, such as 14..24.", metavar=RANGE)
    ] = None,
    interpreters: Annotated[
        list[str] | None,
        typer.Option(help="How many for a pair, such as fr-nl:0..4.", metavar=f"PAIR:{RANGE}"),
    ] = None,
    slots: Annotated[
        str | None, typer.Option(help="How many slots, such as 8..12.", metavar=RANGE)
    ] = None,
    time_limit: Annotated[
        float, typer.Option("--time-limit", min=0.1, help="Seconds for each case.")
    ] = 5.0,
    seed: Seed = 0,
    out: Annotated[Path, typer.Option(help="Folder for the charts.")] = Path("whatif"),
    as_json: AsJson = False,
) -> None:
    """Show what more or fewer tables, interpreters and slots would bring."""
    from solver.result import Limits  # noqa: PLC0415 - loads OR-Tools

    console = Console(language, as_json)
    content = event_at(console, event)
    wanted = _wanted(console, Reading(content, tables, slots, interpreters or []))
    expect_writable(console, out)
    study = _Study(console, content, wanted, Limits(time_limit, seed))
    survey = study.survey()
    files = list(_charts(console, content, survey, out)) if survey.has_series else []
    console.answer(_plain(console, content, survey, study) | {"files": files})
    if survey.has_series:
        show_survey(console, content, survey)
    study.say_what_is_lacking()
    for name in files:
        console.say("Written to {folder}.", folder=out / name)
    if study.is_interrupted:
        raise typer.Exit(INTERRUPTED)


def _wanted(console: Console, reading: Reading) -> list[Wanted]:
    """Return what is to be varied; with faults in the options, name them all and leave."""
    for each in reading.faults:
        typer.secho(console.sentence("cli", each), err=True, fg=typer.colors.RED)
    if reading.faults:
        raise typer.Exit(BAD_INPUT)
    return reading.wanted


class _Study:
    """The cases of a survey, and which of them became known."""

    def __init__(
        self, console: Console, event: Event, wanted: list[Wanted], limits: "Limits"
    ) -> None:
        from solver.whatif import now  # noqa: PLC0415 - loads OR-Tools

        self._console, self._event, self._limits = console, event, limits
        self._resources = tuple(each.resource for each in wanted)
        self._now = now(event, self._resources)
        self._cases = cases(self._now, [each.numbers for each in wanted])
        self._done = 0
        self.impossible: dict[Amounts, Message] = {}

    @property
    def is_interrupted(self) -> bool:
        """Whether not all cases were looked at."""
        return self._done < len(self._cases)

    def survey(self) -> Survey:
        """Return what is known once all cases are solved, or Ctrl-C is pressed."""
        with interruptible() as is_cancelled:
            prospects = tuple(self._prospects(is_cancelled))
        total = sum(not each.is_veto for each in self._event.wishes)
        return tightened(Survey(self._resources, self._now, total, prospects))

    def _prospects(self, is_cancelled: Callable[[], bool]) -> Iterator[Prospect]:
        from solver.whatif import explore  # noqa: PLC0415 - loads OR-Tools

        found = explore(self._event, self._resources, self._cases, self._limits, is_cancelled)
        title = self._console.text("cases")
        for amounts, prospect in counted(self._console, found, title, len(self._cases)):
            self._done += 1
            self._tell(amounts, prospect)
            if isinstance(prospect, Message):
                self.impossible[amounts] = prospect
            else:
                yield prospect

    def _tell(self, amounts: Amounts, prospect: Prospect | Message) -> None:
        """Write a plain line for a case that became known, where no bar shows it."""
        if self._console.is_lively or self._console.as_json or isinstance(prospect, Message):
            return
        case, wishes = self.case(amounts), prospect.wishes_met
        line = self._console.text("{case}: wishes met {wishes}", case=case, wishes=wishes)
        typer.echo(line, err=True)

    def case(self, amounts: Amounts) -> str:
        """Return a case in words."""
        names = (name_of(self._console, each) for each in self._resources)
        return ", ".join(f"{name} {number}" for number, name in zip(amounts, names, strict=True))

    def say_what_is_lacking(self) -> None:
        """Tell which cases no timetable can keep the rules of, and how many were not looked at."""
        for why in dict.fromkeys(self.impossible.values()):
            cases = [each for each, told in self.impossible.items() if told == why]
            self._console.say(
                "No timetable keeps every rule with {cases}: {why}.",
                cases="; ".join(map(self.case, cases)),
                why=self._console.sentence("domain", why),
            )
        if self.is_interrupted:
            self._console.say(
                "Stopped: {done} of {total} cases are known.",
                done=self._done,
                total=len(self._cases),
            )


def _charts(console: Console, event: Event, survey: Survey, out: Path) -> Iterator[str]:
    """Write the charts; yield the names of their files."""
    from matchmaker.documents.heat_map import heat_map  # noqa: PLC0415 - loads ReportLab
    from matchmaker.documents.whatif_chart import whatif_chart  # noqa: PLC0415
    from matchmaker.documents.wording import words  # noqa: PLC0415

    said = words(console.language)
    yield from _files(whatif_chart(event, survey, said), "whatif", out)
    if survey.axes:
        yield from _files(heat_map(event, survey, said), "whatif-grid", out)


def _files(drawing: "Drawing", name: str, out: Path) -> Iterator[str]:
    from matchmaker.documents.raster import png  # noqa: PLC0415 - loads Pillow
    from matchmaker.documents.vector import svg  # noqa: PLC0415

    for file, content in ((f"{name}.svg", svg(drawing)), (f"{name}.png", png(drawing))):
        output_folder.put(out, file, content)
        yield file


def _plain(console: Console, event: Event, survey: Survey, study: _Study) -> dict[str, Any]:
    return {
        "resources": [
            {
                "kind": each.kind,
                "languages": each.languages,
                "now": survey.now[index],
                "enough": survey.enough(index),
                "losses": [
                    {"number": number, "loss": console.sentence("domain", loss)}
                    for number, loss in losses(event, survey, index)
                ],
            }
            for index, each in enumerate(survey.resources)
        ],
        "wishes_total": survey.wishes_total,
        "cases": [asdict(each) for each in survey.prospects],
        "impossible": [
            {"amounts": amounts, "why": console.sentence("domain", why)}
            for amounts, why in study.impossible.items()
        ],
        "is_complete": not study.is_interrupted,
    }
