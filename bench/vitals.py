"""The Core Web Vitals of a session on the page, on a processor that is slowed down: LCP, CLS and INP."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, ViewportSize

from bench.main_thread import MainThread
from bench.session import STEPS, until

THROTTLE = 4
"""Times slower than this machine."""

TIMES = 3

WINDOWS: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "desktop": {"width": 1440, "height": 900},
}

ROOMY = {"width": 1800, "height": 1200}
"""Of the browser's window."""

BUDGET = {"LCP": 1800.0, "CLS": 0.02, "INP": 100.0}

# 16 ms is the shortest event that Chromium reports; how many interactions there were, it counts itself.
WATCH = """() => {
    globalThis.vitals = { paint: 0, painted: '', shifts: [], events: [] };
    const name = (node) => {
        const element = node?.closest('button, label, summary, canvas') ?? node;
        if (!element) return 'what is gone';
        return `${element.localName} ${(element.textContent.trim() || element.id).slice(0, 32)}`;
    };
    const watch = (type, take, more) => {
        const takeAll = (entries) => entries.forEach(take);
        const observer = new PerformanceObserver((list) => takeAll(list.getEntries()));
        observer.observe({ type, buffered: true, ...more });
        return () => takeAll(observer.takeRecords());
    };
    const flushes = [
        watch('largest-contentful-paint', ({ startTime, element }) => {
            Object.assign(vitals, { paint: startTime, painted: name(element) });
        }),
        watch('layout-shift', ({ startTime, value, hadRecentInput }) => {
            if (!hadRecentInput) vitals.shifts.push({ start: startTime, value });
        }),
        watch('event', (event) => {
            const { interactionId: id, startTime: start, duration: took, target } = event;
            if (!id) return;
            const { processingStart: begun, processingEnd: done } = event;
            const parts = [begun - start, done - begun, start + took - done];
            vitals.events.push({ id, start, took, parts, what: `${event.name}, ${name(target)}` });
        }, { durationThreshold: 16 }),
    ];
    vitals.end = () => {
        flushes.forEach((flush) => flush());
        return { ...vitals, end: undefined, interactions: performance.interactionCount };
    };
}"""

SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"


@dataclass(frozen=True)
class Interaction:
    """A press, or a key: from the hand to the next frame, in milliseconds, the slowest of its events."""

    step: str
    what: str
    took: float
    parts: tuple[float, float, float]
    """Until it was heard, what the page did with it, until it was painted."""


@dataclass(frozen=True)
class Session:
    """What one session measured: milliseconds, but for `cls`."""

    lcp: float
    painted: str
    cls: float
    inp: float
    interactions: int
    slowest: list[Interaction]
    thread: MainThread


def measure_vitals(browser: Browser, site: str) -> Iterator[str]:
    """Lines a window: the median and the worst of some sessions, and which interactions were slowest."""
    for name, window in WINDOWS.items():
        sessions = [run(browser, site, window) for _ in range(TIMES)]
        counts = sorted(session.interactions for session in sessions)
        yield (
            f"{name} ({window['width']} x {window['height']}), CPU throttled {THROTTLE}x,"
            f" {TIMES} sessions of {counts[0]} to {counts[-1]} interactions"
        )
        yield _line("LCP", [session.lcp for session in sessions], "ms") + f": {sessions[0].painted}"
        yield _line("CLS", [session.cls for session in sessions])
        yield _line("INP", [session.inp for session in sessions], "ms")
        for session in sessions:
            yield f"  {session.thread}"
        slowest = sorted((each for session in sessions for each in session.slowest), key=lambda each: -each.took)
        for each in slowest[:5]:
            heard, handled, painted = each.parts
            yield f"  {each.took:5.0f} ms = {heard:.0f} + {handled:.0f} + {painted:.0f}  {each.step}: {each.what}"


def run(browser: Browser, site: str, window: ViewportSize) -> Session:
    """Do once, in a browser that has never seen the site, what a person does."""
    context = browser.new_context(viewport=window)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
    # Its window is as large as the page and the browser's own frame: what of the page lies below it is never shown, so
    # that a press there would last until the next frame of something else.
    window_id = devtools.send("Browser.getWindowForTarget")["windowId"]
    devtools.send("Browser.setWindowBounds", {"windowId": window_id, "bounds": ROOMY})
    page.add_init_script(f"({WATCH})()")
    starts: dict[str, float] = {}
    with MainThread(page) as thread:
        page.goto(site)
        until(page, "document.documentElement.dataset.reader === 'ready'")
        for step, act in STEPS.items():
            starts[step] = page.evaluate("performance.now()")
            act(page)
        page.evaluate(SETTLED)
        vitals = page.evaluate("vitals.end()")
    context.close()
    interactions = join_events(vitals["events"], starts)
    return Session(
        vitals["paint"],
        vitals["painted"],
        layout_shift([(shift["start"], shift["value"]) for shift in vitals["shifts"]]),
        next_paint([each.took for each in interactions], vitals["interactions"]),
        vitals["interactions"],
        interactions[:5],
        thread,
    )


def join_events(events: list[dict[str, Any]], starts: dict[str, float]) -> list[Interaction]:
    """Make one interaction of the events that belong together; the slowest first."""
    slowest: dict[int, dict[str, Any]] = {}
    for event in events:
        if event["id"] not in slowest or event["took"] > slowest[event["id"]]["took"]:
            slowest[event["id"]] = event
    return [
        Interaction(
            max((step for step in starts if starts[step] <= event["start"]), key=starts.__getitem__, default="load"),
            event["what"],
            event["took"],
            tuple(event["parts"]),
        )
        for event in sorted(slowest.values(), key=lambda event: -event["took"])
    ]


def next_paint(took: list[float], interactions: int) -> float:
    """INP as web.dev/articles/inp defines it: the slowest interaction, one left out for every 50 that there were.

    Args:
        took: milliseconds of those that were long enough to be reported.
        interactions: all of them.
    """
    ordered = sorted(took, reverse=True)
    left_out = interactions // 50
    return ordered[left_out] if left_out < len(ordered) else 0.0


def layout_shift(shifts: list[tuple[float, float]]) -> float:
    """CLS as web.dev/articles/cls defines it: the largest sum of shifts less than 1 s apart, within 5 s."""
    worst = total = begun = last = 0.0
    for start, value in sorted(shifts):
        if total and start - last < 1000 and start - begun < 5000:
            total += value
        else:
            begun, total = start, value
        last = start
        worst = max(worst, total)
    return worst


def _line(name: str, values: list[float], unit: str = "") -> str:
    digits = 0 if unit else 4
    numbers = [f"{value:.{digits}f}{f' {unit}' if unit else ''}" for value in (statistics.median(values), max(values))]
    budget = f"{BUDGET[name]:g}{f' {unit}' if unit else ''}"
    return f"  {name} median {numbers[0]}, worst {numbers[1]}, of at most {budget}"
