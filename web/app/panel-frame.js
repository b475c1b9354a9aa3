import { loadLaterTexts, onLanguage, text } from '../texts/texts.js';
import { build, buildButton, findElement, setText } from '../shared/dom/elements.js';
import { PANELS } from './panel-registry.js';

/**
 * @import { Snapshot } from '../shared/panel/snapshot.js'
 * @import { Panel, PanelName, PanelPage } from './panel-registry.js'
 */

/**
 * The frame of the views that are one step away. The one that opens gets the focus, and gives it back to where it came
 * from.
 * @param {HTMLElement} root
 * @param {PanelPage} given what each panel may do
 * @param {{ onClose: () => void, fallback: () => HTMLElement }} how fallback gets the focus where the opener is gone
 */
export function createPanel(root, given, { onClose, fallback }) {
  const title = findElement(root, 'h2', HTMLElement);
  const body = findElement(root, '.panel-body', HTMLElement);
  /** @type {Map<PanelName, HTMLElement>} */
  const places = new Map();
  /** @type {Map<PanelName, Panel>} */
  const made = new Map();
  /** @type {PanelName | null} */
  let open = null;
  /** @type {Snapshot | null} */
  let snapshot = null;
  /** @type {Element | null} */
  let opener = null;

  findElement(root, '.panel-close', HTMLElement).addEventListener('click', onClose);
  closeByEscape(root, onClose);
  window.addEventListener('resize', () => open && cover(root));
  onLanguage(() => void makeAnew());

  /** The button that writes an example goes with what it was for. @param {import('../shared/strokes.js').Ink} ink */
  function openInk(ink) {
    given.openInk(ink);
    if (!root.hidden) title.focus({ preventScroll: true });
  }

  /** @param {PanelName} name */
  function placeOf(name) {
    const place = places.get(name) ?? body.appendChild(build('div', { className: 'panel-place' }));
    places.set(name, place);
    return place;
  }

  /** @param {PanelName} name */
  async function make(name) {
    const place = placeOf(name);
    place.replaceChildren();
    try {
      await loadLaterTexts();
      const create = await PANELS[name]?.();
      if (!place.isConnected) return;
      if (create && !made.has(name)) made.set(name, create(place, { ...given, openInk }));
      if (open === name && snapshot) made.get(name)?.show(snapshot);
      cover(root); // once more: its own styles, which came with it, may have it cover more
    } catch (error) {
      console.warn(error);
      const retry = buildButton(text('panel.retry'), () => void make(name));
      place.replaceChildren(build('p', { role: 'alert' }, text('panel.failed')), retry);
    }
  }

  /** @param {PanelName} name */
  function turnTo(name) {
    if (open) made.get(open)?.hide?.();
    else opener = document.activeElement;
    open = name;
    const place = placeOf(name);
    for (const each of places.values()) each.hidden = each !== place;
    setText(title, text(`${name}.title`));
    root.hidden = false;
    root.scrollTop = 0;
    cover(root);
    title.focus({ preventScroll: true });
    if (!made.has(name)) void make(name);
  }

  /** Panels say everything when they are made: in another language they are made anew, and the focus stays. */
  async function makeAnew() {
    if (open) made.get(open)?.hide?.();
    const giveFocusBack = heldFocus(body);
    body.replaceChildren();
    places.clear();
    made.clear();
    if (!open) return;
    setText(title, text(`${open}.title`));
    await make(open);
    giveFocusBack();
  }

  function close() {
    if (open) made.get(open)?.hide?.();
    open = null;
    const hadFocus = root.contains(document.activeElement);
    root.hidden = true;
    uncover();
    if (hadFocus) (canTake(opener) ? opener : fallback()).focus({ preventScroll: true });
  }

  return {
    /** @param {PanelName | null} name @param {Snapshot} shown the same one as long as nothing in it has changed */
    render(name, shown) {
      const isNew = name !== open;
      if (isNew && name) turnTo(name);
      else if (isNew) close();
      if (!name || (!isNew && shown === snapshot)) return;
      snapshot = shown;
      made.get(name)?.show(shown);
    },
  };
}

/** @param {HTMLElement} root @param {() => void} close */
function closeByEscape(root, close) {
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    close();
  });
}

/** @param {Element | null} element @returns {element is HTMLElement} */
const canTake = (element) =>
  element instanceof HTMLElement && element !== document.body && element.isConnected && element.checkVisibility();

/** @param {HTMLElement} body @returns {() => void} gives the focus to the field that then has the name of its field */
function heldFocus(body) {
  const { activeElement } = document;
  const name = body.contains(activeElement) && activeElement?.getAttribute('name');
  return () => name && /** @type {HTMLElement | null} */ (body.querySelector(`[name="${name}"]`))?.focus();
}

/** A panel may lie over these, which cannot be reached as long as they are covered. */
const BELOW = '.answer, .evidence, .actions, .sheet-desk, .index, .foot, .way-back';

/** Keep what lies under a panel from being reached. @param {HTMLElement} panel */
function cover(panel) {
  const { left, top, right, bottom } = panel.getBoundingClientRect();
  const below = [...document.querySelectorAll(BELOW)].map((element) => {
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return { element, isCovered: x > left && x < right && y > top && y < bottom };
  });
  // Once all are measured: each change would have the page laid out anew for the next.
  for (const { element, isCovered } of below) element.toggleAttribute('inert', isCovered);
}

function uncover() {
  for (const element of document.querySelectorAll(BELOW)) element.removeAttribute('inert');
}
