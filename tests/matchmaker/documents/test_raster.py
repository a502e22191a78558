from io import BytesIO

from PIL import Image

from matchmaker.documents.drawing import Anchor, Box, Disc, Drawing, Label, Shape, Stroke
from matchmaker.documents.raster import SCALE, png
from matchmaker.documents.style import FIGURE, Colour

RED, BLUE = "#FF0000", "#0000FF"


def drawn(*shapes: Shape) -> Image.Image:
    content = png(Drawing(60, 40, "Ein Título", "Wat te zien is", "nl", shapes))
    return Image.open(BytesIO(content)).convert("RGB")


def colour(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """Return the colour at a point, smoothing of edges near by apart."""
    levels = image.getpixel((round(x * SCALE), round(y * SCALE)))
    assert isinstance(levels, tuple)
    return tuple(round(each / 15) * 15 for each in levels)


def test_it_is_as_large_as_the_drawing_and_white() -> None:
    image = drawn()
    assert image.size == (60 * SCALE, 40 * SCALE)
    assert image.getcolors() == [(60 * 40 * SCALE**2, (255, 255, 255))]


def test_shapes_are_where_they_should_be() -> None:
    image = drawn(
        Box(5, 5, 20, 10, fill=RED),
        Box(30, 5, 20, 10, stroke=BLUE, thickness=2),
        Disc(15, 28, 6, RED, BLUE, 3),
        Stroke(((30, 20), (50, 36)), RED, 4),
    )
    red, blue, white = (255, 0, 0), (0, 0, 255), (255, 255, 255)
    assert [colour(image, *at) for at in ((15, 10), (30, 10), (40, 10))] == [red, blue, white]
    assert [colour(image, *at) for at in ((15, 28), (15, 22), (15, 19))] == [red, blue, white]
    assert [colour(image, *at) for at in ((40, 28), (45, 22))] == [red, white]


def test_a_dashed_line_has_gaps() -> None:
    image = drawn(Stroke(((0, 20), (60, 20)), RED, 4, dash=10))
    assert [colour(image, x, 20) for x in (5, 25, 45)] == [(255, 0, 0)] * 3
    assert [colour(image, x, 20) for x in (15, 35)] == [(255, 255, 255)] * 2


def test_text_is_written_from_its_anchor_on_its_baseline() -> None:
    def ink(anchor: Anchor) -> tuple[int, ...]:
        image = drawn(Label("I", 30, 30, FIGURE, anchor))
        return Image.eval(image.convert("L"), lambda each: 255 * (each < 128)).getbbox() or ()

    left, centre, right = ink("left"), ink("centre"), ink("right")
    assert left[0] > centre[0] > right[0]
    assert right[2] <= 30 * SCALE <= left[0]
    assert {each[3] for each in (left, centre, right)} == {30 * SCALE}


def test_letters_of_other_scripts_are_drawn() -> None:
    colours = drawn(Label("שלום", 5, 30, FIGURE)).getcolors(maxcolors=100_000)
    assert colours is not None
    assert len(colours) > 1


def test_it_is_described_and_the_same_every_time() -> None:
    drawing = Drawing(9, 9, "Tïtle", "What is seen", "en", (Disc(4, 4, 2, RED, Colour.INK),))
    assert png(drawing) == png(drawing)
    facts = Image.open(BytesIO(png(drawing))).info
    assert (facts["Title"], facts["Description"]) == ("Tïtle", "What is seen")
