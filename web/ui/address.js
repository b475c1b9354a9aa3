/** @import { View } from './describe-state.js' */

/** The pad has no name: it is what the plain address shows. */
const NAMES = ['picture', 'camera', 'batch', 'form'];

/**
 * The view in the address, so that Back leads to the view before, and a reload stays where it was.
 * @returns {View}
 */
export function viewInAddress() {
  const name = NAMES.find((each) => window.location.hash === `#${each}`);
  return /** @type {View | undefined} */ (name) ?? 'pad';
}

/** @param {View} view that was turned to */
export function noteView(view) {
  if (view !== viewInAddress()) window.history.pushState(null, '', view === 'pad' ? plainAddress() : `#${view}`);
}

/** What the address names is not there any more: Back must not lead to it again and again. */
export function forgetView() {
  window.history.replaceState(null, '', plainAddress());
}

/** @param {(view: View) => void} onView the one that Back or Forward leads to */
export function watchAddress(onView) {
  window.addEventListener('popstate', () => {
    // A dialog is about what was in sight; as an answer it gets none.
    for (const dialog of document.querySelectorAll('dialog')) dialog.close('');
    onView(viewInAddress());
  });
}

function plainAddress() {
  return window.location.pathname + window.location.search;
}
