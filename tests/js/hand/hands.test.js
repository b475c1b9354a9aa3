import { serialize } from 'node:v8';
import { expect, test, vi } from 'vitest';
import { fromHandFile, toHandFile } from '../../../web/hand/file.js';
import { Hands } from '../../../web/hand/hands.js';
import { idOf, openHands } from '../../../web/hand/kept-hands.js';
import { createSettings } from '../../../web/settings/settings.js';
import { dayOfExample } from '../../../web/hand/words.js';

/** @param {number} x */
const line = (x) => [
  [
    { x, y: 0 },
    { x: x + 1, y: 9 },
  ],
];

function memoryStorage() {
  /** @type {Map<string, string>} */
  const values = new Map();
  return /** @type {any} */ ({
    getItem: (/** @type {string} */ key) => values.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void values.set(key, value),
    removeItem: (/** @type {string} */ key) => void values.delete(key),
  });
}

/** A store that holds what it is given, as the browser's database does. */
function memoryStore() {
  /** @type {Map<string, any>} */
  const all = new Map();
  return {
    all,
    entries: async () => [...all],
    /** @param {[string, unknown][]} entries */
    setMany: async (entries) => entries.forEach(([key, value]) => all.set(key, value)),
    /** @param {string[]} keys */
    delMany: async (keys) => keys.forEach((key) => all.delete(key)),
  };
}

/** @param {{ version?: string, store?: ReturnType<typeof memoryStore>, storage?: Storage }} [given] */
function page({ version = 'one', store = memoryStore(), storage = memoryStorage() } = {}) {
  const reader = {
    info: { model: { version } },
    setHand: vi.fn(/** @type {(...weighed: any[]) => Promise<void>} */ (async () => {})),
    teach: vi.fn(async ({ labels }) => ({ layer: new Float32Array(363).fill(labels.length) })),
    /** Ink lies where it begins. @param {Float32Array} images */
    embed: vi.fn(async (images) => new Int8Array((images.length / 784) * 32)),
  };
  const settings = createSettings(() => storage);
  const onWeighed = vi.fn();
  const hands = new Hands({
    reader: async () => /** @type {any} */ (reader),
    settings,
    storage: () => storage,
    onWeighed,
    kept: openHands(store),
  });
  const weighed = () =>
    /** @type {any[]} */ (reader.setHand.mock.lastCall)[0].map((/** @type {any} */ one) => one.label);
  return { hands, reader, settings, onWeighed, store, storage, weighed };
}

test('what was corrected is weighed at once, and when the page is opened again', async () => {
  const { hands, store, storage, weighed, onWeighed } = page();
  await hands.learn([{ label: 7, strokes: line(1) }]);
  expect(weighed()).toEqual([7]);
  expect(onWeighed).toHaveBeenCalled();
  const again = page({ store, storage });
  await again.hands.apply();
  expect(again.weighed()).toEqual([7]);
  expect(again.reader.embed).not.toHaveBeenCalled();
});

test('another version of the model has the places of its own', async () => {
  const { hands, store, storage } = page();
  await hands.learn([{ label: 7, strokes: line(1) }]);
  const again = page({ store, storage, version: 'two' });
  await again.hands.apply();
  expect(again.reader.embed).toHaveBeenCalledTimes(1);
  expect([...store.all.values()].map(({ version }) => version)).toContain('two');
});

test('a hand holds a thousand digits, and the oldest leave it first', async () => {
  vi.useFakeTimers();
  const { hands, weighed } = page();
  await hands.learn([{ label: 1, strokes: line(0) }]);
  vi.advanceTimersByTime(5);
  await hands.learn(Array.from({ length: 1000 }, (_, place) => ({ label: 2, strokes: line(place + 1) })));
  expect(weighed()).toHaveLength(1000);
  expect(weighed()).not.toContain(1);
  vi.useRealTimers();
});

test('a thousand digits of sixty points take less than two megabytes', async () => {
  const { hands, store } = page();
  const points = Array.from({ length: 60 }, (_, at) => ({ x: at / 7, y: at / 9, t: 16 * at }));
  await hands.learn(
    Array.from({ length: 1000 }, (_, place) => ({ label: 3, strokes: [[...points, { x: place, y: 0 }]] })),
  );
  const bytes = [...store.all].reduce((sum, entry) => sum + serialize(entry).length, 0);
  expect(bytes).toBeGreaterThan(1000 * 60 * 8);
  expect(bytes).toBeLessThan(2e6);
});

test('what was taught is learned once, and anew where one of it is taken out or the model is another', async () => {
  const { hands, reader, store, storage } = page();
  const { examples } = await hands.learn([1, 2].map((x) => ({ label: x, strokes: line(x), taught: true })));
  await hands.learn([{ label: 7, strokes: line(7) }]);
  expect(reader.teach).toHaveBeenCalledTimes(1);
  expect(reader.setHand.mock.lastCall?.[1].layer[0]).toBe(2);
  const again = page({ store, storage });
  await again.hands.apply();
  expect(again.reader.teach).not.toHaveBeenCalled();
  expect(again.reader.setHand.mock.lastCall?.[1].layer[0]).toBe(2);
  const other = page({ store, storage, version: 'two' });
  await other.hands.apply();
  expect(other.reader.teach).toHaveBeenCalledTimes(1);
  await other.hands.remove([examples[0].id]);
  expect(other.reader.setHand.mock.lastCall?.[1].layer[0]).toBe(1);
  await other.hands.remove([examples[1].id]);
  expect(other.reader.setHand.mock.lastCall?.[1].layer).toBeNull();
});

test('a new name leaves a hand what was taught', async () => {
  const { hands, reader, store, storage } = page();
  await hands.learn([{ label: 1, strokes: line(1), taught: true }]);
  await hands.rename('Ada');
  const again = page({ store, storage });
  await again.hands.apply();
  expect(again.reader.teach).not.toHaveBeenCalled();
  expect(reader.setHand.mock.lastCall?.[1].layer[0]).toBe(1);
});

test('turned off, what was kept stays and does not weigh', async () => {
  const { hands, settings, weighed, store } = page();
  await hands.learn([{ label: 7, strokes: line(1) }]);
  settings.set('learns', false);
  await hands.learn([{ label: 8, strokes: line(2) }]);
  expect(weighed()).toEqual([]);
  expect([...store.all.keys()].filter((key) => key.startsWith('example '))).toHaveLength(1);
});

test('a digit of a picture is kept as the network saw it, and comes back from its file', async () => {
  const { hands, store, storage } = page();
  const image = Float32Array.from({ length: 784 }, (_, at) => (at % 256) / 255);
  await hands.learn([{ label: 5, strokes: [], image }]);
  const again = page({ store, storage, version: 'two' });
  await again.hands.apply();
  expect(again.reader.embed.mock.lastCall?.[0]).toEqual(image);
  const file = new File([await again.hands.file()], 'hand.jsonl');
  expect((await fromHandFile(file)).examples).toMatchObject([{ label: 5, strokes: [], image }]);
});

test('an image of another size is refused', async () => {
  const given = { image: btoa('12345'), label: '5', time: '2026-01-02T03:04:05Z', format: 2 };
  const file = new File([JSON.stringify(given)], 'hand.jsonl');
  await expect(fromHandFile(file)).rejects.toMatchObject({ code: 'hands.file.strokes' });
});

test('the same ink is one example, wherever its other words came from', () => {
  expect(idOf(line(3))).toBe(idOf(line(3).map((stroke) => stroke.map((point) => ({ ...point, t: 5 })))));
  expect(idOf(line(3))).not.toBe(idOf(line(4)));
});

test('a hand comes back from its file as it was', async () => {
  const examples = [
    { id: 'a', label: 10, time: 1_700_000_000_000, strokes: line(2), place: new Int8Array(32), version: '' },
    { id: 'b', label: 4, time: 0, strokes: line(3), place: new Int8Array(32), version: '', taught: true },
  ];
  const file = new File([toHandFile(examples, 'Ada')], 'hand.jsonl');
  const read = await fromHandFile(file);
  expect(read.name).toBe('Ada');
  expect(read.examples).toMatchObject([
    { label: 10, time: 1_700_000_000_000, strokes: line(2) },
    { label: 4, time: 0, strokes: line(3), taught: true },
  ]);
  expect(read.examples[0]).not.toHaveProperty('taught');
});

test('a file with too many digits is refused', async () => {
  const example = { id: 'a', label: 1, time: 0, strokes: line(2), place: new Int8Array(32), version: '' };
  const file = new File([toHandFile(new Array(1001).fill(example), '')], 'hand.jsonl');
  await expect(fromHandFile(file)).rejects.toMatchObject({ code: 'hands.file.many' });
});

test('within a week an example is told by its day, later by its date', () => {
  const now = new Date(2026, 5, 10, 12).getTime();
  expect(dayOfExample(new Date(2026, 5, 9).getTime(), now)).toBe('Tuesday');
  expect(dayOfExample(new Date(2026, 4, 9).getTime(), now)).toBe('May 9');
  expect(dayOfExample(new Date(2025, 4, 9).getTime(), now)).toBe('May 9, 2025');
});
