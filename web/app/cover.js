/** What a panel may lie over: it cannot be reached as long as it is covered. */
const BELOW = '.answer, .evidence, .actions, .sheet-desk, .index, .way-back';

/** Keep what lies under a panel from being reached. @param {HTMLElement} panel */
export function cover(panel) {
  const { left, top, right, bottom } = panel.getBoundingClientRect();
  const below = [...document.querySelectorAll(BELOW)].map((element) => {
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return { element, isCovered: x > left && x < right && y > top && y < bottom };
  });
  // Once all are measured: each change would have the page laid out anew for the next.
  for (const { element, isCovered } of below) element.toggleAttribute('inert', isCovered);
}

export function uncover() {
  for (const element of document.querySelectorAll(BELOW)) element.removeAttribute('inert');
}
