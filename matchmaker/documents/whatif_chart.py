"""The chart of a survey: wishes met and value against each resource."""

from collections.abc import Iterator

from babel.numbers import format_decimal

from matchmaker.documents.blocks import block
from matchmaker.documents.drawing import Drawing, Label, Shape, Stroke
from matchmaker.documents.line_panel import Axis, Frame, Line, Panel, panel
from matchmaker.documents.style import APART, HEADING, LEAD, LINE, NEAR, QUIET, Colour
from matchmaker.documents.wording import Words
from matchmaker.event import Event
from matchmaker.prospects import Survey
from matchmaker.resources import Kind, Resource

WIDTH, MARGIN = 820.0, 30.0
ROW, SUBTITLE = 278.0, 22.0
BETWEEN = 26.0


def whatif_chart(event: Event, survey: Survey, words: Words) -> Drawing:
    """Return the chart: for each resource a row with what it would bring."""
    rows = [index for index in range(len(survey.resources)) if survey.series(index)]
    top = MARGIN + HEADING.leading + SUBTITLE
    shapes = [*heading(event, words("What more would bring, and what less would cost"), words)]
    for place, index in enumerate(rows):
        shapes += _row(survey, index, top + place * ROW, words)
    return Drawing(
        width=WIDTH,
        height=top + len(rows) * ROW,
        title=words("Wishes met with other numbers of {things}", things=things(survey, words)),
        description=" ".join(_told(survey, index, words) for index in rows),
        language=words.language,
        shapes=tuple(shapes),
    )


def heading(event: Event, subtitle: str, words: Words) -> Iterator[Shape]:
    """Yield the name of the event, and below it what is shown."""
    measure = WIDTH - 2 * MARGIN
    name = block(words.text(event.name), HEADING, measure, 1)
    for line in name.lines:
        yield Label(line, MARGIN, MARGIN + HEADING.baseline, HEADING)
    yield Label(subtitle, MARGIN, MARGIN + HEADING.leading + QUIET.baseline, QUIET)


def things(survey: Survey, words: Words) -> str:
    """Return what is varied."""
    return words.together(name_of(each, words) for each in survey.resources)


def name_of(resource: Resource, words: Words) -> str:
    """Return what a resource is called."""
    if resource.kind is Kind.TABLES:
        return words("Tables")
    if resource.kind is Kind.SLOTS:
        return words("Slots")
    return words("Interpreters {pair}", pair=resource.pair)


def written(figure: float, words: Words) -> str:
    """Return a figure as the reader writes it, in full units."""
    return str(format_decimal(figure, "0", words.language))


def signed(figure: int) -> str:
    """Return a figure with its sign, if it is not 0."""
    return f"{figure:+d}".replace("-", "−") if figure else "0"


def _row(survey: Survey, index: int, top: float, words: Words) -> Iterator[Shape]:
    right = WIDTH - MARGIN
    yield Stroke(((MARGIN, top), (right, top)), Colour.RULE, LINE)
    base = top + NEAR + LEAD.baseline
    name = Label(name_of(survey.resources[index], words), MARGIN, base, LEAD)
    yield name
    yield Label(_verdict(survey, index, words), name.left + name.width + APART, base, QUIET)
    wide = (right - MARGIN - BETWEEN) / 2
    below = top + NEAR + LEAD.leading + NEAR
    high = ROW - (below - top) - NEAR
    for place, content in enumerate(_panels(survey, index, words)):
        yield from panel(content, Frame(MARGIN + place * (wide + BETWEEN), below, wide, high))


def _verdict(survey: Survey, index: int, words: Words) -> str:
    """Return how many there are, and how many are enough."""
    now = words("{number} as planned", number=survey.now[index])
    enough = survey.enough(index)
    if enough is None:
        return now
    return f"{now} · " + words("from {number} on nothing more is gained", number=enough)


def _told(survey: Survey, index: int, words: Words) -> str:
    name = name_of(survey.resources[index], words)
    met = (f"{each.amounts[index]}: {each.wishes_met}" for each in survey.series(index))
    return f"{name} – {words('Wishes met')}: {', '.join(met)}."


def _panels(survey: Survey, index: int, words: Words) -> Iterator[Panel]:
    found = survey.series(index)
    axis = Axis(
        name=name_of(survey.resources[index], words),
        numbers=tuple(each.amounts[index] for each in found),
        now=survey.now[index],
        now_name=words("as planned"),
        hollow=frozenset(each.amounts[index] for each in found if each.missing),
    )
    yield Panel(
        title=words("Wishes met, of {total}", total=survey.wishes_total),
        axis=axis,
        lines=(Line("", tuple(float(each.wishes_met) for each in found)),),
        written=lambda figure: written(figure, words),
        steps_name=words("gain"),
        steps=tuple(signed(each.wishes) for each in survey.gains(index)),
    )
    bound = Line(words("proven bound"), tuple(each.bound for each in found), is_main=False)
    value = Line(words("value reached"), tuple(each.value for each in found))
    yield Panel(
        title=words("Value of the meetings"),
        axis=axis,
        lines=(bound, value),
        written=lambda figure: written(figure, words),
    )
