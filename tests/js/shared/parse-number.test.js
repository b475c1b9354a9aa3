import { expect, test } from 'vitest';
import { SEPARATORS } from '../../../web/reader/ink/features.js';
import { SIGNS as READ } from '../../../web/reader/network/classes.js';
import { SIGNS as TYPED } from '../../../web/shared/reading/parse-number.js';

test('a person can type every sign that is read, and no other', () => {
  expect(new Set(TYPED)).toEqual(new Set([...SEPARATORS, ...READ]));
});
