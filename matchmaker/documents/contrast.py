"""How well a colour stands out from its ground, as WCAG 2 measures it."""

from collections.abc import Iterable

LEAST = 4.5
"""The least contrast of a text to its ground."""
STEP = 0.96


def brightness(colour: str) -> float:
    """Return the relative luminance of a colour such as `#0B4F5E`."""
    linear = [_linear(each / 255) for each in channels(colour)]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def darkened(colour: str, *grounds: str) -> str:
    """Return `colour`, as much darker as it takes to stand out from each of `grounds`."""
    while any(contrast(colour, each) < LEAST for each in grounds):
        colour = _written(int(each * STEP) for each in channels(colour))
    return colour


def lightened(colour: str, share: float) -> str:
    """Return a ground that holds `share` of `colour` and is white for the rest."""
    return _written(round(255 - share * (255 - each)) for each in channels(colour))


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _written(values: Iterable[int]) -> str:
    return "#" + "".join(f"{each:02X}" for each in values)


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
