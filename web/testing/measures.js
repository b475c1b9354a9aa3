import { CLASSES, NOT_A_DIGIT } from '../reader/network/classes.js';

/**
 * What is measured of one set, as training/evaluation/measures.py measures it for the card.
 *
 * @typedef {{ sign: number, precision: number | null, recall: number | null, f1: number, support: number }} ClassReport
 *   sign: the class, 0-10; shares of 0 to 1, null where there is nothing that they could be of
 * @typedef {{ confidence: number, accuracy: number, n: number }} Bin means of the answers in it
 * @typedef {{ index: number, truth: number, read: number, confidence: number }} Mistake classes, 0-10
 * @typedef {{
 *   n: number,
 *   right: number,
 *   accuracy: number,
 *   interval: [number, number],
 *   confusion: number[][],
 *   classes: ClassReport[],
 *   bins: Bin[],
 *   calibrationError: number,
 *   notSure: number,
 *   mistakes: Mistake[],
 * }} Measures interval: of 95 %; confusion: rows are the truth; notSure: the share of answers that the page shows as not sure;
 *   mistakes: the surest first
 */

/** Standard deviations on either side that hold 95 % of a normal distribution. */
const Z = 1.96;

/** Of equal width, that confidences are sorted into. */
const BINS = 15;

/**
 * The 95 % interval of a share (Wilson, "Probable inference", 1927).
 *
 * @param {number} share of n tries that came out right, 0..1
 * @param {number} n at least 1
 * @returns {[number, number]} within 0..1
 */
export function wilsonInterval(share, n) {
  const middle = (share + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const reach = (Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))) / (1 + Z ** 2 / n);
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}

/**
 * @param {Float32Array} probabilities n * 11
 * @returns {{ read: Uint8Array, confidence: Float32Array }} the likeliest class of each, and how likely it is
 */
export function answersOf(probabilities) {
  const n = probabilities.length / CLASSES;
  const [read, confidence] = [new Uint8Array(n), new Float32Array(n)];
  for (let index = 0; index < n; index++) {
    for (let sign = 0; sign < CLASSES; sign++) {
      const probability = probabilities[index * CLASSES + sign];
      if (probability > confidence[index]) [read[index], confidence[index]] = [sign, probability];
    }
  }
  return { read, confidence };
}

/**
 * @param {Float32Array} probabilities n * 11
 * @param {Uint8Array} labels n, 0-10
 * @param {number} unsureBelow a digit with less confidence is shown as not sure
 * @returns {Measures} for at least one
 */
export function measure(probabilities, labels, unsureBelow) {
  const n = labels.length;
  const { read, confidence } = answersOf(probabilities);
  const confusion = Array.from({ length: CLASSES }, () => Array.from({ length: CLASSES }, () => 0));
  /** @type {Mistake[]} */
  const mistakes = [];
  let notSure = 0;
  for (let index = 0; index < n; index++) {
    confusion[labels[index]][read[index]] += 1;
    if (read[index] !== NOT_A_DIGIT && confidence[index] < unsureBelow) notSure += 1;
    if (read[index] !== labels[index]) {
      mistakes.push({ index, truth: labels[index], read: read[index], confidence: confidence[index] });
    }
  }
  const right = n - mistakes.length;
  const bins = binsOf(read, confidence, labels);
  return {
    n,
    right,
    accuracy: right / n,
    interval: wilsonInterval(right / n, n),
    confusion,
    classes: classesOf(confusion),
    bins,
    calibrationError: bins.reduce((sum, bin) => sum + bin.n * Math.abs(bin.confidence - bin.accuracy), 0) / n,
    notSure: notSure / n,
    mistakes: mistakes.sort((a, b) => b.confidence - a.confidence),
  };
}

/** @param {number[][]} confusion @returns {ClassReport[]} of the classes that are there, or were read */
function classesOf(confusion) {
  return confusion.flatMap((row, sign) => {
    const support = sumOf(row);
    const found = sumOf(confusion.map((each) => each[sign]));
    if (support + found === 0) return [];
    const right = row[sign];
    const precision = found > 0 ? right / found : null;
    const recall = support > 0 ? right / support : null;
    return [{ sign, precision, recall, f1: (2 * right) / (support + found), support }];
  });
}

/** @param {Uint8Array} read @param {Float32Array} confidence @param {Uint8Array} labels @returns {Bin[]} those that hold an answer */
function binsOf(read, confidence, labels) {
  const bins = Array.from({ length: BINS }, () => ({ confidence: 0, accuracy: 0, n: 0 }));
  labels.forEach((label, index) => {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence[index] * BINS))];
    bin.n += 1;
    bin.confidence += confidence[index];
    bin.accuracy += Number(read[index] === label);
  });
  return bins
    .filter(({ n }) => n > 0)
    .map(({ confidence: sum, accuracy: right, n }) => ({ confidence: sum / n, accuracy: right / n, n }));
}

/** @param {number[]} values */
const sumOf = (values) => values.reduce((sum, value) => sum + value, 0);

/**
 * @param {Float32Array} probabilities n * 11
 * @returns {Uint8Array} n, the likeliest of the ten digits: who has to answer cannot say that it is none
 */
export function digitsOf(probabilities) {
  return Uint8Array.from({ length: probabilities.length / CLASSES }, (_, index) => {
    const digits = probabilities.subarray(index * CLASSES, index * CLASSES + NOT_A_DIGIT);
    return digits.indexOf(Math.max(...digits));
  });
}

/**
 * @param {Uint8Array} digits
 * @returns {string} as Kaggle's "Digit Recognizer" takes them
 */
export const toSubmission = (digits) =>
  ['ImageId,Label', ...Array.from(digits, (digit, index) => `${index + 1},${digit}`), ''].join('\n');
