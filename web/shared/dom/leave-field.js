/**
 * Takes the focus away, so that what was being typed is taken over.
 * @param {HTMLElement} root
 * @returns {boolean} whether the focus was in it
 */
export function leaveField(root) {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement && root.contains(activeElement))) return false;
  activeElement.blur();
  return true;
}
