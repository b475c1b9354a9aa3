"""PDFs as office scanners write them: a picture a page, and nothing else."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from typing import Any

from PIL import Image
from playwright.sync_api import FilePayload

PATIENCE = 30_000
"""Milliseconds in which a busy machine opens one."""

A4 = (595, 842)
# Of an encryption that no empty password opens.
LOCK = b"<< /Filter /Standard /V 1 /R 2 /P -44 /O <" + b"5a" * 32 + b"> /U <" + b"a5" * 32 + b"> >>"


def scan_of(
    images: Sequence[Image.Image], name: str = "marks.pdf", *, coding: str = "JPEG", is_locked: bool = False
) -> FilePayload:
    """Make a PDF whose pages show these pictures, as wide as the page, each coded as a key of `CODINGS` says."""
    return _file(name, [_page(image, coding) for image in images], LOCK if is_locked else None)


def page_of_lines(lines: Sequence[Sequence[tuple[float, float]]], name: str = "drawn.pdf") -> FilePayload:
    """Make a PDF of one page, on which lines are drawn, in points from its upper left corner."""
    paths = [
        " ".join(f"{x:.1f} {A4[1] - y:.1f} {'l' if at else 'm'}" for at, (x, y) in enumerate(line)) for line in lines
    ]
    content = "9 w 1 J 1 j " + " ".join(f"{path} S" for path in paths)
    return _file(name, [(content.encode(), b"null")], None)


def _jpeg(image: Image.Image) -> tuple[str, bytes]:
    return "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", _saved(image.convert("RGB"), "JPEG")


def _jpeg_2000(image: Image.Image) -> tuple[str, bytes]:
    return "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode", _saved(image.convert("RGB"), "JPEG2000")


def _fax(image: Image.Image) -> tuple[str, bytes]:
    size = f"/Columns {image.width} /Rows {image.height}"
    return (
        f"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 {size} >>",
        _group4(image),
    )


def _jbig2(image: Image.Image) -> tuple[str, bytes]:
    """Code a page of one region, whose black and white are those of a fax (ITU-T T.88, 7.4.6 with MMR)."""
    size = struct.pack(">II", image.width, image.height)
    page = struct.pack(">IBBBI", 0, 48, 0, 1, 19) + size + bytes(11)
    region = size + bytes(8) + b"\0" + b"\1" + _group4(image)
    data = page + struct.pack(">IBBBI", 1, 38, 0, 1, len(region)) + region
    return "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode", data


CODINGS = {"JPEG": _jpeg, "JPEG 2000": _jpeg_2000, "fax": _fax, "JBIG2": _jbig2}


def _saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def _group4(image: Image.Image) -> bytes:
    """Code black and white as fax machines do (ITU-T T.6)."""
    # Of one strip, whose bits are 0 for white.
    data = _saved(image.convert("1"), "TIFF", compression="group4", tiffinfo={278: image.height, 262: 0})
    with Image.open(io.BytesIO(data)) as tiff:
        start, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]  # type: ignore[attr-defined]
    return data[start : start + length]


def _page(image: Image.Image, coding: str) -> tuple[bytes, bytes]:
    """Give a page's content, and the picture as an object."""
    how, data = CODINGS[coding](image)
    width, height = A4[0], A4[0] * image.height / image.width
    head = f"<< /Type /XObject /Subtype /Image /Width {image.width} /Height {image.height} {how} /Length {len(data)} >>"
    content = f"q {width} 0 0 {height:.1f} 0 {A4[1] - height:.1f} cm /Scan Do Q"
    return content.encode(), _stream(head.encode(), data)


def _stream(head: bytes, data: bytes) -> bytes:
    return head + b"\nstream\n" + data + b"\nendstream"


def _file(name: str, pages: Sequence[tuple[bytes, bytes]], lock: bytes | None) -> FilePayload:
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids: list[int] = []
    for content, picture in pages:
        first = len(objects) + 1
        objects += [_stream(b"<< /Length %d >>" % len(content), content), picture]
        kids.append(len(objects) + 1)
        page = b"/MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << /XObject << /Scan %d 0 R >> >>" % (
            *A4,
            first,
            first + 1,
        )
        objects.append(b"<< /Type /Page /Parent 2 0 R %s >>" % page)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    if lock:
        objects.append(lock)
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    locked = b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects) if lock else b""
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    data += b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, locked, start)
    return {"name": name, "mimeType": "application/pdf", "buffer": bytes(data)}
