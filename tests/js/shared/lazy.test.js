import { describe, expect, it, vi } from 'vitest';
import { lazy } from '../../../web/shared/lazy.js';

describe('what is made with its first use', () => {
  it('is made once', async () => {
    const make = vi.fn(async () => ({}));
    const get = lazy(make);
    expect(make).not.toHaveBeenCalled();
    expect(await get()).toBe(await get());
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('says in words for a person that it could not be fetched, and is tried again', async () => {
    const make = vi.fn(async () => 'made').mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const get = lazy(make);
    await expect(get()).rejects.toThrow('Check the connection');
    expect(await get()).toBe('made');
  });
});
