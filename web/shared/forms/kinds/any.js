/** Numbers of any kind, also several of them. @type {import('../pattern.js').Kind<{ kind: 'any' }>} */
export const any = {
  initial: { kind: 'any' },
  isValid: () => true,
  masksOf: () => undefined,
  problemOf: () => null,
};
