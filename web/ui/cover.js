/** What a panel may lie over: it cannot be reached as long as it is covered. */
const BELOW = '.answer, .evidence, .actions, .sheet-desk, .index, .way-back';

/** Keep what lies under a panel from being reached. @param {HTMLElement} panel */
export function cover(panel) {
  uncover();
  const { left, top, right, bottom } = panel.getBoundingClientRect();
  for (const element of document.querySelectorAll(BELOW)) {
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (element instanceof HTMLElement) element.inert = x > left && x < right && y > top && y < bottom;
  }
}

export function uncover() {
  for (const element of document.querySelectorAll(BELOW)) element.removeAttribute('inert');
}
