"""How far a measured share may be from the true one."""

from __future__ import annotations

import numpy as np

Z = 1.96
"""Standard deviations on either side that hold 95 % of a normal distribution."""


def wilson_interval(share: float, n: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson, "Probable inference", 1927).

    Args:
        share: of `n` tries that came out right, 0..1.
        n: at least 1.

    Returns:
        The lower and the upper end, each within 0..1.
    """
    middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
    reach = Z * np.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
    return max(0.0, float(middle - reach)), min(1.0, float(middle + reach))
