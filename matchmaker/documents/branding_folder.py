"""Reading the look of an event from its folder `branding`: colours and logos.

`colours.toml` holds `first` and `second`; `organiser.png` or `.svg` is the organiser's logo, as is
`organiser-NAME.png`; each `partner-NAME.png` or `.svg` is a partner's, in order of file names.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from matchmaker.documents.branding import MOST_PARTNERS, PLAIN, Branding, Logo
from matchmaker.documents.logos import LARGEST, logo
from matchmaker.documents.svg.shapes import UnusableError
from matchmaker.errors import InputError, Problem, Severity
from matchmaker.messages import Message, message

FOLDER, COLOURS = "branding", "colours.toml"
HUE = re.compile(r"#[0-9A-Fa-f]{6}")
LONGEST = 120
"""Letters of a name that are read out in place of a logo."""


def read_branding(event_folder: Path) -> Branding:
    """Return the look that `event_folder` holds; raises InputError with everything amiss in it."""
    folder = event_folder / FOLDER
    if not folder.is_dir():
        return PLAIN
    problems: list[Problem] = []
    colours = _colours(folder / COLOURS, problems)
    organiser = _logos(folder, "organiser", problems)
    partners = _logos(folder, "partner", problems)
    if len(partners) > MOST_PARTNERS:
        problems.append(_too_many(len(partners)))
    if problems:
        raise InputError(problems)
    return Branding(organiser=next(iter(organiser), None), partners=tuple(partners), **colours)


def branding_files(event_folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield (relative path, content) of the files that make the look, for a copy of the folder."""
    folder = event_folder / FOLDER
    if folder.is_dir():
        found = [each for kind in ("organiser", "partner") for each in _files(folder, kind)]
        for each in (folder / COLOURS, *found):
            if each.is_file():
                yield f"{FOLDER}/{each.name}", each.read_bytes()


def _colours(file: Path, problems: list[Problem]) -> dict[str, str]:
    if not file.is_file():
        return {}
    try:
        content = tomllib.loads(file.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(_problem(COLOURS, message("is not valid TOML: {detail}.", detail=error)))
        return {}
    wrong = {name: each for name, each in content.items() if not _is_hue(name, each)}
    for name, each in wrong.items():
        what = message("{name} = {value} is no colour.", name=name, value=str(each)[:40])
        problems.append(_problem(COLOURS, what, column=name))
    return {} if wrong else content


def _is_hue(name: str, value: object) -> bool:
    known = name in {"first", "second"}
    return known and isinstance(value, str) and HUE.fullmatch(value) is not None


def _files(folder: Path, kind: str) -> list[Path]:
    pattern = re.compile(rf"{kind}(-.*)?\.(png|svg)", re.IGNORECASE)
    return sorted(each for each in folder.iterdir() if pattern.fullmatch(each.name))


def _logos(folder: Path, kind: str, problems: list[Problem]) -> list[Logo]:
    found = []
    for file in _files(folder, kind):
        try:
            found.append(logo(_name(file, kind), _content(file)))
        except (UnusableError, ValidationError, OSError) as error:
            problems.append(_unusable(file.name, error))
    return found


def _content(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)


def _name(file: Path, kind: str) -> str:
    return file.stem[len(kind) :].strip("-_ ")[:LONGEST] or kind


def _unusable(name: str, error: Exception) -> Problem:
    detail = str(error) if isinstance(error, UnusableError) else type(error).__name__
    return _problem(name, message("This logo cannot be printed ({detail}).", detail=detail))


def _too_many(count: int) -> Problem:
    what = message("There are {count} logos of partners.", count=count)
    remedy = message("Keep {most} of them at most.", most=MOST_PARTNERS)
    return Problem(Severity.ERROR, "bad-branding", what, remedy, FOLDER)


def _problem(name: str, what: Message, column: str = "") -> Problem:
    if name == COLOURS:
        remedy = message('Write first = "#0B4F5E" and second = "#E3A72F", each with six digits.')
    else:
        remedy = message(
            "Save it as PNG, or as SVG of plain shapes (text as outlines, no gradients, "
            "no pictures inside), of one megabyte at most."
        )
    return Problem(Severity.ERROR, "bad-branding", what, remedy, f"{FOLDER}/{name}", column=column)
