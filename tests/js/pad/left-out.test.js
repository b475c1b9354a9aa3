import { describe, expect, it } from 'vitest';
import { asMeant, strokesAt, strokesLeftOut } from '../../../web/pad/left-out.js';

const one = [
  { x: 0.2, y: 0.2 },
  { x: 0.2, y: 0.6 },
];
const tap = [{ x: 0.9, y: 0.1, t: 5 }];
const smear = [
  { x: 0.1, y: 0.9 },
  { x: 0.6, y: 0.92 },
];
const ink = [one, tap, smear];
const skipped = [
  { box: { x: 0.9, y: 0.1, width: 0, height: 0 } },
  { box: { x: 0.1, y: 0.9, width: 0.5, height: 0.92 - 0.9 } },
];

describe('strokes that are left out', () => {
  it('are those whose boxes the reader names', () => {
    expect([...strokesLeftOut(ink, skipped)]).toEqual([tap, smear]);
    expect(strokesLeftOut(ink, []).size).toBe(0);
  });

  it('are touched as near as a finger is wide', () => {
    const leftOut = new Set([tap, smear]);
    expect([...strokesAt(leftOut, { x: 0.4, y: 0.95 }, 0.05)]).toEqual([smear]);
    expect(strokesAt(leftOut, { x: 0.2, y: 0.4 }, 0.05).size).toBe(0);
  });

  it('say that they were meant, and nothing else changes', () => {
    expect(asMeant(ink, new Set([tap]))).toEqual([one, [{ x: 0.9, y: 0.1, t: 5, meant: true }], smear]);
  });
});
