import { isPanel } from './panel-registry.js';

/**
 * @import { View } from './state.js'
 * @import { PanelName } from './panel-registry.js'
 * @typedef {{ view: View, panel: PanelName | null }} Place the view below a panel is not in the address
 */

/** The pad has no name: it is what the plain address shows. */
const VIEWS = ['picture', 'camera', 'batch', 'form'];

/**
 * The address names the view, so that Back leads to the view before, and a reload stays where it was.
 * @returns {Place}
 */
export function placeInAddress() {
  const name = window.location.hash.slice(1);
  const view = /** @type {View} */ (VIEWS.includes(name) ? name : 'pad');
  return { view, panel: isPanel(name) ? name : null };
}

/** @param {View} view that was turned to */
export function noteView(view) {
  const now = placeInAddress();
  if (now.panel || view !== now.view) window.history.pushState(null, '', addressOf(view));
}

/** One panel takes the place of another: Back leads to what is below. @param {PanelName} name */
export function notePanel(name) {
  const { panel } = placeInAddress();
  if (panel === name) return;
  if (panel) window.history.replaceState(window.history.state, '', `#${name}`);
  else window.history.pushState({ isPanel: true, below: placeInAddress().view }, '', `#${name}`);
}

/** Below the open panel lies another view now: Back leads to it. @param {PanelName} panel @param {View} view */
export function noteBelow(panel, view) {
  if (window.history.state?.below === view) return;
  window.history.replaceState(null, '', addressOf(view));
  notePanel(panel);
}

/** @param {View} below @returns {boolean} whether Back is on its way, which closes the panel */
export function leavePanel(below) {
  if (window.history.state?.isPanel) {
    window.history.back();
    return true;
  }
  window.history.replaceState(null, '', addressOf(below));
  return false;
}

/** The address names something that is gone: Back must not lead to it again and again. */
export function forgetView() {
  window.history.replaceState(null, '', addressOf('pad'));
}

/** @param {(place: Place) => void} onPlace the one that Back or Forward leads to */
export function watchAddress(onPlace) {
  window.addEventListener('popstate', () => {
    // A dialog is about what was in sight; as an answer it gets none.
    for (const dialog of document.querySelectorAll('dialog')) dialog.close('');
    onPlace(placeInAddress());
  });
}

/** @param {View} view */
function addressOf(view) {
  return view === 'pad' ? window.location.pathname + window.location.search : `#${view}`;
}
