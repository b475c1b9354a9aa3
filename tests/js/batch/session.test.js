import { describe, expect, it, vi } from 'vitest';
import * as rowReader from '../../../web/batch/read-row.js';
import { whyLook } from '../../../web/batch/rows/needs-look.js';
import { changeRow, correct, removeRows } from '../../../web/batch/rows/rows.js';
import { Session } from '../../../web/batch/session.js';
import { withBatch } from '../../../web/batch/rows/state.js';

/** @import { Row } from '../../../web/batch/rows/rows.js' */

const settle = () => new Promise((resolve) => setTimeout(resolve));
const file = (/** @type {string} */ name) => new File(['picture'], name);

/** @param {{ rows?: Row[], settings?: any }} [kept] */
function made({ rows = [], settings = null } = {}, alignForm = vi.fn()) {
  /** @type {{ name: string, options: any, resolve: (reading: any) => void, reject: (error: Error) => void }[]} */
  const reads = [];
  /** @type {Map<string, File>} */
  const pictures = new Map(rows.map(({ id, name }) => [id, file(name)]));
  const store = {
    load: async () => ({ rows, settings, isDamaged: false }),
    addPicture: (/** @type {string} */ id, /** @type {any} */ blob) => void pictures.set(id, blob),
    picture: async (/** @type {string} */ id) => /** @type {File} */ (pictures.get(id)),
    countPages: async () => 1,
    save: vi.fn(),
    saveSettings: vi.fn(),
    forget: vi.fn(async () => {}),
  };
  const session = new Session({
    store,
    read: /** @type {any} */ (
      (/** @type {File} */ { name }, /** @type {any} */ options) =>
        new Promise((resolve, reject) => reads.push({ name, options, resolve, reject }))
    ),
    reader: async () => ({ alignForm, classify: vi.fn() }),
    rowReader: async () => rowReader,
    sizeOf: async () => ({ width: 100, height: 100 }),
    unsureBelow: () => 0.8,
    isInUse: () => false,
    onChange: () => {},
  });
  return { session, store, reads };
}

const reading = (/** @type {string} */ text) => ({
  text,
  numbers: [{ text, confidence: 0.9, box: null }],
  skipped: [],
});
const box = { x: 0, y: 0, width: 1, height: 1 };
const inField = (/** @type {string} */ text) => {
  const number = { text, confidence: 0.9, box: { ...box, height: 9 }, digits: [], alternatives: [] };
  return { text, numbers: text ? [number] : [] };
};
const fieldOf = (/** @type {string} */ name, /** @type {number} */ x) => ({
  name,
  area: { x, y: 0, width: 0.2, height: 0.2 },
  pattern: /** @type {const} */ ({ kind: 'any' }),
});

/** @param {Session} session */
const statuses = ({ state }) => state.batch.rows.map(({ status }) => status);

describe('a batch at work', () => {
  it('reads one picture after the other, and tells how far it is', async () => {
    const { session, reads } = made();
    const firstIsRead = vi.fn();
    void session.first.then(firstIsRead);
    session.goOn();
    await session.add([file('a'), file('b')]);
    await settle();
    expect(reads.map(({ name }) => name)).toEqual(['a']);
    expect(firstIsRead).not.toHaveBeenCalled();
    expect(session.state.share?.value).toBeNull();
    reads[0].options.onProgress({ share: 0.4 });
    expect(session.state.share?.value).toBe(0.4);
    reads[0].resolve(reading('12'));
    await settle();
    expect(statuses(session)).toEqual(['read', 'reading']);
    expect(firstIsRead).toHaveBeenCalled();
    vi.spyOn(console, 'warn').mockImplementationOnce(() => {});
    reads[1].reject(new Error('This is not a picture'));
    await settle();
    expect(session.state.batch.rows[1]).toMatchObject({
      status: 'failed',
      error: { message: 'This is not a picture' },
    });
    expect(session.state.share).toBeNull();
  });

  it('goes on with what an earlier visit left', async () => {
    const earlier = made();
    await earlier.session.add([file('a'), file('b')]);
    const rows = changeRow(earlier.session.state.batch, earlier.session.state.batch.rows[0].id, {
      status: 'reading',
    }).rows;
    const { session, reads } = made({ rows: [...rows] });
    session.goOn();
    await settle();
    expect(reads.map(({ name }) => name)).toEqual(['a']);
  });

  it('stays stopped over a reload, until a person lets it go on', async () => {
    const earlier = made();
    await earlier.session.add([file('a')]);
    const { session, reads } = made({ rows: [...earlier.session.state.batch.rows], settings: { isPaused: true } });
    session.goOn();
    await settle();
    expect(reads.length).toBe(0);
    session.change({ ...session.state, isPaused: false });
    await settle();
    expect(reads.length).toBe(1);
  });

  it('reads anew, and without a form, what was kept with a form that this version does not know', async () => {
    const earlier = made();
    await earlier.session.add([file('a')]);
    const [row] = earlier.session.state.batch.rows;
    const settings = { form: { name: 'x', fields: [{ name: 'y', area: box, pattern: { kind: 'from the future' } }] } };
    const kept = { ...row, status: /** @type {const} */ ('read'), cells: [null, null], corrections: ['1', '2'] };
    const { session } = made({ rows: [kept], settings });
    await settle();
    expect(session.state).toMatchObject({ form: null, batch: { rows: [{ status: 'waiting', cells: [null] }] } });
  });

  it('finds a form in each picture by what is printed on it, and says of one that does not show it what to do', async () => {
    const corners = [
      { x: 10, y: 10 },
      { x: 90, y: 10 },
      { x: 90, y: 90 },
      { x: 10, y: 90 },
    ];
    const alignForm = vi.fn(async (/** @type {any} */ { name }) => (name === 'a' ? { corners, likeness: 0.9 } : null));
    const { session, reads } = made({}, alignForm);
    const landmarks = { version: /** @type {const} */ (1), area: box, width: 1, height: 1, marks: 'AA==' };
    await session.setForm({ name: 'Members', fields: [fieldOf('Number', 0.25)], landmarks });
    session.goOn();
    await session.add([file('a'), file('b')]);
    await settle();
    expect(alignForm.mock.calls[0]).toMatchObject([{ name: 'a' }, { landmarks }]);
    expect(reads[0].options.corners?.[0]).toEqual({ x: 28, y: 10 });
    reads[0].resolve(inField('12'));
    vi.spyOn(console, 'warn').mockImplementationOnce(() => {});
    await settle();
    expect(session.state.batch.rows).toMatchObject([
      { status: 'read', cells: [{ text: '12', area: { x: 30, y: 10, width: 16, height: 16 } }] },
      { status: 'failed', error: { code: 'form.problem.other' } },
    ]);
    expect(reads).toHaveLength(1);
  });

  it('rests out of sight, and begins the picture in hand anew', async () => {
    const { session, reads } = made();
    session.goOn();
    await session.add([file('a')]);
    await settle();
    session.rest();
    await settle();
    expect(reads[0].options.signal.aborted).toBe(true);
    expect(statuses(session)).toEqual(['waiting']);
    session.goOn();
    await settle();
    expect(reads.length).toBe(2);
  });

  it('stops reading a picture that is removed', async () => {
    const { session, reads } = made();
    session.goOn();
    await session.add([file('a'), file('b')]);
    await settle();
    const { batch } = session.state;
    session.change(withBatch(session.state, removeRows(batch, [batch.rows[0].id]), { isHeld: false }));
    await settle();
    expect(reads[0].options.signal.aborted).toBe(true);
    expect(reads.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('clears rows and pictures, those that could be undone too', async () => {
    const { session, store } = made();
    await session.add([file('a'), file('b')]);
    const ids = session.state.batch.rows.map(({ id }) => id);
    session.change(withBatch(session.state, removeRows(session.state.batch, [ids[0]]), { isHeld: false }));
    session.clear();
    expect(session.state.batch).toEqual({ rows: [], past: [] });
    expect(store.forget).toHaveBeenCalledWith([ids[1], ids[0]]);
  });
});

describe('a form', () => {
  const form = { name: 'Receipt', fields: [fieldOf('Date', 0), fieldOf('Sum', 0.5)] };

  it('has every field read, and then only those that are new', async () => {
    const { session, reads, store } = made();
    session.goOn();
    await session.add([file('a')]);
    await session.setForm(form);
    await settle();
    for (const text of ['11', '22']) {
      reads.at(-1)?.resolve(inField(text));
      await settle();
    }
    expect(session.state.batch.rows[0]).toMatchObject({ status: 'read', cells: [{ text: '11' }, { text: '22' }] });
    expect(store.saveSettings).toHaveBeenLastCalledWith({ form, isPaused: false, by: 'picture' });
    const before = reads.length;
    await session.setForm({ ...form, fields: [form.fields[0], fieldOf('Sum', 0.7)] });
    await settle();
    expect(reads.length).toBe(before + 1);
    expect(reads.at(-1)?.options.area.x).toBeGreaterThan(60);
  });

  it('has a sum that does not fit looked at with its parts, until what a person says fits', async () => {
    const fields = [fieldOf('Food', 0), fieldOf('Fuel', 0.3), { ...fieldOf('Total', 0.6), sumOf: [0, 1] }];
    const { session, reads } = made();
    await session.setForm({ name: 'Receipt', fields });
    session.goOn();
    await session.add([file('a')]);
    for (const text of ['13', '11', '25']) {
      await settle();
      reads.at(-1)?.resolve(inField(text));
    }
    await settle();
    const looks = () =>
      fields.map((_, column) => whyLook(session.state.batch.rows[0], column, session.state.rules)?.code);
    expect(looks()).toEqual(Array(3).fill('form.problem.sum'));
    const { state } = session;
    session.change(withBatch(state, correct(state.batch, state.batch.rows[0].id, 1, '12'), { isHeld: false }));
    expect(looks()).toEqual(Array(3).fill(undefined));
  });

  it('compares a field that says the same in every picture with the one before, also when that is corrected', async () => {
    const { session, reads } = made();
    await session.setForm({ name: 'Receipt', fields: [{ ...fieldOf('Year', 0), isAsBefore: true }] });
    session.goOn();
    await session.add([file('a'), file('b'), file('c')]);
    for (const text of ['2025', '', '2026']) {
      await settle();
      reads.at(-1)?.resolve(inField(text));
    }
    await settle();
    const looks = () => session.state.batch.rows.map((row) => whyLook(row, 0, session.state.rules)?.values?.before);
    expect(looks()).toEqual([undefined, undefined, '2025']);
    const { state } = session;
    session.change(withBatch(state, correct(state.batch, state.batch.rows[0].id, 0, '2026'), { isHeld: false }));
    expect(looks()).toEqual([undefined, undefined, undefined]);
  });
});
