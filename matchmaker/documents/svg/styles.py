"""Colours and other properties of SVG shapes, as attributes or in style sheets."""

import re
from collections.abc import Mapping

from reportlab.lib.colors import Color, getAllNamedColors

Rules = dict[str, dict[str, str]]
INHERITED = {"fill", "stroke", "stroke-width", "fill-rule", "visibility", "color"}
BLOCK = re.compile(r"([^{}]+)\{([^{}]*)\}")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
FUNCTION = re.compile(r"rgb\(\s*(\d+)(%?)[\s,]+(\d+)%?[\s,]+(\d+)%?\s*\)")


def declarations(text: str) -> dict[str, str]:
    """Return the properties that `text`, as in a style attribute, sets."""
    pairs = (each.split(":", maxsplit=1) for each in text.split(";") if ":" in each)
    return {name.strip(): value.replace("!important", "").strip() for name, value in pairs}


def rules(sheet: str) -> Rules:
    """Return the properties by simple selector: a class, a tag or an id."""
    found: Rules = {}
    for selectors, body in BLOCK.findall(COMMENT.sub("", sheet)):
        for each in selectors.split(","):
            found.setdefault(each.strip(), {}).update(declarations(body))
    return found


def ink(styles: Mapping[str, str], name: str, usual: str) -> str | None:
    """Return the colour that property `name` sets, None for none, "unknown" for no plain colour."""
    value = styles.get(name, usual)
    if value.lower() == "currentcolor":
        value = styles.get("color", "black")
    if value.lower() in {"none", "transparent"} or _is_clear(styles, name):
        return None
    return _colour(value.strip())


def _is_clear(styles: Mapping[str, str], name: str) -> bool:
    shares = styles.get("opacity", "1"), styles.get(f"{name}-opacity", "1")
    return any(re.fullmatch(r"0*\.?0*%?", each.strip()) for each in shares)


def _colour(value: str) -> str:
    if re.fullmatch(r"#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?", value):
        return value[:7].upper()
    if re.fullmatch(r"#[0-9a-fA-F]{3,4}", value):
        return "#" + "".join(2 * each for each in value[1:4]).upper()
    if found := FUNCTION.fullmatch(value):
        most = 100 if found[2] else 255
        parts = (min(int(each), most) * 255 // most for each in found.group(1, 3, 4))
        return "#" + "".join(f"{each:02X}" for each in parts)
    named = getAllNamedColors().get(value.lower())
    return _hexadecimal(named) if named is not None else "unknown"


def _hexadecimal(colour: Color) -> str:
    return "#" + "".join(f"{round(each * 255):02X}" for each in colour.rgb())
