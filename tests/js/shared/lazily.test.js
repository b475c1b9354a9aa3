import { describe, expect, it, vi } from 'vitest';
import { rememberLast } from '../../../web/shared/remember-last.js';
import { lazily } from '../../../web/shared/lazily.js';

describe('what is made with its first use', () => {
  it('is made once', async () => {
    const make = vi.fn(async () => ({}));
    const get = lazily(make);
    expect(make).not.toHaveBeenCalled();
    expect(await get()).toBe(await get());
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('says in words for a person that it could not be fetched, and is tried again', async () => {
    const make = vi.fn(async () => 'made').mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const get = lazily(make);
    await expect(get()).rejects.toThrow('Check the connection');
    expect(await get()).toBe('made');
  });
});

describe('what was just worked out', () => {
  it('is the very same for the very same', () => {
    const work = vi.fn((/** @type {object} */ a, /** @type {number} */ b) => ({ a, b }));
    const remembered = rememberLast(work);
    const a = {};
    expect(remembered(a, 1)).toBe(remembered(a, 1));
    expect(remembered(a, 2)).toEqual({ a, b: 2 });
    expect(remembered({}, 2)).not.toBe(remembered(a, 2));
    expect(work).toHaveBeenCalledTimes(4);
  });
});
