import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSampleReader } from '../../../web/form/sample-reader.js';

/** @type {import('../../../web/shared/forms/form.js').Field} */
const field = {
  name: '',
  area: { x: 0.1, y: 0.1, width: 0.2, height: 0.1 },
  pattern: { kind: 'digits', min: 1, max: 5 },
};
const other = { ...field, area: { ...field.area, y: 0.5 } };
const picture = { blob: new Blob(['a picture']), size: { width: 100, height: 100 } };

/** @param {string} text */
const reading = (text) => ({
  text,
  numbers: [{ text, confidence: 0.9, box: { x: 0, y: 0, width: 1, height: 1 }, alternatives: [] }],
});

function setUp() {
  /** @type {import('../../../web/shared/forms/read-form.js').Read} */
  const answer = async (_blob, { area }) => reading(String(Number(area?.y) < 40 ? 12 : 34));
  const read = vi.fn(answer);
  const onResult = vi.fn();
  return { read, onResult, sampleReader: createSampleReader(read, onResult) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const rest = () => vi.advanceTimersByTimeAsync(1000);

describe('trying the fields on the sample', () => {
  it('reads each field once, also when it is asked for again', async () => {
    const { read, onResult, sampleReader } = setUp();
    sampleReader.ask([field, other], picture);
    await vi.advanceTimersByTimeAsync(100);
    sampleReader.ask([field, other], picture);
    await rest();
    sampleReader.ask([field, other], picture);
    await rest();
    expect(read).toHaveBeenCalledTimes(2);
    expect(onResult).toHaveBeenCalledTimes(2);
    expect(sampleReader.resultOf(field, picture.blob)).toMatchObject({ cell: { text: '12' } });
    expect(sampleReader.resultOf(other, picture.blob)).toMatchObject({ cell: { text: '34' } });
  });

  it('comes to an end while the page asks at every frame', async () => {
    const { sampleReader } = setUp();
    for (let frame = 0; frame < 60; frame += 1) {
      sampleReader.ask([field], picture);
      await vi.advanceTimersByTimeAsync(16);
    }
    expect(sampleReader.resultOf(field, picture.blob)).not.toBeNull();
  });

  it('waits for a field that is still being moved, and reads only where it comes to rest', async () => {
    const { read, sampleReader } = setUp();
    const moved = [0.11, 0.12, 0.13].map((x) => ({ ...field, area: { ...field.area, x } }));
    for (const each of moved) {
      sampleReader.ask([each], picture);
      await vi.advanceTimersByTimeAsync(50);
    }
    await rest();
    expect(read).toHaveBeenCalledTimes(1);
    expect(sampleReader.resultOf(moved[2], picture.blob)).not.toBeNull();
    expect(sampleReader.resultOf(moved[0], picture.blob)).toBeNull();
  });

  it('reads again for another pattern or another sample, and not for another name', async () => {
    const { read, sampleReader } = setUp();
    sampleReader.ask([field], picture);
    await rest();
    sampleReader.ask([{ ...field, name: 'Amount' }], picture);
    await rest();
    expect(read).toHaveBeenCalledTimes(1);
    const masked = /** @type {const} */ ({ ...field, pattern: { kind: 'mask', masks: '##' } });
    sampleReader.ask([masked], picture);
    await rest();
    sampleReader.ask([masked], { ...picture, blob: new Blob(['another']) });
    await rest();
    expect(read).toHaveBeenCalledTimes(3);
    expect(sampleReader.resultOf(masked, picture.blob)).toBeNull();
  });

  it("takes the sample's own print out of a field, as it is taken out of other pictures", async () => {
    const { read, sampleReader } = setUp();
    const area = { x: 0, y: 0, width: 1, height: 1 };
    const landmarks = { version: /** @type {const} */ (1), area, width: 9, height: 9, marks: 'A' };
    sampleReader.ask([field], { ...picture, landmarks });
    await rest();
    const [[, how]] = read.mock.calls;
    expect(how.print).toMatchObject({ landmarks, area: { x: expect.closeTo(0.09, 1) } });
    expect(how.corners).toHaveLength(4);
    expect(sampleReader.resultOf(field, picture.blob)).not.toBeNull();
  });

  it('says what went wrong, and goes on with the next field', async () => {
    const { read, sampleReader } = setUp();
    read.mockRejectedValueOnce(new Error('The reader was closed.'));
    sampleReader.ask([field, other], picture);
    await rest();
    expect(sampleReader.resultOf(field, picture.blob)).toEqual({ error: { message: 'The reader was closed.' } });
    expect(sampleReader.resultOf(other, picture.blob)).toMatchObject({ cell: { text: '34' } });
  });

  it('decodes a sample of many fields once, and frees it', async () => {
    const { sampleReader } = setUp();
    const size = { width: 1240, height: 1754 };
    const close = vi.fn();
    const decode = vi.fn(async (/** @type {unknown} */ source) => (source === picture.blob ? { ...size, close } : {}));
    vi.stubGlobal('createImageBitmap', decode);
    const fields = Array.from({ length: 12 }, (_, at) => ({ ...field, area: { ...field.area, y: 0.07 * at } }));
    sampleReader.ask(fields, { ...picture, size });
    await rest();
    expect(sampleReader.resultOf(fields[11], picture.blob)).not.toBeNull();
    expect(decode.mock.calls.filter(([source]) => source === picture.blob)).toHaveLength(1);
    expect(close).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });

  it('reads nothing without a sample, and gives up when the view is left', async () => {
    const { read, onResult, sampleReader } = setUp();
    sampleReader.ask([field], null);
    await rest();
    expect(read).not.toHaveBeenCalled();
    expect(sampleReader.resultOf(field, null)).toBeNull();
    sampleReader.ask([field], picture);
    sampleReader.ask([], null);
    await rest();
    expect(read).not.toHaveBeenCalled();
    sampleReader.ask([field], picture);
    await rest();
    expect(onResult).toHaveBeenCalledTimes(1);
  });
});
