import { describe, expect, it } from 'vitest';
import { erase } from '../../../web/pad/erase.js';
import { SQUARE } from '../../../web/pad/place-ink.js';
import { beginGesture, continueGesture } from '../../../web/pad/gesture.js';

/** @param {number} x @param {number} y */
const at = (x, y) => ({ x, y });
const upright = [at(0.5, 0.2), at(0.5, 0.8)];
const dot = [at(0.9, 0.1)];

describe('erase', () => {
  it('removes the strokes that it crosses, and no others', () => {
    expect(erase([upright, dot], at(0.3, 0.5), at(0.7, 0.5), 0.01)).toEqual([dot]);
  });

  it('reaches as far as its radius', () => {
    expect(erase([upright], at(0.54, 0.5), at(0.54, 0.5), 0.03)).toEqual([upright]);
    expect(erase([upright], at(0.52, 0.5), at(0.52, 0.5), 0.03)).toEqual([]);
  });

  it('finds a dot', () => {
    expect(erase([dot], at(0.8, 0.11), at(1, 0.11), 0.02)).toEqual([]);
  });

  it('returns the very ink where it touches nothing, so that nothing is recorded', () => {
    const ink = [upright];
    expect(erase(ink, at(0.1, 0.1), at(0.2, 0.1), 0.03)).toBe(ink);
  });
});

describe('gesture', () => {
  it('draws a stroke', () => {
    const gesture = continueGesture(beginGesture([dot], at(0.1, 0.1), { erases: false, pad: SQUARE }), [at(0.2, 0.2)]);
    expect(gesture).toMatchObject({ ink: [dot, [at(0.1, 0.1), at(0.2, 0.2)]], eraser: null });
  });

  it('erases all along its way, also between two samples far apart', () => {
    const gesture = continueGesture(beginGesture([upright, dot], at(0.1, 0.5), { erases: true, pad: SQUARE }), [
      at(0.8, 0.5),
    ]);
    expect(gesture.ink).toEqual([dot]);
    expect(gesture.eraser).toMatchObject(at(0.8, 0.5));
  });

  it('erases where it is put down', () => {
    expect(beginGesture([upright], at(0.5, 0.5), { erases: true, pad: SQUARE }).ink).toEqual([]);
  });
});
