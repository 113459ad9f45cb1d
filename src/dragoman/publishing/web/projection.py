"""The world on a sheet: Equal Earth, so that no state looks larger than it is.

Šavrič, Patterson and Jenny, "The Equal Earth map projection", International Journal of
Geographical Information Science 33 (2019); the polynomial's terms are theirs.
"""

import math

WIDTH = 1000  # of the sheet, in units of its own
_TERMS = (1.340264, -0.081106, 0.000893, 0.003796)
_M = math.sqrt(3) / 2


def _raw(longitude: float, latitude: float) -> tuple[float, float]:
    a1, a2, a3, a4 = _TERMS
    angle = math.asin(_M * math.sin(math.radians(latitude)))
    square = angle * angle
    sixth = square**3
    slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
    x = math.radians(longitude) * math.cos(angle) / (_M * slope)
    return x, angle * (a1 + a2 * square + sixth * (a3 + a4 * square))


_SCALE = WIDTH / 2 / _raw(180, 0)[0]
HEIGHT = round(2 * _SCALE * _raw(0, 90)[1])


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to a point of the sheet, whose corner at the upper left is 0, 0."""
    x, y = _raw(longitude, latitude)
    return WIDTH / 2 + _SCALE * x, HEIGHT / 2 - _SCALE * y
