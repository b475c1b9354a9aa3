/**
 * The views that are one step away, each of which comes with its first use. A view without a line here has no entry.
 *
 * @import { Ink } from '../shared/strokes.js'
 * @import { Reader } from '../inkdigit.js'
 * @import { DigitPlace, Snapshot } from '../shared/panel/snapshot.js'
 * @typedef {'why' | 'writing' | 'guide' | 'history' | 'card' | 'testing' | 'settings' | 'about' | 'hands' | 'teach'} PanelName
 * @typedef {{
 *   reader: () => Promise<Reader>,
 *   select: (place: DigitPlace) => void,
 *   openInk: (ink: Ink) => void,
 *   openPanel: (name: PanelName) => void,
 *   say: (words: string) => void,
 *   settings: import('../settings/settings.js').Settings,
 *   speech: import('../speech/speech.js').Speech,
 *   history: import('../history/controller.js').PageHistory,
 *   hands: () => Promise<import('../hand/hands.js').Hands>,
 * }} PanelPage what a panel may do; openInk can be undone
 * @typedef {{ show: (snapshot: Snapshot) => void, hide?: () => void }} Panel
 * @typedef {(root: HTMLElement, page: PanelPage) => Panel} MakePanel
 */

/** @type {Partial<Record<PanelName, () => Promise<MakePanel>>>} */
export const PANELS = {
  why: async () => (await import('../why/panel.js')).createWhyPanel,
  writing: async () => (await import('../writing/panel.js')).createWritingPanel,
  guide: async () => (await import('../guide/panel.js')).createGuidePanel,
  history: async () => (await import('../history/panel.js')).createHistoryPanel,
  card: async () => (await import('../card/panel.js')).createCardPanel,
  testing: async () => {
    const [{ createTestingPanel }, { createExplained }] = await Promise.all([
      import('../testing/panel.js'),
      import('../why/explained.js'),
    ]);
    return (root, page) => createTestingPanel(root, page, createExplained);
  },
  hands: async () => (await import('../hand/panel.js')).createHandPanel,
  teach: async () => (await import('./teaching.js')).createTeaching,
  settings: async () => {
    const [{ createSettingsPanel }, { createHandSection }, { createStorageSection }] = await Promise.all([
      import('../settings/panel.js'),
      import('../hand/panel.js'),
      import('../history/storage-section.js'),
    ]);
    return (root, page) => createSettingsPanel(root, page, [createHandSection(page), createStorageSection(page)]);
  },
  about: async () => (await import('../about/panel.js')).createAboutPanel,
};

/** @param {string} name @returns {name is PanelName} whether there is such a view */
export const isPanel = (name) => Object.hasOwn(PANELS, name);
