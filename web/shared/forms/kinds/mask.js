/** @typedef {{ kind: 'mask', masks: string }} MaskPattern one or more masks with spaces between them */

/** A digit of any value, a certain digit, or a sign that is read between digits. */
const MASK = /^(?=.*#)[#\d.,:/-]{1,40}$/;
const MOST_MASKS = 20;

/** Digits and signs in places that a person says: ##-###. @type {import('../pattern.js').Kind<MaskPattern>} */
export const mask = {
  initial: { kind: 'mask', masks: '##-###' },
  isValid({ masks }) {
    const list = typeof masks === 'string' ? listOf(masks) : [];
    return list.length > 0 && list.length <= MOST_MASKS && list.every((each) => MASK.test(each));
  },
  masksOf: ({ masks }) => listOf(masks),
  problemOf({ masks }, text) {
    const list = listOf(masks);
    return list.some((each) => fits(text, each)) ? null : { code: 'form.problem.mask', values: { masks: list } };
  },
};

/** @param {string} masks */
const listOf = (masks) => masks.split(/\s+/).filter(Boolean);

/** @param {string} text @param {string} wanted */
function fits(text, wanted) {
  return (
    text.length === wanted.length &&
    Array.from(wanted).every((sign, place) => (sign === '#' ? /\d/.test(text[place]) : sign === text[place]))
  );
}
