"""Measures the site that is in dist/, in a real browser."""

from __future__ import annotations

import argparse
import sys

from playwright.sync_api import sync_playwright

from bench.accuracy import measure_accuracy
from bench.batch import measure_batch
from bench.calm import measure_calm
from bench.fields import measure_fields
from bench.fingers import measure_fingers
from bench.first_visit import measure_first_visit
from bench.forms import measure_forms
from bench.hand import measure_hand
from bench.latency import measure_latency
from bench.lighthouse import measure_lighthouse
from bench.numbers import measure_numbers, measure_real
from bench.path import measure_path
from bench.peers.measure import measure_peers
from bench.pictures import measure_pictures
from bench.speed import measure_speed
from bench.start import measure_start
from bench.testing import measure_testing
from bench.vitals import measure_vitals
from server import DIST
from tests.support.browser import launch
from tests.support.site_server import SiteServer
from training.data.datasets import DataError

MEASURES = {
    "first-visit": ("Bytes on the wire of a first visit", measure_first_visit),
    "speed": ("Milliseconds from asking to answer", measure_speed),
    "start": ("Milliseconds from opening the page without a network to the answer of what is on it", measure_start),
    "latency": ("Milliseconds from a move of the pen to the frame that shows the answer", measure_latency),
    "calm": ("How often the answer changes while 20475 is written in 12 s", measure_calm),
    "fingers": ("Scenes of fingers and palms on a phone's pad, of which only the number is read", measure_fingers),
    "lighthouse": ("Lighthouse's scores, of 100", measure_lighthouse),
    "vitals": ("Core Web Vitals of a session on the page", measure_vitals),
    "accuracy": ("Right answers, through the shipped files", measure_accuracy),
    "numbers": ("Whole numbers right, through the shipped files", measure_numbers),
    "real": ("Right on real ink and paper, through the shipped files", measure_real),
    "fields": ("Boxes and cells of composed forms that are found", measure_fields),
    "forms": ("Right values of a form's fields, off photographs that were composed", measure_forms),
    "pictures": ("Seconds that a large picture takes", measure_pictures),
    "testing": ("Seconds that a set of digits takes that is opened in the page", measure_testing),
    "hand": ("Seconds and bytes that a hand takes: one of 1,000 examples, and one that is taught", measure_hand),
    "path": ("Files of the sources that a stroke, and a picture of a batch, run through", measure_path),
    "peers": ("Bytes, starts and readings beside other ways to read a digit", measure_peers),
    "batch": ("Time and memory that two hundred photographs take", measure_batch),
}


def main(argv: list[str] | None = None) -> int:
    """Print each measure asked for; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("measures", nargs="*", metavar="measure", help=f"of {', '.join(MEASURES)} (default: all)")
    asked = parser.parse_args(argv).measures or list(MEASURES)
    unknown = set(asked) - set(MEASURES)
    if unknown:
        parser.error(f"no such measure: {', '.join(sorted(unknown))}")
    with sync_playwright() as playwright, SiteServer(DIST) as server:
        browser = launch(playwright)
        print(f"{browser.browser_type.name} {browser.version}")
        for title, measure in (MEASURES[name] for name in asked):
            print(f"\n{title}")
            try:
                for line in measure(browser, server.url):
                    print(line, flush=True)
            except DataError as error:
                print(f"left out: {error}")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
