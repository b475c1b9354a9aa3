/** Numbers of any kind, also several of them. @type {import('../pattern.js').Kind<{ kind: 'any' }>} */
export const any = {
  name: 'Any numbers',
  initial: { kind: 'any' },
  isValid: () => true,
  masksOf: () => undefined,
  problemOf: () => '',
};
