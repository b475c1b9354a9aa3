import { afterEach, describe, expect, it, vi } from 'vitest';
import { pixelsOf } from '../../../web/shared/frame/area.js';
import { readForm } from '../../../web/shared/forms/read-form.js';

const blob = new Blob(['a picture']);
const size = { width: 1000, height: 2000 };
const area = { x: 0.1, y: 0.2, width: 0.5, height: 0.05 };
/** @type {import('../../../web/shared/forms/form.js').Form} */
const form = {
  name: 'Order',
  fields: [
    { name: 'Postal code', area, pattern: { kind: 'digits', min: 5, max: 5 } },
    { name: 'Notes', area: { ...area, y: 0.5 }, pattern: { kind: 'any' } },
  ],
};

/** @param {string} text @param {object} [more] */
const number = (text, more) => ({
  text,
  confidence: 0.9,
  box: { x: 110, y: 410, width: 80, height: 40 },
  alternatives: [],
  ...more,
});

/** @param {ReturnType<typeof number>[]} numbers */
const reading = (...numbers) => ({ text: numbers.map(({ text }) => text).join(' '), numbers });

/** A reader that gives these answers in turn. @param {ReturnType<typeof reading>[]} answers */
const reader = (...answers) => {
  /** @type {import('../../../web/shared/forms/read-form.js').Read} */
  const read = async () => {
    const answer = answers.shift();
    if (!answer) throw new Error('No answer left');
    return answer;
  };
  return vi.fn(read);
};

describe('reading a form', () => {
  it('reads each field, and a little around it, with what its pattern expects', async () => {
    const read = reader(reading(number('80331')), reading());
    await readForm(read, { blob, size }, form);
    expect(read.mock.calls.map(([picture]) => picture)).toEqual([blob, blob]);
    expect(read.mock.calls[0][1]).toMatchObject({
      area: { x: 92, y: 392, width: 516, height: 116 },
      masks: ['#####'],
      turned: 0,
    });
    expect(read.mock.calls[1][1]).toMatchObject({ area: { x: 92, y: 992, width: 516, height: 116 }, masks: undefined });
  });

  it('finds the same fields in a picture of another size', async () => {
    const read = reader(reading(), reading());
    await readForm(read, { blob, size: { width: 500, height: 1000 } }, form);
    expect(read.mock.calls[0][1].area).toEqual({ x: 46, y: 196, width: 258, height: 58 });
  });

  it('fills a cell for each field: text, confidence, place, and what breaks the pattern', async () => {
    const cells = await readForm(reader(reading(number('8033')), reading(number('7'))), { blob, size }, form);
    expect(cells).toEqual([
      {
        text: '8033',
        confidence: 0.9,
        problem: { code: 'form.problem.length', values: { count: 4, expected: 5 } },
        box: number('').box,
      },
      { text: '7', confidence: 0.9, problem: null, box: number('').box },
    ]);
  });

  it('leaves the cell of a field without ink empty', async () => {
    const [cell] = await readForm(reader(reading(), reading()), { blob, size }, form);
    expect(cell).toEqual({ text: '', confidence: 1, problem: null, box: null });
  });

  it('shows that the pattern chose a less likely reading by its lower confidence', async () => {
    const unlucky = number('803', { confidence: 0.6, alternatives: [{ text: '80331', confidence: 0.3 }] });
    const [cell] = await readForm(reader(reading(unlucky), reading()), { blob, size }, form);
    expect(cell).toMatchObject({ text: '80331', confidence: 0.3, problem: null });
  });

  it('takes several numbers in one field together, with their common box and confidence', async () => {
    const numbers = [number('12'), number('34', { confidence: 0.5, box: { x: 300, y: 400, width: 50, height: 60 } })];
    const [, cell] = await readForm(reader(reading(), reading(...numbers)), { blob, size }, form);
    expect(cell).toMatchObject({ text: '12 34', confidence: 0.45, box: { x: 110, y: 400, width: 240, height: 60 } });
  });

  it('marks a picture of another shape than the sample, such as one on its side', async () => {
    const shaped = { ...form, aspect: 0.5 };
    const answers = () => [reading(number('80331')), reading()];
    const [turned] = await readForm(reader(...answers()), { blob, size: { width: 2000, height: 1000 } }, shaped);
    expect(turned.problem).toEqual({ code: 'form.problem.shape' });
    const [upright] = await readForm(reader(...answers()), { blob, size: { width: 1040, height: 2000 } }, shaped);
    expect(upright.problem).toBeNull();
  });

  it('stops between two fields when it is aborted', async () => {
    const control = new AbortController();
    const read = vi.fn(async () => {
      control.abort(new Error('Enough'));
      return reading();
    });
    await expect(readForm(read, { blob, size }, form, control.signal)).rejects.toThrow('Enough');
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('hands the signal and the errors of the reader on', async () => {
    const { signal } = new AbortController();
    const read = vi.fn().mockRejectedValue(new Error('This picture is broken.'));
    await expect(readForm(read, { blob, size }, form, signal)).rejects.toThrow('This picture is broken.');
    expect(read.mock.calls[0][1].signal).toBe(signal);
  });
});

describe('reading a form that lies otherwise than its sample', () => {
  const upright = [
    { x: 100, y: 100 },
    { x: 900, y: 100 },
    { x: 900, y: 1700 },
    { x: 100, y: 1700 },
  ];
  /** @param {{ x: number, y: number }[]} corners @param {{ x: number, y: number }} by */
  const moved = (corners, by) => corners.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }));

  it('finds its fields between the corners of the sample, and tells where they are', async () => {
    const read = reader(reading(number('80331')), reading());
    const [cell] = await readForm(read, { blob, size, corners: upright }, form);
    const margin = 0.08 * 80;
    const [first, , third] = read.mock.calls[0][1].corners ?? [];
    expect(read.mock.calls[0][1].area).toBeUndefined();
    expect(Math.hypot(first.x - (180 - margin), first.y - (420 - margin))).toBeLessThan(2);
    expect(Math.hypot(third.x - (580 + margin), third.y - (500 + margin))).toBeLessThan(2);
    expect(cell).toMatchObject({ text: '80331', problem: null, turned: 0 });
    expect(cell.area).toEqual({ x: 180, y: 420, width: 400, height: 80 });
  });

  it('finds them on a sheet that lies on its side, and tells how it stands upright', async () => {
    const [a, b, c, d] = upright;
    const read = reader(reading(number('80331')), reading());
    const [cell] = await readForm(read, { blob, size, corners: [b, c, d, a] }, { ...form, aspect: 2 });
    const [first, second] = read.mock.calls[0][1].corners ?? [];
    expect(second.y, 'a field is read downwards').toBeGreaterThan(first.y + 700);
    expect(Math.abs(second.x - first.x)).toBeLessThan(1);
    expect(cell).toMatchObject({ problem: null, turned: 270 });
  });

  it('marks a field of which a part is beyond the picture, and reads nothing of one that is beyond it as a whole', async () => {
    const read = reader(reading(number('80331')));
    const [cell, other] = await readForm(
      read,
      { blob, size: { width: 1000, height: 800 }, corners: moved(upright, { x: -200, y: 0 }) },
      form,
    );
    expect(read).toHaveBeenCalledTimes(1);
    expect(cell).toMatchObject({ text: '80331', problem: { code: 'form.problem.cut' } });
    expect(other).toMatchObject({ text: '', box: null, problem: { code: 'form.problem.cut' } });
  });

  it('cuts a field out of a large picture with all that lies aslant in it', async () => {
    const large = { width: 4000, height: 3000 };
    const close = vi.fn();
    /** @type {any[]} */
    const cuts = [];
    vi.stubGlobal('createImageBitmap', async (/** @type {unknown} */ source, /** @type {number[]} */ ...cut) => {
      if (source !== blob) cuts.push(cut);
      return source === blob ? { ...large, close } : { close };
    });
    const aslant = [
      { x: 300, y: 200 },
      { x: 1900, y: 300 },
      { x: 1800, y: 2900 },
      { x: 200, y: 2800 },
    ];
    const read = reader(reading(number('80331')), reading());
    await readForm(read, { blob, size: large, corners: aslant }, form);
    vi.unstubAllGlobals();
    const [[x, y, width, height]] = cuts;
    for (const corner of read.mock.calls[0][1].corners ?? []) {
      expect(corner.x).toBeGreaterThanOrEqual(0);
      expect(corner.y).toBeGreaterThanOrEqual(0);
      expect(corner.x).toBeLessThanOrEqual(width);
      expect(corner.y).toBeLessThanOrEqual(height);
    }
    expect([x, y].every(Number.isInteger)).toBe(true);
  });
});

describe('reading a large picture', () => {
  const large = { width: 4000, height: 3000 };
  const close = vi.fn();
  const bitmap = (/** @type {object} */ sides) => ({ ...sides, close });
  /** @param {(...given: any[]) => Promise<unknown>} decode */
  const decodeWith = (decode) => {
    const createImageBitmap = vi.fn(decode);
    vi.stubGlobal('createImageBitmap', createImageBitmap);
    return createImageBitmap;
  };
  afterEach(() => {
    vi.unstubAllGlobals();
    close.mockClear();
  });

  it('decodes it once, and frees it', async () => {
    const decode = decodeWith(async (source, x) => (source === blob ? bitmap(large) : { cutAt: x, close }));
    const read = reader(reading(number('80331')), reading());
    const cells = await readForm(read, { blob, size: large }, form);
    expect(decode.mock.calls.filter(([source]) => source === blob)).toHaveLength(1);
    expect(read.mock.calls.map(([source]) => source)).toMatchObject([{ cutAt: 388 }, { cutAt: 388 }]);
    expect(read.mock.calls[0][1].area).toBeUndefined();
    expect(cells[0].box).toEqual({ x: 110 + 388, y: 410 + 588, width: 80, height: 40 });
    expect(close, 'each field, and the whole').toHaveBeenCalledTimes(3);
  });

  it('frees it also when a field cannot be read', async () => {
    decodeWith(async () => bitmap(large));
    await expect(readForm(reader(), { blob, size: large }, form)).rejects.toThrow('No answer left');
    expect(close).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['is broken', large, () => Promise.reject(new DOMException('The source image could not be decoded.'))],
    ['is of another size than it said', large, async () => bitmap({ width: 3000, height: 4000 })],
    ['is small', size, async () => bitmap(size)],
    ['is absurdly large', { width: 40000, height: 30000 }, async () => bitmap({ width: 40000, height: 30000 })],
  ])('leaves it to the reader where it %s', async (_how, given, decode) => {
    decodeWith(decode);
    const read = reader(reading(), reading());
    await readForm(read, { blob, size: given }, form);
    expect(read.mock.calls.map(([source]) => source)).toEqual([blob, blob]);
    expect(read.mock.calls[0][1].area).toBeDefined();
  });
});

describe('the pixels of a field', () => {
  it('stay inside the picture, and are at least one', () => {
    expect(pixelsOf({ x: 0, y: 0, width: 1, height: 1 }, { width: 30, height: 40 })).toEqual({
      x: 0,
      y: 0,
      width: 30,
      height: 40,
    });
    expect(pixelsOf({ x: 0.999, y: 0.999, width: 0.001, height: 0.001 }, { width: 3, height: 4 })).toEqual({
      x: 2,
      y: 3,
      width: 1,
      height: 1,
    });
  });
});
