import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readFiles, createNodeNetworks } from '../../../tools/node-networks.js';
import { createHands } from '../../../web/reader/hand/hands.js';
import { createMemory, placesOf } from '../../../web/reader/hand/memory.js';
import { rasterize } from '../../../web/reader/ink/rasterize.js';

/**
 * @typedef {{
 *   name: string,
 *   metric: import('../../../web/reader/hand/memory.js').Metric,
 *   embeddings: number[][],
 *   places: number[][],
 *   examples: { place: number[], label: number }[],
 *   nats: number[][],
 * }} Case
 */

// Written by `python -m training fixtures`.
/** @type {{ hand: Case[] }} */
const golden = JSON.parse(readFileSync(new URL('../../fixtures/ink.json', import.meta.url), 'utf8'));

describe('examples say what they say in Python, where that is measured', () => {
  test.each(golden.hand)('$name', ({ metric, embeddings, places, examples, nats }) => {
    const found = placesOf(Float32Array.from(embeddings.flat()), metric);
    expect([...found]).toEqual(places.flat());
    const kept = examples.map(({ place, label }, index) => ({ id: `${index}`, label, place: Int8Array.from(place) }));
    const recall = createMemory(kept, metric);
    places.forEach((place, row) => {
      const said = recall(Int8Array.from(place));
      said.nats.forEach((value, label) => expect(value).toBeCloseTo(nats[row][label], 5));
      const labels = said.examples.flatMap((example, label) => (example ? [label] : []));
      expect(labels).toEqual([...new Set(kept.map(({ label }) => label))].sort((a, b) => a - b));
    });
  });
});

/** A 1 with a long flag, and a 7. */
const FLAGGED = [
  [
    [22, 30],
    [60, 8],
    [62, 50],
    [60, 96],
  ],
];
const SEVEN = [
  [
    [18, 8],
    [80, 8],
    [42, 96],
  ],
];
const FOUR = [[[60, 5], [18, 66], [86, 66]], [[64, 40], [60, 97]]]; // prettier-ignore

/** @param {number[][][]} ink */
const imageOf = (ink) => rasterize(ink.map((stroke) => stroke.map(([x, y]) => ({ x, y }))));

describe('with examples of a hand', () => {
  /** @type {Awaited<ReturnType<typeof createNodeNetworks>>} */
  let networks;
  /** @type {ReturnType<typeof createHands>} */
  let hands;

  beforeAll(async () => {
    networks = await createNodeNetworks();
    hands = createHands(networks, readFiles('web/model').card);
  });

  /** @param {number[][][]} ink @param {number} label */
  const example = (ink, label) => ({ id: `a ${label}`, label, place: hands.embed(imageOf(ink)) });

  test('what was corrected reads as it was corrected to', () => {
    const [alone] = networks.see(imageOf(FLAGGED), ['scores']);
    const other = alone.indexOf(Math.max(...alone.subarray(0, 11))) === 7 ? 1 : 7;
    const hand = hands.withHand([example(FLAGGED, other)], null);
    const added = hand.scores(imageOf(FLAGGED))[other] - alone[other];
    expect(added).toBeCloseTo(5, 4);
    expect(hand.explain(imageOf(FLAGGED)).weighed).toMatchObject([{ example: `a ${other}`, label: other }]);
  });

  test('other digits read as before', () => {
    const hand = hands.withHand([example(FLAGGED, 1)], null);
    const images = imageOf(FOUR);
    expect(hand.scores(images)[4]).toBe(networks.see(images, ['scores'])[0][4]);
    expect(hand.scores(images)[1]).toBeCloseTo(networks.see(images, ['scores'])[0][1], 1);
    expect(hand.explain(images).weighed).toEqual([]);
  });

  test('many images are read at once', () => {
    const images = new Float32Array(300 * 784);
    for (let index = 0; index < 300; index++) images.set(imageOf(index % 2 ? SEVEN : FOUR), index * 784);
    const places = hands.embed(images);
    expect(places).toHaveLength(300 * 32);
    expect(places.subarray(298 * 32, 299 * 32)).toEqual(places.subarray(0, 32));
    expect(places.subarray(299 * 32)).toEqual(hands.embed(imageOf(SEVEN)));
  });

  test('a network of which nobody knows how near digits are is refused', () => {
    expect(() => createHands(networks, { version: 'another', temperature: 1 })).toThrow('python -m training hands');
  });
});
