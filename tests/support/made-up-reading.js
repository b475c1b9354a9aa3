/**
 * Readings as the reader gives them, for what is done with them.
 * @import { NumberReading, Reading } from '../../web/reader/reading.js'
 * @import { Info, Reader } from '../../web/inkdigit.js'
 * @typedef {Pick<Reader, 'info' | 'readInk' | 'readImage' | 'close'> & Partial<Pick<Reader, 'findFields' | 'findLandmarks' | 'classify'>>} MadeUpReader
 * @typedef {{ confidence?: number, sure?: number[], x?: number, y?: number, size?: number, line?: number,
 *   probabilities?: number[][], alternatives?: { text: string, confidence: number }[] }} How `sure` and `probabilities`
 *   are of each digit, `size` is each sign's width
 */

/** @param {number} [unsure] below which an answer is told as unsure @returns {Info} */
export function madeUpInfo(unsure = 0.7) {
  const model = {
    version: 'made up',
    preprocessing: 1,
    temperature: 1,
    thresholds: { unsure },
    files: {},
    samples: [],
  };
  return { version: '0.0.0', backend: 'cpu', model };
}

/** @param {string} sign @param {number} confidence */
function probabilitiesOf(sign, confidence) {
  const own = sign === '?' ? 10 : Number(sign);
  return Array.from({ length: 11 }, (_, index) => (index === own ? confidence : (1 - confidence) / 10));
}

/**
 * @param {string} text '2047', '12.50', '20?7'
 * @param {How} [how]
 * @returns {NumberReading}
 */
export function madeUpNumber(text, how = {}) {
  const { confidence = 0.97, sure = [], x = 0, size = 10, line = 0, probabilities = [], alternatives = [] } = how;
  const y = how.y ?? 3 * size * line;
  /** @type {NumberReading['digits']} */
  const digits = [];
  /** @type {NumberReading['separators']} */
  const separators = [];
  Array.from(text).forEach((sign, place) => {
    const box = { x: x + size * place, y, width: 0.9 * size, height: 2 * size };
    if (/[0-9?]/.test(sign)) {
      const own = sure[digits.length] ?? 0.99;
      const image = new Float32Array(784).fill(0.1);
      const digit = sign === '?' ? null : Number(sign);
      image[0] = (digit ?? 10) / 10;
      digits.push({
        digit,
        confidence: own,
        probabilities: probabilities[digits.length] ?? probabilitiesOf(sign, own),
        box,
        image,
      });
    } else {
      separators.push({
        text: sign,
        after: digits.length,
        confidence: 0.98,
        box: { ...box, y: y + 1.8 * size, height: 0.2 * size },
      });
    }
  });
  const box = { x, y, width: size * (text.length - 0.1), height: 2 * size };
  return { text, confidence, box, line, digits, separators, alternatives };
}

/** Agrees with what was made up. @param {Float32Array} images @returns {Promise<Float32Array>} */
export async function classifyMadeUp(images) {
  const likely = new Float32Array((images.length / 784) * 11);
  for (let at = 0; at < images.length / 784; at++) likely[11 * at + Math.round(10 * images[784 * at])] = 1;
  return likely;
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
