import { leavePanel, noteBelow, notePanel, placeInAddress, watchAddress } from './address.js';

/**
 * @import { Place } from './address.js'
 * @import { State } from './state.js'
 * @import { PanelName } from './panel-registry.js'
 */

/**
 * Opens and closes what is one step away, and follows the address: Back closes a panel, too.
 * @param {() => Pick<State, 'view' | 'panel'>} now
 * @param {{
 *   views: ReturnType<typeof import('./views.js').createViews>,
 *   page: { isSheetCovered: () => boolean },
 *   onPanel: (panel: PanelName | null) => void,
 * }} events isSheetCovered: the panel lies over the sheet, not beside it
 */
export function navigatePanels(now, { views, page, onPanel }) {
  /** @param {PanelName} name */
  function show(name) {
    const { view } = now();
    if (view === 'batch' || view === 'form') views.showBelowPanel('pad');
    onPanel(name);
  }

  /** @param {PanelName} name */
  function open(name) {
    notePanel(name);
    show(name);
  }

  function close() {
    if (!leavePanel(now().view)) onPanel(null);
  }

  /** @param {Place} place */
  function goTo({ view, panel }) {
    if (panel) show(panel);
    else if (now().panel && view === now().view) onPanel(null);
    else views.show[view]();
  }

  watchAddress(goTo);

  return {
    close,
    /** @param {PanelName} name */
    toggle: (name) => (name === now().panel ? close() : open(name)),
    /** A panel closes where it would cover the sheet that was opened, and keeps the focus elsewhere. @param {'pad' | 'picture'} view */
    showSheet(view) {
      const { panel } = now();
      if (!panel || page.isSheetCovered()) return views.show[view]();
      noteBelow(panel, view);
      views.showBelowPanel(view);
    },
    /** @returns {boolean} whether the address named anything but the pad */
    goToAddress() {
      const asked = placeInAddress();
      if (!asked.panel && asked.view === 'pad') return false;
      goTo(asked);
      return true;
    },
  };
}
