"""The system's sans-serif for a browser: INKDIGIT_FONT="DejaVu Sans" python -m pytest tests/e2e/batch.

The page takes the system's font, and what has room in one font may have none in another. On Debian and Ubuntu the three
most usual are in fonts-noto-core, fonts-dejavu-core and fonts-liberation.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

GENERIC = ("sans-serif", "system-ui", "ui-sans-serif")
"""The names by which a page asks for it."""


def font_environment(family: str | None = None) -> dict[str, str]:
    """The environment of a browser whose sans-serif is this family, by default the one that INKDIGIT_FONT names.

    Raises:
        LookupError: the family is not installed.
    """
    family = family or os.environ.get("INKDIGIT_FONT")
    if not family:
        return {}
    configuration = Path(tempfile.mkdtemp(prefix="inkdigit-font-")) / "fonts.conf"
    configuration.write_text(_configuration(family), encoding="utf-8")
    environment = {"FONTCONFIG_FILE": str(configuration)}
    if (found := sans_serif(environment)) != family:
        raise LookupError(f"The font {family!r} is not installed; {found!r} would stand in for it.")
    return environment


def sans_serif(environment: dict[str, str]) -> str:
    """The family that fontconfig gives to who asks for sans-serif."""
    command = ["fc-match", "--format=%{family[0]}", "sans-serif"]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=True).stdout


def _configuration(family: str) -> str:
    """Fontconfig's own settings, and this family before whatever they would give; other scripts keep their fonts."""
    rules = "".join(
        f'<match target="pattern"><test name="family"><string>{generic}</string></test>'
        f'<edit name="family" mode="prepend" binding="strong"><string>{escape(family)}</string></edit></match>\n'
        for generic in GENERIC
    )
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>\n'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n{rules}</fontconfig>\n'
    )
