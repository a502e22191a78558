"""Sentences that are still to be put into the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from babel.numbers import format_decimal


@dataclass(frozen=True)
class Message:
    """An English template with the values to put into it.

    The template is also the key under which the catalogues of `matchmaker.locales` hold the
    French and Dutch sentence. Values are never read as templates themselves. Each language writes
    a float in its own way.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the English sentence."""
        return filled(self.template, self.values, "en")

    def __hash__(self) -> int:
        """Agree with equality, whatever order the values were given in."""
        return hash((self.template, str(self)))


def message(template: str, **values: object) -> Message:
    """Return the Message of `template` with `values`."""
    return Message(template, values)


def filled(template: str, values: Mapping[str, object], language: str) -> str:
    """Return `template` with `values` put in, fractions as `language` writes them."""
    if "{" not in template and "}" not in template:
        return template
    for name, each in values.items():
        # The full stop of a name like "Dupont S.A." ends the sentence, too.
        if isinstance(each, str) and each.endswith("."):
            template = template.replace(f"{{{name}}}.", f"{{{name}}}")
    return template.format(**{name: _written(each, language) for name, each in values.items()})


def _written(value: object, language: str) -> object:
    return format_decimal(value, "0.###", language) if isinstance(value, float) else value
