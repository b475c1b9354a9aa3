import preprocessing from '../preprocessing.json' with { type: 'json' };

/** Ten digits, then "not a digit". */
export const CLASSES = 11;

export const NOT_A_DIGIT = 10;

/** Values of one 28 x 28 image. */
export const PIXELS = preprocessing.size ** 2;
