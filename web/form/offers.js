import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';
import { place, sharesOf } from './boxes.js';

/**
 * @import { Point } from '../shared/frame/area.js'
 * @import { Offer } from './state.js'
 */

/** The arrow keys that go to the offer after, or before. @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * What was found on the sample, to be taken by a tap or a key. One of them is in the order of Tab; arrow keys go on from
 * there.
 * @param {HTMLElement} paper
 * @param {() => boolean} wasDragged whether what ends in a click was no tap
 * @param {(offer: Offer, isByKey: boolean) => void} onTake
 */
export function createOffers(paper, wasDragged, onTake) {
  const layer = build('div', { className: 'form-offers', role: 'group', ariaLabel: text('form.offers') });
  paper.append(layer);
  /** @type {ReadonlyArray<Offer>} */
  let shown = [];
  /** Which one Tab leads to. */
  let current = 0;

  /** @param {number} index */
  function goTo(index) {
    current = Math.min(Math.max(index, 0), shown.length - 1);
    buttons().forEach((button, at) => (button.tabIndex = at === current ? 0 : -1));
  }

  /** @returns {boolean} whether there is one */
  function focus() {
    buttons()[current]?.focus();
    return shown.length > 0;
  }

  const buttons = () => /** @type {HTMLElement[]} */ ([...layer.children]);
  /** @param {EventTarget | null} target */
  const indexOf = (target) => buttons().findIndex((button) => button === target);

  // A press on the paper may be the beginning of a drag, which takes its click away from what lies below it.
  paper.addEventListener('click', ({ target, detail, clientX, clientY }) => {
    const isByKey = detail === 0;
    if (!isByKey && (wasDragged() || (target instanceof Element && target.closest('[data-index]')))) return;
    const { left, top, width, height } = paper.getBoundingClientRect();
    const point = { x: (clientX - left) / width, y: (clientY - top) / height };
    const offer = isByKey ? shown[indexOf(target)] : offerAt(shown, point);
    if (offer) onTake(offer, isByKey);
  });
  layer.addEventListener('focusin', ({ target }) => goTo(indexOf(target)));
  layer.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    goTo(indexOf(event.target) + step);
    focus();
  });

  return {
    /** @param {ReadonlyArray<Offer>} offers */
    render(offers) {
      if (isSame(shown, offers)) return;
      shown = offers;
      layer.hidden = offers.length === 0;
      layer.replaceChildren(...offers.map(buildOffer));
      goTo(current);
    },
    focus,
  };
}

/** @param {Offer} offer */
function buildOffer({ area, cells }) {
  const button = build('button', { type: 'button', className: 'form-offer' });
  place(button, area);
  button.toggleAttribute('data-cells', cells !== undefined);
  button.style.setProperty('--cells', String(cells ?? 1));
  button.ariaLabel = text(cells ? 'form.offers.cells' : 'form.offers.box', { ...sharesOf(area), count: cells ?? 1 });
  return button;
}

/** @param {ReadonlyArray<Offer>} offers @param {Point} point */
function offerAt(offers, { x, y }) {
  const isIn = (/** @type {Offer} */ { area }) =>
    x >= area.x && y >= area.y && x < area.x + area.width && y < area.y + area.height;
  const sizeOf = (/** @type {Offer} */ { area }) => area.width * area.height;
  return offers.filter(isIn).toSorted((one, other) => sizeOf(one) - sizeOf(other))[0];
}

/** @param {ReadonlyArray<Offer>} some @param {ReadonlyArray<Offer>} others */
const isSame = (some, others) => some.length === others.length && some.every((offer, at) => offer === others[at]);
