import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createNodeNetworks } from '../../../tools/node-networks.js';
import { readImage } from '../../../web/reader/read-image.js';
import { draw, noise, toPicture, write } from '../../support/paper.js';

/** The networks that ship. @type {Awaited<ReturnType<typeof createNodeNetworks>>} */
let networks;
beforeAll(async () => (networks = await createNodeNetworks()));

const SIZE = { width: 640, height: 240 };
const NUMBER = { text: '20478', x: 90, y: 70, height: 100 };
const written = write(SIZE, [NUMBER]);

/** @param {import('../../../web/reader/image/file/decode.js').Picture} picture */
const textOf = async (picture) => (await readImage(picture, networks)).text;

/** Lines every so many pixels, a little tilted. @param {number} gap @param {boolean} squared */
function rules(gap, squared) {
  const covered = new Float32Array(SIZE.width * SIZE.height);
  for (let y = 20; y < SIZE.height; y += gap) draw(covered, SIZE, [[0, y], [640, y + 9]], 1.2); // prettier-ignore
  for (let x = 25; squared && x < SIZE.width; x += gap) draw(covered, SIZE, [[x, 0], [x - 4, 240]], 1.2); // prettier-ignore
  return covered;
}
const [ruled, squared] = [rules(75, false), rules(60, true)];

/** Paper of gray 225, ink of 50. @param {number} at */
const plain = (at) => 225 - 175 * written[at];

/** @type {Record<string, (x: number, y: number, at: number) => number>} */
const PAPERS = {
  'dark ink on light paper': (_, __, at) => plain(at),
  'a dark-mode screenshot': (_, __, at) => 24 + 210 * written[at],
  'chalk on a dusty board': (x, y, at) => 60 + 15 * Math.sin(x / 90 + y / 50) + 120 * written[at] + 8 * noise(at),
  'faint pencil': (_, __, at) => 215 - 42 * written[at] + 2 * noise(at),
  'pencil that is hardly seen': (_, __, at) => 215 - 13 * written[at] + noise(at),
  'the hard edge of a shadow': (x, y, at) => plain(at) * (x + y / 2 > 330 ? 0.45 : 1),
  'lamp light from a corner': (x, y, at) => plain(at) * (1 - Math.hypot(x, y) / 900),
  'a noisy sensor': (_, __, at) => plain(at) + 22 * noise(at),
  'coarse JPEG blocks': (x, y, at) => plain(at) + 9 * noise(Math.floor(x / 8) * 97 + Math.floor(y / 8)),
  'ruled paper': (_, __, at) => Math.min(plain(at), 225 - 110 * ruled[at]),
  'squared paper': (_, __, at) => Math.min(plain(at), 225 - 90 * squared[at]),
  'ruled paper whose lines are as dark as ink': (_, __, at) => Math.min(plain(at), 225 - 170 * ruled[at]),
  'the edge of the page on a dark table': (x, y, at) => (y > 215 + x / 60 || x < 30 ? 40 : plain(at)),
  'a frame around it': (x, y, at) => (Math.min(x - 8, y - 8, 631 - x, 231 - y) ** 2 <= 9 ? 50 : plain(at)),
  'a speckled copy': (_, __, at) => (noise(at * 3 + 1) > 1.75 ? 60 : plain(at)),
};

describe('a number is read', () => {
  test.each(Object.entries(PAPERS))('on %s', async (_, value) => {
    expect(await textOf(toPicture(SIZE, value))).toBe('20478');
  });

  test.each([-0.15, -0.08, 0.08, 0.15])('on a line that is tilted by %d', async (slope) => {
    const covered = write(SIZE, [{ ...NUMBER, y: slope > 0 ? 40 : 120, height: 70, slope }]);
    expect(await textOf(toPicture(SIZE, (_, __, at) => 225 - 175 * covered[at]))).toBe('20478');
  });

  test.each(['12.50', '3/4', '10:45', '-72'])('with its separators: %s', async (text) => {
    const covered = write(SIZE, [{ ...NUMBER, text, pitch: 1 }]);
    expect(await textOf(toPicture(SIZE, (_, __, at) => 225 - 175 * covered[at]))).toBe(text);
  });

  test.each([
    ['2058', 0.62],
    ['300', 0.6],
  ])('whose digits touch: %s', async (text, pitch) => {
    const covered = write(SIZE, [{ ...NUMBER, text, pitch }]);
    expect(await textOf(toPicture(SIZE, (_, __, at) => 225 - 175 * covered[at]))).toBe(text);
  });

  test('whose bars lie on one line, as those of ruled paper do', async () => {
    const covered = write(SIZE, [{ ...NUMBER, text: '77577' }]);
    expect(await textOf(toPicture(SIZE, (_, __, at) => 225 - 175 * covered[at]))).toBe('77577');
  });

  test('whose 5 has its bar apart and whose 0 is broken', async () => {
    const covered = write(SIZE, [{ ...NUMBER, text: '507' }]);
    const gap = (/** @type {number} */ x, /** @type {number} */ y) =>
      (x < 260 && Math.abs(y - 82) < 3) || (Math.abs(x - 222) < 2 && y < 110);
    const picture = toPicture(SIZE, (x, y, at) => (gap(x, y) ? 225 : 225 - 175 * covered[at]));
    expect(await textOf(picture)).toBe('507');
  });
});

describe('a page', () => {
  const size = { width: 900, height: 620 };
  const page = [
    { text: '12 345', x: 60, y: 40, height: 70 },
    { text: '6789', x: 60, y: 180, height: 70, slope: 0.06 },
    { text: '0.5', x: 120, y: 340, height: 60 },
    { text: 'HAWK', x: 480, y: 330, height: 70, pitch: 1.1 },
    { text: '31', x: 60, y: 480, height: 80 },
  ];
  const covered = write(size, page);
  const picture = toPicture(size, (_, __, at) => 230 - 180 * covered[at]);

  test('has its lines, numbers and words told apart', async () => {
    const reading = await readImage(picture, networks);
    expect(reading.text).toBe('12 345\n6789\n0.5\n31');
    expect(reading.numbers.map(({ line }) => line)).toEqual([0, 0, 1, 2, 3]);
    expect(reading.skipped.length).toBeGreaterThan(0);
    for (const { box } of reading.skipped) expect(box.x).toBeGreaterThan(450);
  });

  test('has boxes in the pixels of the whole picture, though an area of it was enlarged', async () => {
    const { numbers } = await readImage({ ...picture, scale: 2, x: 1000, y: 300 }, networks);
    const { box } = numbers[numbers.length - 1];
    // The 3 begins a tenth of a square and half a pen's width inside its room.
    expect(box.x).toBeGreaterThan(1000 + 60 / 2);
    expect(box.x).toBeLessThan(1000 + 90 / 2);
    expect(Math.abs(box.y - (300 + 480 / 2))).toBeLessThan(5);
    expect(Math.abs(box.height - 80 / 2)).toBeLessThan(6);
  });

  test('can be given up between two steps', async () => {
    const control = new AbortController();
    const reading = readImage(picture, networks, {
      signal: control.signal,
      onProgress: ({ stage }) => stage === 'read' && control.abort(new Error('no longer wanted')),
    });
    await expect(reading).rejects.toThrow('no longer wanted');
  });

  test('tells how far it is, never backwards, up to all of it', async () => {
    const told = vi.fn();
    await readImage(picture, networks, { onProgress: told });
    const shares = told.mock.calls.map(([{ share }]) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(new Set(told.mock.calls.map(([{ stage }]) => stage))).toEqual(new Set(['binarize', 'segment', 'read']));
  });
});

/** @type {[string, (x: number, y: number, at: number) => number][]} */
const BLANK = [
  ['white', () => 255],
  ['in the edge of a shadow', (x, y, at) => (x + y > 400 ? 110 : 220) + 3 * noise(at)],
  ['in lamp light', (x, y, at) => 235 - x / 4 - y / 8 + 4 * noise(at)],
  ['that is ruled', (_, __, at) => 225 - 110 * ruled[at]],
  ['on a dark table', (x, y) => (x < 40 || y > 200 ? 35 : 220)],
];
test.each(BLANK)('paper without ink has nothing to read: %s', async (_, value) => {
  expect(await textOf(toPicture(SIZE, value))).toBe('');
});

test('what is clear is looked at once, and what is not leaning to both sides and lower, too', async () => {
  /** @param {number} pitch */
  const looksAt = async (pitch) => {
    const covered = write(SIZE, [{ ...NUMBER, pitch }]);
    const readStrip = vi.fn(networks.readStrip);
    const picture = toPicture(SIZE, (_, __, at) => 225 - 175 * covered[at]);
    await readImage(picture, { ...networks, readStrip }, { turned: 0 });
    return readStrip.mock.calls.length;
  };
  expect(await looksAt(1)).toBe(1);
  expect(await looksAt(0.25)).toBe(4);
});

test('one digit alone is one digit', async () => {
  const covered = write({ width: 480, height: 480 }, [{ text: '4', x: 90, y: 90, height: 300 }]);
  const picture = toPicture({ width: 480, height: 480 }, (_, __, at) => 225 - 175 * covered[at]);
  expect(await textOf(picture)).toBe('4');
});
