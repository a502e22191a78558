"""From a drawing to an SVG document that carries its own letters."""

from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from matchmaker.documents.drawing import Box, Disc, Drawing, Label, Shape, Stroke
from matchmaker.documents.style import Colour, Weight
from matchmaker.documents.typefaces import FACES
from matchmaker.documents.webfont import font_face

NAMESPACE = "http://www.w3.org/2000/svg"
FAMILY = "IBM Plex Sans"
THICKNESS = {Weight.REGULAR: "400", Weight.SEMIBOLD: "600", Weight.BOLD: "700"}
ANCHORS = {"left": "start", "centre": "middle", "right": "end"}


def svg(drawing: Drawing) -> bytes:
    """Return the document of `drawing`; equal drawings give equal bytes."""
    size = {"width": _number(drawing.width), "height": _number(drawing.height)}
    root = Xml.Element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "viewBox": f"0 0 {size['width']} {size['height']}",
            "role": "img",
            "aria-labelledby": "title description",
            "lang": drawing.language,
        }
        | size,
    )
    Xml.SubElement(root, "title", id="title").text = drawing.title
    Xml.SubElement(root, "desc", id="description").text = drawing.description
    Xml.SubElement(root, "style").text = "".join(_faces(drawing))
    Xml.SubElement(root, "rect", size | {"fill": Colour.PAPER})
    for shape in drawing.shapes:
        _add(root, shape)
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True))


def _faces(drawing: Drawing) -> Iterator[str]:
    """Yield the letters that each weight needs, and the name by which texts ask for them."""
    labels = [each for each in drawing.shapes if isinstance(each, Label)]
    for weight, thickness in THICKNESS.items():
        letters = {letter for each in labels if each.style.weight is weight for letter in each.text}
        if letters:
            yield font_face(FAMILY, thickness, FACES[weight][0], letters)
    yield f'text{{font-family:"{FAMILY}","DejaVu Sans",sans-serif}}'


def _add(root: Xml.Element, shape: Shape) -> None:
    match shape:
        case Stroke():
            _add_stroke(root, shape)
        case Box():
            _add_box(root, shape)
        case Disc():
            _add_disc(root, shape)
        case Label():
            _add_label(root, shape)


def _add_stroke(root: Xml.Element, shape: Stroke) -> None:
    fields = {
        "points": " ".join(f"{_number(x)},{_number(y)}" for x, y in shape.points),
        "fill": "none",
        "stroke": shape.colour,
        "stroke-width": _number(shape.thickness),
        "stroke-linejoin": "round",
    }
    if shape.dash:
        fields["stroke-dasharray"] = _number(shape.dash)
    Xml.SubElement(root, "polyline", fields)


def _add_box(root: Xml.Element, shape: Box) -> None:
    places = {"x": shape.x, "y": shape.y, "width": shape.width, "height": shape.height}
    fields = {name: _number(each) for name, each in places.items()} | {"fill": shape.fill or "none"}
    if shape.stroke:
        fields |= {"stroke": shape.stroke, "stroke-width": _number(shape.thickness)}
    Xml.SubElement(root, "rect", fields)


def _add_disc(root: Xml.Element, shape: Disc) -> None:
    places = {"cx": shape.x, "cy": shape.y, "r": shape.radius, "stroke-width": shape.thickness}
    fields = {name: _number(each) for name, each in places.items()}
    Xml.SubElement(root, "circle", fields | {"fill": shape.fill, "stroke": shape.stroke})


def _add_label(root: Xml.Element, shape: Label) -> None:
    fields = {
        "x": _number(shape.x),
        "y": _number(shape.y),
        "font-size": _number(shape.style.size),
        "font-weight": THICKNESS[shape.style.weight],
        "fill": shape.style.colour,
        "text-anchor": ANCHORS[shape.anchor],
    }
    Xml.SubElement(root, "text", fields).text = shape.text


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
