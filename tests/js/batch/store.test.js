import { describe, expect, it, vi } from 'vitest';
import { addRows, changeRow, startBatch } from '../../../web/batch/rows/rows.js';
import { Store } from '../../../web/batch/store.js';

/** @import { KeyValue } from '../../../web/shared/storage/database.js' */

/** A database that a test can look into. @param {Map<string, any>} [map] @returns {KeyValue & { map: Map<string, any> }} */
function inMap(map = new Map()) {
  return {
    map,
    entries: async () => [...map],
    keys: async () => [...map.keys()],
    get: async (key) => map.get(key),
    setMany: vi.fn(async (/** @type {[string, unknown][]} */ entries) => {
      for (const [key, value] of entries) map.set(key, value);
    }),
    delMany: async (keys) => keys.forEach((key) => map.delete(key)),
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const blob = new Blob(['picture']);
const two = addRows(
  startBatch(),
  [
    { id: 'b', name: 'b.png' },
    { id: 'a', name: 'a.png' },
  ],
  1,
).rows;

/** @param {ReturnType<typeof inMap>} [pictures] @param {ReturnType<typeof inMap>} [rows] */
function made(pictures = inMap(), rows = inMap()) {
  const onTrouble = vi.fn();
  return { store: new Store({ rows, pictures }, onTrouble), rows, pictures, onTrouble };
}

describe('the store', () => {
  it('keeps pictures as they are, and rows in the order added', async () => {
    const { store, rows, pictures, onTrouble } = made();
    for (const { id } of two) store.addPicture(id, blob);
    store.save([], two);
    store.saveSettings({ isPaused: true });
    await settle();
    const later = made(pictures, rows).store;
    expect(await later.load()).toEqual({ rows: two, settings: { isPaused: true }, isDamaged: false });
    expect(await later.picture('a')).toBe(blob);
    expect(onTrouble).not.toHaveBeenCalled();
  });

  it('keeps a PDF as long as one of its pages has a row', async () => {
    const [page] = two.map((row) => ({ ...row, page: { of: 'pdf', number: 1 } }));
    const { store, rows, pictures } = made();
    store.addPicture('pdf', blob);
    store.save([], [page]);
    await settle();
    const later = made(pictures, rows).store;
    expect((await later.load()).rows).toEqual([page]);
    expect([...pictures.map.keys()]).toEqual(['pdf']);
    later.save([page], []);
    await settle();
    await made(pictures, rows).store.load();
    expect([...pictures.map.keys()]).toEqual([]);
  });

  it('writes the row of a page only after its PDF', async () => {
    const [page] = two.map((row) => ({ ...row, page: { of: 'pdf', number: 1 } }));
    const pictures = inMap();
    let write = () => {};
    vi.mocked(pictures.setMany).mockReturnValueOnce(new Promise((resolve) => (write = () => resolve(undefined))));
    const { store, rows } = made(pictures);
    store.addPicture('pdf', blob);
    store.save([], [page]);
    await settle();
    expect([...rows.map.keys()]).toEqual([]);
    write();
    await settle();
    expect([...rows.map.keys()]).toEqual([page.id]);
  });

  it('writes only the row that changed', async () => {
    const { store, rows } = made();
    const after = changeRow({ rows: two, past: [] }, 'a', { status: 'reading' }).rows;
    store.save(two, after);
    await settle();
    expect([...rows.map.keys()]).toEqual(['a']);
  });

  it('writes a row only after its picture', async () => {
    const pictures = inMap();
    let release = () => {};
    vi.mocked(pictures.setMany).mockImplementationOnce(() => new Promise((resolve) => (release = resolve)));
    const { store, rows } = made(pictures);
    store.addPicture('a', blob);
    store.save([], two);
    await settle();
    expect(rows.map.size).toBe(0);
    release();
    await settle();
    expect([...rows.map.keys()].sort()).toEqual(['a', 'b']);
  });

  it('reads a row anew of which nothing but its picture is whole, and leaves the others as they are', async () => {
    const { store, rows, pictures } = made();
    for (const { id } of two) store.addPicture(id, blob);
    store.save([], two);
    await settle();
    rows.map.set('a', null);
    const { rows: found, isDamaged } = await made(pictures, rows).store.load();
    expect(found).toContainEqual(two[0]);
    expect(found).toContainEqual({ id: 'a', name: '', order: 0, status: 'waiting', cells: [], corrections: [] });
    expect(isDamaged).toBe(true);
    expect(await made(pictures, rows).store.picture('a')).toBe(blob);
  });

  it('deletes the rows that are gone, and their pictures at the next visit', async () => {
    const { store, rows, pictures } = made();
    for (const { id } of two) store.addPicture(id, blob);
    store.save([], two);
    store.save(two, two.slice(1));
    await settle();
    expect([...rows.map.keys()]).toEqual(['a']);
    expect(await store.picture('b')).toBe(blob);
    await made(pictures, rows).store.load();
    expect([...pictures.map.keys()]).toEqual(['a']);
  });

  it('forgets pictures at once where nothing can be undone', async () => {
    const { store, pictures } = made();
    store.addPicture('a', blob);
    await settle();
    await store.forget(['a']);
    expect(pictures.map.size).toBe(0);
    await expect(store.picture('a')).rejects.toThrow('no longer on this device');
  });

  it('goes on in memory where the browser keeps nothing, and says so once', async () => {
    const refuse = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const refusing = { ...inMap(), setMany: refuse, entries: refuse, keys: refuse, get: refuse, delMany: refuse };
    const { store, onTrouble } = made(refusing, refusing);
    expect(await store.load()).toEqual({ rows: [], settings: null, isDamaged: false });
    for (const { id } of two) store.addPicture(id, blob);
    store.save([], two);
    await settle();
    expect(await store.picture('a')).toBe(blob);
    expect(onTrouble).toHaveBeenCalledOnce();
  });
});
