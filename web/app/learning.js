import { Hands } from '../hand/hands.js';
import { ownStrokes } from '../shared/digit-strokes.js';
import { shownReading } from '../shared/reading/shown-reading.js';
import { deviceStorage } from '../shared/storage/local.js';
import { startHistory } from '../shared/undo.js';

/**
 * @import { Corrected } from '../hand/hands.js'
 * @import { KeptExample } from '../hand/kept-hands.js'
 * @import { Corrections } from '../shared/reading/correct.js'
 * @import { History } from '../shared/undo.js'
 * @import { Ink, Drawing } from '../shared/strokes.js'
 * @import { Reading } from '../reader/reading.js'
 * @import { Message } from './page-widgets.js'
 * @typedef {{ ink: Ink | null, reading: Reading | null }} Sheet ink: null of a picture
 */

/** In a network's order, "not a digit" the last. */
const LABELS = [...'0123456789', '?'];

/**
 * What a person corrects on the pad or in a picture becomes examples of a hand, and goes with its correction when that is undone.
 *
 * @param {{
 *   now: () => { history: History<Drawing>, picture: { history: History<Corrections> } | null },
 *   reader: () => Promise<import('../inkdigit.js').Reader>,
 *   settings: import('../settings/settings.js').Settings,
 *   onWeighed: () => void,
 *   onNote: (note: Message) => void,
 * }} page
 */
export function createLearning({ now, onNote, ...page }) {
  const hands = new Hands({ ...page, storage: deviceStorage });
  /** What was learned with which corrections. @type {{ from: Corrections, examples: KeptExample[], isUndone: boolean }[]} */
  const learned = [];

  /** Undo takes what was learned back with its correction, and Redo brings it back. */
  async function follow() {
    const { history, picture } = now();
    const said = picture?.history ?? NOTHING_SAID;
    const of = (/** @type {ReadonlyArray<Drawing>} */ drawings) => drawings.map(({ corrections }) => corrections);
    const there = [...of([...history.past, history.now]), ...said.past, said.now];
    const undone = [...of(history.future), ...said.future];
    for (const each of learned) {
      const isThere = there.includes(each.from);
      if (isThere !== each.isUndone || (!isThere && !undone.includes(each.from))) continue;
      each.isUndone = !isThere;
      if (isThere) await hands.restore(each.examples);
      else await hands.remove(each.examples.map(({ id }) => id));
    }
  }

  /** Whatever is wrong with it, the answer is there without it. @param {unknown} error */
  const note = (error) => console.info('The hand:', error);

  // Both are done by a click or a key.
  for (const event of ['click', 'keyup']) document.addEventListener(event, () => void follow().catch(note));

  /** @param {{ before: Corrections, after: Corrections }} corrections @param {Sheet} sheet what they are of */
  async function learn({ before, after }, { ink, reading }) {
    const found = reading ? newlyCorrected(before, after, { ink, reading }) : [];
    if (found.length === 0 || page.settings.get('learns') === false) return;
    const { examples, isFirst } = await hands.learn(found);
    learned.push({ from: after, examples, isUndone: false });
    if (isFirst) onNote({ kind: 'note', reason: { code: 'hands.learned' } });
  }

  return {
    hands,
    /** In a reader that has just started. */
    weigh: () => void hands.apply().catch(note),
    /** @param {Parameters<typeof learn>} what */
    learn: (...what) => void learn(...what).catch(note),
  };
}

/** Where no picture is open. @type {History<Corrections>} */
const NOTHING_SAID = startHistory([]);

/**
 * Digits of which a person has said just now what they are. In a number of which one is corrected or that was checked, all
 * are what stands there, for it was looked at.
 *
 * @param {Corrections} before
 * @param {Corrections} after
 * @param {{ ink: Ink | null, reading: Reading }} sheet
 * @returns {Corrected[]}
 */
function newlyCorrected(before, after, { ink, reading }) {
  const said = after.filter((each) => !before.includes(each));
  const { numbers } = shownReading(reading, said);
  const all = shownReading(reading, after).numbers;
  const parts = all.flatMap((number) => number.parts);
  const strokes = ink ? ownStrokes(ink, parts) : parts.map(() => []);
  return all.flatMap((number, index) => {
    if (!numbers[index].isCorrected && !numbers[index].isChecked) return [];
    return number.parts.flatMap((part) => {
      const [label, own] = [LABELS.indexOf(part.text), strokes[parts.indexOf(part)]];
      return label >= 0 && own && part.image ? [{ label, strokes: own, image: part.image }] : [];
    });
  });
}
