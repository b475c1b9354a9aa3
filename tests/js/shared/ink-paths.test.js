import { describe, expect, it } from 'vitest';
import { pathsOfInk } from '../../../web/shared/dom/ink-paths.js';

describe('the small picture of ink', () => {
  it('shows all of it, wherever and however large it was written', () => {
    const { viewBox, paths } = pathsOfInk([[{ x: 2, y: 1 }, { x: 3, y: 3 }], [{ x: 2, y: 2 }]]); // prettier-ignore
    expect(viewBox).toBe('1.84 0.84 1.32 2.32');
    expect(paths).toEqual(['M2 1L3 3', 'M2 2h0']);
  });

  it('leaves out points that nobody sees, but never the end of a stroke', () => {
    const stroke = Array.from({ length: 1001 }, (_, index) => ({ x: index / 1000, y: 0 }));
    const [path] = pathsOfInk([stroke]).paths;
    expect(path.split('L').length).toBeLessThan(110);
    expect(path.endsWith('L1 0')).toBe(true);
  });

  it('is as wide as it is high where it is to stand in a square, with the ink in its middle', () => {
    const stroke = [{ x: 1, y: 1 }, { x: 1, y: 3 }]; // prettier-ignore
    expect(pathsOfInk([stroke], { margin: 0.25, isSquare: true }).viewBox).toBe('-0.5 0.5 3 3');
  });
});
