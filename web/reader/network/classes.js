import preprocessing from '../preprocessing.json' with { type: 'json' };

/** Ten digits, then "not a digit". */
export const CLASSES = 11;

export const NOT_A_DIGIT = 10;

/** Of what is not a digit, the network also says which of these it is, or none. */
export const SIGNS = [...preprocessing.signs];

/** What the network gives of an image: logits of the classes, then of no sign, then of every sign. */
export const SCORES = CLASSES + 1 + SIGNS.length;
