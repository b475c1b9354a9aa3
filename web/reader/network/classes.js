/** Ten digits, then "not a digit". */
export const CLASSES = 11;

export const NOT_A_DIGIT = 10;
