/**
 * Leaves a text that is already right untouched: the page renders at every frame, and a replaced text node costs layout
 * and may be announced again.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
