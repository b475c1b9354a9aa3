import fc from 'fast-check';
import { expect, it } from 'vitest';
import { useLanguage } from '../../web/texts/texts.js';
import { wordsOf } from '../../web/texts/problems.js';

/** `make fuzz` tries so many times as many inputs as the tests do. */
const TIMES = Number(process.env.FUZZ ?? 1);

/** The same inputs each time. */
const SEED = 20_261_130;

/** Milliseconds for all inputs of one kind: none hangs. */
const PATIENCE = 60_000;

/**
 * A test that tries generated inputs. The first that fails is made as small as it can be, and told.
 *
 * @template Input
 * @param {string} words
 * @param {fc.Arbitrary<Input>} inputs
 * @param {(input: Input) => unknown} judge throws where an input is not answered as it should be
 * @param {number} [count]
 */
export function fuzz(words, inputs, judge, count = 60) {
  const numRuns = count * TIMES;
  it(
    words,
    async ({ task }) => {
      await fc.assert(
        fc.asyncProperty(inputs, async (input) => void (await judge(input))),
        { numRuns, seed: SEED },
      );
      Object.assign(task.meta, { inputs: numRuns });
    },
    PATIENCE * TIMES,
  );
}

/**
 * What a person gets for an input: what it gives, or words in their language that say why it gives nothing. What else is thrown
 * is a fault, and so are words with a hole.
 *
 * @template Result
 * @param {() => Result | Promise<Result>} work
 * @returns {Promise<Awaited<Result> | null>} null where a problem is told
 */
export async function resultOrProblem(work) {
  try {
    return await work();
  } catch (error) {
    const { code } = /** @type {{ code?: unknown }} */ (error);
    if (typeof code !== 'string') throw error;
    await useLanguage('es');
    const [spanish, english] = [wordsOf(error), (await useLanguage('en'), wordsOf(error))];
    expect(spanish).not.toBe(english);
    expect(english).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
    return null;
  }
}

/** What a field of a stored object, or of a file, may hold that nobody expects. */
const ODD = [null, undefined, NaN, Infinity, -1, 0, 0.5, 1.79e308, '', '7', '\u0000', '__proto__', true, [], {}, [[]]];
const odd = fc.oneof(fc.constantFrom(...ODD), fc.jsonValue({ maxDepth: 2 }), fc.string(), fc.double());

/**
 * Values that were whole, with up to three of their parts replaced, taken away or doubled, at any depth.
 *
 * @template Value
 * @param {Value} whole
 * @returns {fc.Arbitrary<any>}
 */
export const damaged = (whole) =>
  fc
    .array(fc.record({ path: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), how: fc.nat(5), value: odd }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((harms) => harms.reduce(harm, structuredClone(whole)));

/** @param {any} whole @param {{ path: number[], how: number, value: unknown }} how 0 takes a part away, 1 doubles it */
function harm(whole, { path, how, value }) {
  const root = { whole };
  /** @type {any} */
  let at = root;
  /** @type {string} */
  let key = 'whole';
  for (const step of path) {
    const next = at[key];
    const keys = typeof next === 'object' && next !== null && !(next instanceof Blob) ? Object.keys(next) : [];
    if (keys.length === 0) break;
    [at, key] = [next, keys[step % keys.length]];
  }
  if (how === 0 && Array.isArray(at)) at.splice(Number(key), 1);
  else if (how === 0 && !ArrayBuffer.isView(at)) delete at[key];
  else if (how === 1 && Array.isArray(at)) at.push(structuredClone(at[Number(key)]));
  else at[key] = value;
  return root.whole;
}

/**
 * Bytes that were a file: cut off, with some replaced anywhere (more often in the first ones, where headers are), with a number
 * as large or as small as it gets in place of another, or with some more.
 *
 * @param {Uint8Array} whole
 * @returns {fc.Arbitrary<Uint8Array<ArrayBuffer>>}
 */
export const damagedBytes = (whole) => {
  const place = fc.oneof(fc.nat(whole.length), fc.nat(Math.min(64, whole.length)));
  const few = fc.uint8Array({ minLength: 1, maxLength: 8 });
  const extremes = fc.constantFrom(
    [0xff, 0xff, 0xff, 0xff],
    [0x7f, 0xff, 0xff, 0xff],
    [0, 0, 0, 0x80],
    [0, 0, 0, 0],
    [1, 0],
  );
  const harms = fc.array(
    fc.oneof(
      place.map((at) => (/** @type {number[]} */ bytes) => bytes.slice(0, at)),
      fc.tuple(place, fc.oneof(few, extremes)).map(([at, bytes]) => replacing(at, [...bytes], bytes.length)),
      fc.tuple(place, few).map(([at, bytes]) => replacing(at, [...bytes], 0)),
      fc.tuple(place, fc.nat(64)).map(([at, count]) => replacing(at, [], count)),
    ),
    { minLength: 1, maxLength: 3 },
  );
  return harms.map((each) => Uint8Array.from(each.reduce((bytes, change) => change(bytes), [...whole])));
};

/** @param {number} at @param {number[]} bytes @param {number} count of those that go */
const replacing = (at, bytes, count) => (/** @type {number[]} */ all) => all.toSpliced(at, count, ...bytes);
