/**
 * Readings as the reader gives them, for what is done with them.
 * @import { NumberReading, Reading } from '../../web/reader/reading.js'
 */

/** @param {string} sign @param {number} confidence */
function probabilitiesOf(sign, confidence) {
  const own = sign === '?' ? 10 : Number(sign);
  return Array.from({ length: 11 }, (_, index) => (index === own ? confidence : (1 - confidence) / 10));
}

/**
 * @param {string} text '2047', '12.50', '20?7'
 * @param {{ confidence?: number, sure?: number[], x?: number, line?: number,
 *   alternatives?: { text: string, confidence: number }[] }} [how] sure: of each digit; each sign is 10 wide
 * @returns {NumberReading}
 */
export function madeUpNumber(text, { confidence = 0.97, sure = [], x = 0, line = 0, alternatives = [] } = {}) {
  /** @type {NumberReading['digits']} */
  const digits = [];
  /** @type {NumberReading['separators']} */
  const separators = [];
  Array.from(text).forEach((sign, place) => {
    const box = { x: x + 10 * place, y: 30 * line, width: 9, height: 20 };
    if (/[0-9?]/.test(sign)) {
      const own = sure[digits.length] ?? 0.99;
      const image = new Float32Array(784).fill(0.1);
      const digit = sign === '?' ? null : Number(sign);
      digits.push({ digit, confidence: own, probabilities: probabilitiesOf(sign, own), box, image });
    } else {
      separators.push({
        text: sign,
        after: digits.length,
        confidence: 0.98,
        box: { ...box, y: box.y + 18, height: 2 },
      });
    }
  });
  const box = { x, y: 30 * line, width: 10 * text.length - 1, height: 20 };
  return { text, confidence, box, line, digits, separators, alternatives };
}

/**
 * @param {...(NumberReading | string)} numbers texts stand beside each other, well apart
 * @returns {Reading}
 */
export function madeUpReading(...numbers) {
  const all = numbers.map((number, place) =>
    typeof number === 'string' ? madeUpNumber(number, { x: 200 * place }) : number,
  );
  const lines = [...new Set(all.map(({ line }) => line))];
  const text = lines.map((line) =>
    all
      .filter((number) => number.line === line)
      .map((number) => number.text)
      .join(' '),
  );
  return { text: text.join('\n'), numbers: all, skipped: [] };
}
