/** The signs that a number may have beside its digits. */
export const SIGNS = Array.from('.,-/:+×÷=%()$');

/** '?' is ink that is no digit. */
const OF_NUMBER = new Set([...'0123456789?', ...SIGNS]);

/**
 * @param {string} typed
 * @returns {{ text: string } | { problem: 'empty' | 'signs' }} the number, or what is wrong with it
 */
export function parseNumber(typed) {
  const text = plainSigns(typed).replaceAll(/\s/g, '');
  if (text === '') return { problem: 'empty' };
  if (!Array.from(text).every((sign) => OF_NUMBER.has(sign))) return { problem: 'signs' };
  return { text };
}

/**
 * @param {string} typed
 * @returns {string} the same with the signs of readings, for which a keyboard may have others
 */
export function plainSigns(typed) {
  return typed.normalize('NFKC').replaceAll(/[−–]/g, '-').replaceAll(/[*x]/gi, '×');
}
