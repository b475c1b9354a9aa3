import { expect, it, vi } from 'vitest';
import { memo } from '../../../web/shared/memo.js';

it('what was just worked out is the very same for the very same', () => {
  const work = vi.fn((/** @type {object} */ a, /** @type {number} */ b) => ({ a, b }));
  const remembered = memo(work);
  const a = {};
  expect(remembered(a, 1)).toBe(remembered(a, 1));
  expect(remembered(a, 2)).toEqual({ a, b: 2 });
  expect(remembered({}, 2)).not.toBe(remembered(a, 2));
  expect(work).toHaveBeenCalledTimes(4);
});

it('what was just rendered is rendered again only when something is new, also what the arguments do not tell', () => {
  const render = vi.fn();
  let size = 1;
  const rendered = memo(render, () => size);
  rendered('a');
  rendered('a');
  size = 2;
  rendered('a');
  rendered('b');
  expect(render.mock.calls).toEqual([['a'], ['a'], ['b']]);
});
