import { describe, expect, it, vi } from 'vitest';
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
