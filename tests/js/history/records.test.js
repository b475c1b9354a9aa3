import { describe, expect, it, vi } from 'vitest';
import { createKeepSwitch } from '../../../web/history/records/open-history.js';
import { beyondLimits, Records } from '../../../web/history/records/records.js';
import { smallPicture } from '../../../web/history/records/kept-reading.js';
import { blocked, contentOf, inMemory, storageOf } from '../../support/records-made.js';

/** @import { Content } from '../../../web/history/records/kept-reading.js' */

const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
/** @type {Content} */
const photo = {
  ...contentOf('7'),
  ink: null,
  picture: { name: 'a.jpg', size: { width: 4000, height: 3000 }, area: null },
};

/** @param {Partial<ConstructorParameters<typeof Records>[0]>} [changed] */
function opened(changed = {}) {
  const onNotice = vi.fn();
  const onChange = vi.fn();
  const shrink = vi.fn(async (/** @type {Blob} */ file) => ({ blob: file, scale: 0.4 }));
  let time = 0;
  const memory = inMemory();
  const records = new Records({
    database: memory.open(),
    keeping: createKeepSwitch(storageOf().storage),
    shrink,
    onNotice,
    onChange,
    now: () => (time += 1),
    ...changed,
  });
  return { records, ...memory, onNotice, onChange, shrink };
}

/** @param {Records} records */
const textsOf = async (records) => (await records.list()).map(({ text }) => text);

describe('the history', () => {
  it('lists what was read, the newest first', async () => {
    const { records, onNotice } = opened();
    for (const text of ['1', '2', '3']) await records.keep(contentOf(text));
    expect(await textsOf(records)).toEqual(['3', '2', '1']);
    expect(onNotice).not.toHaveBeenCalled();
  });

  it('shows the others where one is damaged, and says so once', async () => {
    const { records, kept, onNotice } = opened();
    for (const text of ['1', '2']) await records.keep(contentOf(text));
    kept.set('none', /** @type {any} */ (null));
    kept.set('old', /** @type {any} */ ({ id: 'old', time: 3, text: '3' }));
    expect(await textsOf(records)).toEqual(['2', '1']);
    expect((await records.usage()).records).toBe(2);
    expect(onNotice.mock.calls).toEqual([[{ code: 'records.damaged', values: {} }]]);
  });

  it('replaces what goes on', async () => {
    const { records } = opened();
    const known = await records.keep(contentOf('20'));
    await records.keep(contentOf('2047'), { known });
    expect(await textsOf(records)).toEqual(['2047']);
  });

  it('begins another record where another tab has changed or deleted that one', async () => {
    const { records, open } = opened();
    const other = opened({ database: open() }).records;
    const known = await records.keep(contentOf('20'));
    await other.keep(contentOf('208'), { known });
    await records.keep(contentOf('2047'), { known });
    expect((await textsOf(records)).toSorted()).toEqual(['2047', '208']);
    await other.clear();
    await records.keep(contentOf('20471'), { known });
    expect(await textsOf(other)).toEqual(['20471']);
  });

  it('keeps a picture once, small, with its record, and deletes it with it', async () => {
    const { records, shrink, pictures } = opened();
    const file = new Blob(['photograph']);
    const known = await records.keep(photo, { file });
    await records.keep({ ...photo, text: '1' }, { file, known });
    expect(shrink).toHaveBeenCalledOnce();
    const [record] = await records.list();
    expect(record).toMatchObject({ text: '1', scale: 0.4 });
    expect(await records.picture(record.id)).toBe(file);
    expect(await records.remove(record.id)).toBe(true);
    expect([await textsOf(records), await records.picture(record.id), pictures.size]).toEqual([[], null, 0]);
  });

  it('keeps a reading without its picture where that cannot be made small', async () => {
    const { records } = opened({ shrink: () => Promise.reject(new Error('no memory')) });
    await records.keep(photo, { file: new Blob(['photograph']) });
    expect(await records.list()).toMatchObject([{ text: '7', scale: null }]);
  });

  it('stores nothing while it is off, and leaves what is there until it is deleted', async () => {
    const { records } = opened();
    await records.keep(contentOf('1'));
    records.setKeeping(false);
    expect(await records.keep(contentOf('2'))).toBeNull();
    expect(await textsOf(records)).toEqual(['1']);
    await records.clear();
    expect(await textsOf(records)).toEqual([]);
    records.setKeeping(true);
    await records.keep(contentOf('3'));
    expect(await textsOf(records)).toEqual(['3']);
  });

  it('stores nothing that it was turned off over', async () => {
    const { records } = opened({
      async shrink(blob) {
        records.setKeeping(false); // a person does, while the picture is made small
        return { blob, scale: 1 };
      },
    });
    const kept = records.keep(photo, { file: new Blob(['photograph']) });
    expect(await kept).toBeNull();
    expect(await textsOf(records)).toEqual([]);
  });

  it('tells how much there is', async () => {
    const { records } = opened({ estimate: async () => ({ usage: 5000, quota: 9000 }) });
    await records.keep(contentOf('1'));
    await records.keep(photo, { file: new Blob(['x'.repeat(1000)]) });
    const usage = await records.usage();
    expect(usage).toMatchObject({ records: 2, pictures: 1, site: { used: 5000, quota: 9000 } });
    expect(usage.bytes).toBeGreaterThan(1200);
    expect((await opened().records.usage()).site).toBeNull();
  });

  it('lets the oldest go beyond its limits, and says so once', async () => {
    const { records, onNotice } = opened({ limits: { records: 3, pictures: 1 } });
    for (const text of ['1', '2', '3', '4', '5']) await records.keep(contentOf(text));
    expect(await textsOf(records)).toEqual(['5', '4', '3']);
    expect(onNotice.mock.calls).toEqual([[{ code: 'records.trimmed', values: { count: 1, records: 3, pictures: 1 } }]]);
    for (const name of ['a', 'b']) await records.keep({ ...photo, text: name }, { file: new Blob([name]) });
    expect(await textsOf(records)).toEqual(['b', '5']);
  });

  it('makes room on a full device, and says how much left', async () => {
    const memory = inMemory();
    const database = memory.open();
    const { records, onNotice } = opened({ database });
    for (let count = 0; count < 20; count += 1) await records.keep(contentOf(String(count)));
    const put = database.put;
    database.put = (record, how) => (memory.kept.size > 18 ? full() : put(record, how));
    await records.keep(contentOf('new'));
    expect((await textsOf(records)).slice(0, 2)).toEqual(['new', '19']);
    expect(onNotice).toHaveBeenCalledExactlyOnceWith({ code: 'records.madeRoom', values: { count: 2 } });
  });

  it('goes on without what has no room at all, and says what helps', async () => {
    const { records, onNotice } = opened({ database: { ...inMemory().open(), put: full } });
    expect(await records.keep(contentOf('1'))).toBeNull();
    expect(onNotice).toHaveBeenCalledExactlyOnceWith({ code: 'records.noRoom', values: {} });
  });

  it('breaks nothing in a private window that keeps nothing, and says so once', async () => {
    const refuse = () => Promise.reject(new DOMException('refused', 'SecurityError'));
    const database = { list: refuse, ids: refuse, picture: refuse, put: refuse, remove: refuse, clear: refuse };
    const { records, onNotice } = opened({ database, keeping: createKeepSwitch(blocked) });
    expect(await records.keep(contentOf('1'))).toBeNull();
    expect([await records.list(), await records.picture('1')]).toEqual([[], null]);
    expect([await records.remove('1'), await records.clear()]).toEqual([false, false]);
    expect((await records.usage()).records).toBe(0);
    expect(onNotice).toHaveBeenCalledExactlyOnceWith({ code: 'records.unavailable', values: {} });
  });
});

describe('the switch', () => {
  it('is on at first, and the same in every tab', () => {
    const { storage } = storageOf();
    const [one, other] = [createKeepSwitch(storage), createKeepSwitch(storage)];
    expect(one.isOn()).toBe(true);
    other.turn(false);
    expect(one.isOn()).toBe(false);
    one.turn(true);
    expect(other.isOn()).toBe(true);
  });

  it('stays off for the page where the browser stores nothing', () => {
    const isFull = () => ({ getItem: () => 'on', setItem: () => blocked() });
    for (const storage of [blocked, isFull]) {
      const keeping = createKeepSwitch(storage);
      expect(keeping.isOn()).toBe(true);
      keeping.turn(false);
      expect(keeping.isOn()).toBe(false);
    }
  });
});

describe('a picture in the history', () => {
  const size = { width: 4000, height: 3000 };

  it('is kept as it is where it is small', async () => {
    const file = new Blob(['small']);
    expect(await smallPicture(file, size, vi.fn())).toEqual({ blob: file, scale: 1 });
  });

  it('is made as small as the reader looks at', async () => {
    const blob = new Blob(['jpeg']);
    const shrink = vi.fn(async () => ({ blob, ...size }));
    expect(await smallPicture(new Blob(['x'.repeat(600_000)]), size, shrink)).toEqual({ blob, scale: 0.4 });
    expect(shrink).toHaveBeenCalledWith(expect.any(Function), 1600);
  });

  it('is not kept where it stays large or cannot be decoded', async () => {
    const file = new Blob(['x'.repeat(2_100_000)]);
    expect(await smallPicture(file, size, async () => null)).toBeNull();
    expect(await smallPicture(file, size, async () => ({ blob: file, ...size }))).toBeNull();
  });
});

it('the oldest beyond the limits have to go, by their ids', () => {
  expect(beyondLimits(['c', 'a', 'b', 'd'], ['b', 'd'], { records: 3, pictures: 1 })).toEqual(['b', 'a']);
});
