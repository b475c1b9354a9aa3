"""Where the project's files lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SERVER = ROOT / "server.py"
PUBLIC = ROOT / "web" / "public"
TEXTS = ROOT / "web" / "texts"
