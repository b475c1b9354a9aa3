import { text } from '../../texts/texts.js';

/**
 * @param {string} name of a test set, as the card has it
 * @returns {string} as a person calls it; a set of one's own keeps its name
 */
export const setName = (name) => (Object.hasOwn(SETS, name) ? SETS[name]() : name);

/** @param {string} kind of spoiling, as the card has it */
export const kindName = (kind) => (Object.hasOwn(KINDS, kind) ? KINDS[kind]() : kind);

/** @type {Record<string, () => string>} */
const SETS = {
  'MNIST, test': () => text('card.set.mnistTest'),
  'MNIST, held-out writers': () => text('card.set.mnistWriters'),
  'pen, held-out writers': () => text('card.set.penWriters'),
  'simulated photographs, held-out writers': () => text('card.set.photographs'),
  'characters, held-out alphabet': () => text('card.set.letters'),
  'scribbles, held-out kinds': () => text('card.set.scribbles'),
  'unfinished, held-out writers': () => text('card.set.unfinished'),
  'run together, held-out writers': () => text('card.set.runTogether'),
  'UNIPEN digits, held-out people': () => text('card.set.unipenDigits'),
  'UNIPEN letters, held-out people': () => text('card.set.unipenLetters'),
  'UNIPEN signs, held-out people': () => text('card.set.unipenSigns'),
};

/** @type {Record<string, () => string>} */
const KINDS = {
  'shot noise': () => text('card.kind.shotNoise'),
  'impulse noise': () => text('card.kind.impulseNoise'),
  'glass blur': () => text('card.kind.glassBlur'),
  'motion blur': () => text('card.kind.motionBlur'),
  shear: () => text('card.kind.shear'),
  scale: () => text('card.kind.scale'),
  rotate: () => text('card.kind.rotate'),
  brightness: () => text('card.kind.brightness'),
  translate: () => text('card.kind.translate'),
  stripe: () => text('card.kind.stripe'),
  fog: () => text('card.kind.fog'),
  spatter: () => text('card.kind.spatter'),
  'dotted line': () => text('card.kind.dottedLine'),
  zigzag: () => text('card.kind.zigzag'),
  'canny edges': () => text('card.kind.cannyEdges'),
  'gaussian noise': () => text('card.kind.gaussianNoise'),
  'gaussian blur': () => text('card.kind.gaussianBlur'),
  contrast: () => text('card.kind.contrast'),
};
