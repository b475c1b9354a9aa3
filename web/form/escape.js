/**
 * Escape leaves a field as it was before it was typed into, as in the batch, and goes to what it belongs to; from there
 * it leaves the form.
 * @param {HTMLElement} root
 * @param {() => void} goHome takes the focus of what belongs to no field of the form
 */
export function leaveByEscape(root, goHome) {
  let original = '';
  /** @param {Event} event after which what stands there is meant */
  const keep = ({ target }) => {
    if (isControl(target)) original = target.value;
  };
  root.addEventListener('focusin', keep);
  root.addEventListener('change', keep);
  root.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.key !== 'Escape' || event.isComposing || !isControl(target)) return;
    event.preventDefault();
    if (target.value !== original) {
      target.value = original;
      target.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const head = target.closest('.form-field')?.querySelector('.form-field-head');
    if (head instanceof HTMLElement) head.focus();
    else goHome();
  });
}

/** @param {EventTarget | null} target @returns {target is HTMLInputElement | HTMLSelectElement} */
const isControl = (target) =>
  target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'file');
