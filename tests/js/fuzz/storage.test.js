import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { addRows, changeRow, confidenceOf, startBatch, textAt } from '../../../web/batch/rows/rows.js';
import { describeRow } from '../../../web/batch/rows/describe.js';
import { toJson } from '../../../web/batch/out/export.js';
import { columnsOf } from '../../../web/batch/rows/columns.js';
import { Session } from '../../../web/batch/session.js';
import { Store } from '../../../web/batch/store.js';
import { storedEdit } from '../../../web/batch/stored-notes.js';
import { createStoredForms } from '../../../web/form/stored-forms.js';
import { toHandFile } from '../../../web/hand/file.js';
import { openHands } from '../../../web/hand/kept-hands.js';
import { reopenDrawing, reopenPicture } from '../../../web/history/controller.js';
import { toRecordsCsv, toStrokeLines } from '../../../web/history/records/export.js';
import { createKeepSwitch } from '../../../web/history/records/open-history.js';
import { Records } from '../../../web/history/records/records.js';
import { search } from '../../../web/history/records/search.js';
import { openKeptPicture } from '../../../web/picture/kept-picture.js';
import { createSettings } from '../../../web/settings/settings.js';
import { imagesOf } from '../../../web/shared/digit-strokes.js';
import { KINDS } from '../../../web/shared/forms/pattern.js';
import { pathsOfInk } from '../../../web/shared/dom/ink-paths.js';
import { shownReading } from '../../../web/shared/reading/shown-reading.js';
import { languageFor } from '../../../web/texts/texts.js';
import { damaged, fuzz, resultOrProblem } from '../../support/fuzz.js';
import { at, SHAPES } from '../../support/hand.js';
import { madeUpReading } from '../../support/made-up-reading.js';
import { inMemory, keptReading, storageOf, written } from '../../support/records-made.js';

const box = { x: 0.1, y: 0.1, width: 0.3, height: 0.4 };
const { ink, reading } = written('20');
const CORRECTIONS = [
  { of: 'part', box, ink: 30, text: '9' },
  { of: 'checked', box, ink: 30, text: '20' },
  { of: 'read', box, ink: 0, text: '20', numbers: reading.numbers },
];
const DRAWING = keptReading('20', {
  ink,
  digits: [{ text: '2', isTrusted: true, isCorrected: false, strokes: at(SHAPES[2]) }],
  corrections: /** @type {any} */ (CORRECTIONS),
});
const PICTURE = keptReading('7', {
  ink: null,
  scale: 0.5,
  picture: {
    name: 'a.jpg',
    size: { width: 800, height: 600 },
    area: { ...box, corners: at(SHAPES[4])[0].slice(0, 4) },
  },
});

describe('a kept reading', () => {
  fuzz(
    'that is damaged is left out of the history and told, and the others are shown',
    fc.tuple(damaged(DRAWING), damaged(PICTURE)),
    async (kept) => {
      const whole = keptReading('2047', { ink });
      /** @type {string[]} */
      const told = [];
      const records = new Records({
        database: { ...inMemory().open(), list: async () => [kept[0], whole, kept[1]] },
        keeping: createKeepSwitch(storageOf().storage),
        shrink: async () => null,
        onNotice: ({ code }) => told.push(code),
        onChange: () => {},
      });
      const list = await records.list();
      expect(list).toContain(whole);
      expect(told).toEqual(list.length < 3 ? ['records.damaged'] : []);
      expect((await records.usage()).bytes).toSatisfy(Number.isFinite);
      search(list, { text: '7', day: '2026-11-21', isUnsure: true });
      toRecordsCsv(list);
      toStrokeLines(list);
      for (const record of list) {
        shownReading(madeUpReading(), record.corrections);
        if (record.ink) pathsOfInk(reopenDrawing(record)?.ink ?? []);
        else reopenPicture(record, new Blob());
      }
    },
  );
});

const ROW = {
  ...addRows(startBatch(), [{ id: 'a', name: 'a.png' }], 1).rows[0],
  ...{ status: 'read', corrections: ['2048'], said: ['1', null], gone: [0], others: { Date: '7' }, before: [null] },
  ...{ error: { code: 'batch.look.failed', message: 'failed', values: { count: 1 } }, second: [{ text: '7' }] },
  cells: [
    {
      ...{ text: '2047 7', confidence: 0.9, least: 0.8, problem: { code: 'form.problem.digits' }, box, turned: 90 },
      marks: [
        { text: '2047', confidence: 0.9, box },
        { text: '7', confidence: 0.8, least: 0.7, box: null, table: 0, row: 1, column: 1 },
      ],
      skipped: [{ ...box, kind: 'word' }],
    },
  ],
  marked: { area: box, turned: 90, corrections: CORRECTIONS },
};
const rules = { unsureBelow: 0.8, problemOf: () => null, between: () => [] };

describe('a kept batch', () => {
  fuzz(
    'that is damaged is shown, and what is lost of it is read anew',
    fc.tuple(damaged(ROW), damaged({ form: null, isPaused: true, by: 'line' })),
    async ([row, settings]) => {
      const other = { ...changeRow(addRows(startBatch(), [{ id: 'b', name: 'b.png' }], 1), 'b', {}).rows[0], order: 9 };
      /** @type {[string, unknown][]} */
      const entries = [
        ['a', row],
        ['settings', settings],
        ['b', other],
      ];
      const rows = { entries: async () => entries, setMany: async () => {}, delMany: async () => {} };
      const store = new Store(/** @type {any} */ ({ rows, pictures: { keys: async () => [] } }), (error) => {
        throw error;
      });
      const session = new Session(
        /** @type {any} */ ({ store, unsureBelow: () => 0.8, isInUse: () => false, onChange() {} }),
      );
      const isDamaged = await session.loaded;
      const { batch, columns, shown } = session.state;
      expect(batch.rows.map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
      expect(batch.rows).toContainEqual(expect.objectContaining({ id: 'b', name: 'b.png' }));
      if (isDamaged)
        expect(batch.rows.find(({ id }) => id === 'a')).toMatchObject({ status: 'waiting', cells: [null] });
      expect(shown.length).toBeGreaterThan(1);
      for (const each of batch.rows) {
        describeRow(
          each,
          rules,
          columns.map(({ title }) => title),
          null,
        );
        expect(textAt(each, 0)).toBeTypeOf('string');
        confidenceOf(each);
      }
      toJson(batch.rows, null, columnsOf(null), rules);
    },
  );
});

/** @param {Record<string, any>} entries */
const storeOf = (entries) => {
  const all = new Map(Object.entries(entries));
  return {
    all,
    entries: async () => [...all],
    get: async (/** @type {string} */ key) => all.get(key),
    setMany: async () => {},
    delMany: async (/** @type {string[]} */ keys) => keys.forEach((key) => all.delete(key)),
  };
};

const EXAMPLE = { id: 'e', label: 7, time: 1.8e12, place: new Int8Array(32), version: 'one', taught: true };
const HANDS = {
  'hand h': { id: 'h', name: 'Ada', layer: { version: 'one', of: 'e 7', weights: new Float32Array(363) } },
  'example h e': { ...EXAMPLE, strokes: [Float32Array.of(0, 0, 1, 1)] },
  'example h i': { ...EXAMPLE, id: 'i', strokes: [], image: new Uint8Array(784) },
};

describe('a kept hand', () => {
  fuzz(
    'that is damaged is weighed as far as it is whole, and nothing stays that nobody sees',
    damaged(HANDS),
    async (kept) => {
      const store = storeOf({ ...kept, 'hand z': { id: 'z', name: 'Whole' } });
      const hands = await openHands(store).load();
      expect(hands.at(-1)).toMatchObject({ id: 'z', name: 'Whole' });
      const seen = hands.flatMap(({ id, examples }) => [
        `hand ${id}`,
        ...examples.map((each) => `example ${id} ${each.id}`),
      ]);
      expect([...store.all.keys()].toSorted()).toEqual(seen.toSorted());
      for (const { name, examples, layer } of hands) {
        expect(imagesOf(examples)).toHaveLength(784 * examples.length);
        expect(imagesOf(examples).every((value) => value >= 0 && value <= 1)).toBe(true);
        expect(layer?.weights.length ?? 363).toBe(363);
        toHandFile(examples, name);
      }
    },
  );
});

const FORM = { name: 'Order', fields: [{ name: 'Date', area: box, pattern: KINDS.date.initial }] };

describe('what else is kept', () => {
  fuzz('of an opened picture comes back as far as it is whole', damaged(said()), async (kept) => {
    const store = storeOf({ file: new Blob(['a picture']), said: kept });
    const found = await resultOrProblem(() => openKeptPicture(store).load('p'));
    if (!found) return;
    expect(found.file.size).toBeGreaterThan(0);
    shownReading(madeUpReading(), found.corrections);
  });
  fuzz(
    'of forms comes back where it is whole',
    damaged({ 'form f': { form: FORM, sample: new Blob() }, draft: { form: FORM } }),
    async (kept) => {
      const forms = createStoredForms(storeOf(kept ?? {}));
      for (const { form } of await forms.list()) expect(form.name).toBeTypeOf('string');
      const draft = await forms.loadDraft();
      if (draft) expect(draft.form.fields).toBeInstanceOf(Array);
    },
  );
  fuzz(
    'of settings is taken where it is whole',
    damaged({
      hand: 'left',
      theme: 'dark',
      pen: 'thin',
      language: 'es',
      learns: false,
      speech: { isAlways: true, how: 'number' },
    }),
    (kept) => {
      const { storage } = storageOf({ 'inkdigit.settings': JSON.stringify(kept) ?? '' });
      const settings = createSettings(storage);
      expect(settings.get('hand')).toBeOneOf(['left', 'right']);
      expect(settings.get('theme')).toBeOneOf(['device', 'light', 'dark']);
      expect(settings.get('pen')).toBeOneOf(['thin', 'medium', 'thick']);
      expect(settings.get('speech').how).toBeOneOf(['digits', 'number']);
      expect(languageFor(settings.get('language'), ['en'])).toBeOneOf(['en', 'es', 'ar', 'hi', 'ta']);
    },
  );
  fuzz(
    'of a correction that was being typed is taken where it is whole',
    damaged({ id: 'a', column: 0, text: '7' }),
    (kept) => {
      const { storage } = storageOf({ 'inkdigit.batch.edit': JSON.stringify(kept) ?? '' });
      expect(storedEdit(storage)?.text ?? '').toBeTypeOf('string');
    },
  );
});

function said() {
  return { id: 'p', area: box, turned: 90, row: null, corrections: CORRECTIONS };
}
