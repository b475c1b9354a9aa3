"""What axe-core finds on a page."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support.paths import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

RUN_AXE = """async () => {
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run({ runOnly, resultTypes: ['violations'], elementRef: true });
    // A cell lies wholly below the field in which it is edited: that is the target then.
    const isEdited = (id, element) => id === 'target-size' && element.matches('td:has(> .batch-editor)');
    return violations.flatMap(({ id, nodes }) => nodes
        .filter(({ element }) => !isEdited(id, element))
        .map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
}"""


def axe(page: Page) -> list[str]:
    """What breaks a rule of WCAG 2.2 A or AA, or a good custom. The policy holds for the page, not for `evaluate`."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return page.evaluate(RUN_AXE)
