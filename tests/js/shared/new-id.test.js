import { expect, it } from 'vitest';
import { newId } from '../../../web/shared/new-id.js';

it('ids are names of their own', () => {
  expect(newId()).not.toBe(newId());
});

it('ids sort by the time they were made at', () => {
  const ids = [newId(Date.UTC(2026, 0)), newId(Date.UTC(2026, 1)), newId(Date.UTC(2060, 0))];
  expect(ids.toReversed().toSorted()).toEqual(ids);
});
