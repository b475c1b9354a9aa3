import { formatConfidence } from '../numbers.js';
import { parseNumber } from '../reading/parse-number.js';
import { isGuess, isSureNumber, mostDoubtfulSign, unreadSigns } from '../reading/sureness.js';
import { text as textOf } from '../../texts/texts.js';

/**
 * @import { Part, ShownNumber } from '../reading/shown-reading.js'
 * @import { Doubt } from './check-dialog.js'
 * @import { Seen } from './enlarged-ink.js'
 * @typedef {Seen extends infer Each ? Each extends Seen ? Omit<Each, 'box'> : never : never} Sheet where the ink is
 */

/** Of the other readings of a number. */
const MOST_OTHERS = 3;

/**
 * @param {() => ReadonlyArray<ShownNumber>} now the numbers of a reading, with what a person has said of them so far
 * @param {{
 *   seen: Sheet,
 *   unsureBelow: number,
 *   say: (number: ShownNumber, text: string) => void,
 *   select: (part: Part) => void,
 * }} how
 * @returns {Doubt[]} one for each number that is in doubt, in the order of the reading
 */
export function doubtfulNumbers(now, { seen, unsureBelow, say, select }) {
  return now().flatMap((first, place) => {
    if (first.text === '' || isSureNumber(first, unsureBelow)) return [];
    /** @type {Doubt} */
    const doubt = {
      name: '',
      reading() {
        const { text, alternatives } = now()[place];
        const others = alternatives.map((each) => each.text).filter((each) => each !== text && !each.includes('?'));
        return { text, words: wordsOf(now()[place], unsureBelow), others: others.slice(0, MOST_OTHERS) };
      },
      ink: async () => ({ ...seen, box: first.box }),
      say(typed) {
        const parsed = parseNumber(typed);
        // An empty one says that there is nothing.
        if ('problem' in parsed && parsed.problem !== 'empty') return textOf(`correct.whole.${parsed.problem}`);
        say(now()[place], 'text' in parsed ? parsed.text : '');
        return null;
      },
      select() {
        const part = mostDoubtfulSign(now()[place].parts, unsureBelow) ?? now()[place].parts[0];
        if (part) select(part);
      },
    };
    return [doubt];
  });
}

/** @param {ShownNumber} number @param {number} unsureBelow @returns {string} how sure it is */
function wordsOf(number, unsureBelow) {
  if (number.isChecked) return textOf('answer.checked');
  if (number.isCorrected) return textOf('answer.corrected');
  const places = unreadSigns(number);
  const unread = textOf('answer.unread', { count: places.length, places: places.join(', ') });
  const why = isGuess(number, unsureBelow) ? formatConfidence(number.confidence) : unread;
  return textOf('answer.unsure', { why });
}
