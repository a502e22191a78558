import re
from base64 import b64decode
from xml.etree import ElementTree as Xml

from matchmaker.documents.drawing import Box, Disc, Drawing, Label, Shape, Stroke
from matchmaker.documents.style import BODY, STRONG
from matchmaker.documents.vector import svg

SPACE = "{http://www.w3.org/2000/svg}"
SHAPES: tuple[Shape, ...] = (
    Stroke(((1, 2), (3, 4.456)), "#112233", 2, dash=3),
    Box(1, 2, 3, 4, fill="#445566"),
    Box(1, 2, 3, 4, stroke="#778899", thickness=2),
    Disc(5, 6, 7, "#000000", "#FFFFFF"),
    Label("Déjà <vu> & “plus”", 10, 20, BODY, "right"),
    Label("fett", 10, 30, STRONG),
)


def drawn(*shapes: Shape) -> Xml.Element:
    return Xml.fromstring(svg(Drawing(100, 50, "Title & more", "What is seen", "nl", shapes)))


def test_it_is_described_for_those_who_do_not_see_it() -> None:
    root = drawn()
    assert root.tag == f"{SPACE}svg"
    assert (root.get("role"), root.get("lang"), root.get("viewBox")) == ("img", "nl", "0 0 100 50")
    assert root.findtext(f"{SPACE}title") == "Title & more"
    assert root.findtext(f"{SPACE}desc") == "What is seen"
    named = {each.get("id") for each in root if each.get("id")}
    assert set(str(root.get("aria-labelledby")).split()) == named


def test_every_shape_is_there_in_order() -> None:
    names = [each.tag.removeprefix(SPACE) for each in drawn(*SHAPES)]
    assert names[4:] == ["polyline", "rect", "rect", "circle", "text", "text"]


def test_shapes_have_their_places_and_colours() -> None:
    _, _, _, _, line, filled, framed, disc, text, bold = drawn(*SHAPES)
    assert (line.get("points"), line.get("stroke-dasharray")) == ("1,2 3,4.46", "3")
    assert (filled.get("fill"), filled.get("stroke")) == ("#445566", None)
    assert (framed.get("fill"), framed.get("stroke")) == ("none", "#778899")
    assert [disc.get(each) for each in ("cx", "cy", "r")] == ["5", "6", "7"]
    assert (text.text, text.get("text-anchor")) == ("Déjà <vu> & “plus”", "end")
    assert (text.get("font-weight"), bold.get("font-weight")) == ("400", "600")


def test_it_carries_the_letters_of_each_weight_it_uses() -> None:
    style = str(drawn(*SHAPES).findtext(f"{SPACE}style"))
    fonts = re.findall(r"font-weight:(\d+);src:url\(data:font/woff;base64,([^)]+)\)", style)
    assert [weight for weight, _ in fonts] == ["400", "600"]
    assert all(b64decode(font).startswith(b"wOFF") for _, font in fonts)
    assert "@font-face" not in str(drawn(*SHAPES[:4]).findtext(f"{SPACE}style"))


def test_nothing_is_fetched_or_run() -> None:
    content = svg(Drawing(100, 50, "", "", "en", SHAPES)).decode()
    assert "<script" not in content
    assert "href=" not in content
    assert re.findall(r"https?://[^\"']+", content) == ["http://www.w3.org/2000/svg"]


def test_equal_drawings_give_equal_bytes() -> None:
    assert svg(Drawing(9, 9, "", "", "en", SHAPES)) == svg(Drawing(9, 9, "", "", "en", SHAPES))
