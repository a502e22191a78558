"""Where baseline, value and bound stand on one line."""

from dataclasses import dataclass

from matchmaker.certificate import Certificate


@dataclass(frozen=True)
class Ruler:
    """Places on a line from 0 to the bound, as percentages of its length."""

    baseline: float
    value: float


def ruler(certificate: Certificate) -> Ruler:
    """Return the places of the certificate's baseline and value."""
    bound = certificate.bound
    if bound <= 0:
        return Ruler(0.0, 0.0)
    baseline, value = certificate.baseline_value / bound, certificate.value / bound
    return Ruler(round(100 * min(1, baseline), 2), round(100 * min(1, value), 2))
