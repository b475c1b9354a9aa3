/**
 * The buttons under the pad: one for each `data-action`.
 * @param {HTMLElement} root
 * @param {(action: string) => void} onAction
 */
export function createToolbar(root, onAction) {
  /** @type {HTMLButtonElement[]} */
  const buttons = Array.from(root.querySelectorAll('button[data-action]'));
  for (const button of buttons) {
    button.addEventListener('click', () => onAction(button.dataset.action ?? ''));
  }
  return {
    /**
     * @param {{ possible: Record<string, boolean>, pressed: Record<string, boolean> }} view by action; what is absent is
     *   possible, and is no switch
     */
    render({ possible, pressed }) {
      for (const button of buttons) {
        const action = button.dataset.action ?? '';
        // Not `disabled`, which would take the focus away from a person who undoes to the end by keyboard.
        button.ariaDisabled = String(!(possible[action] ?? true));
        if (action in pressed) button.ariaPressed = String(pressed[action]);
      }
    },
  };
}
