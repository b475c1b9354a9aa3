import { describe, expect, it } from 'vitest';
import { labeledPictures } from '../../../web/testing/sets/pictures.js';
import { toThumbnail, transpose } from '../../../web/testing/sets/thumbnail.js';
import { image } from '../../support/data-sets.js';

const blob = () => new Blob([]);

describe('pictures in folders', () => {
  it('are labeled by the folder that they lie in; the folder around it is the part of the set', () => {
    const paths = [
      'mnist/testing/7/1.png',
      'mnist/training/0/2.png',
      'not-a-digit/3.png',
      'mnist/4.png',
      '5/old/6.png',
    ];
    const found = labeledPictures(paths.map((path) => ({ path, blob })));
    expect(found.map(({ label, part }) => [label, part])).toEqual([
      [7, 'mnist/testing'],
      [0, 'mnist/training'],
      [10, ''],
      [5, ''],
    ]);
  });
});

describe('a small picture', () => {
  it('that is white on black and 28 × 28 is taken as it is', () => {
    const found = toThumbnail({ data: image(1), width: 28, height: 28 });
    expect(found).toEqual({ image: image(1), isInverted: false, isLaidOut: false });
  });

  it('that is dark on light is inverted', () => {
    const found = toThumbnail({ data: image(1).map((value) => 255 - value), width: 28, height: 28 });
    expect(found).toEqual({ image: image(1), isInverted: true, isLaidOut: false });
  });

  it('of another size is laid out as MNIST: 20 pixels high, in the middle, without the grain of its paper', () => {
    const data = Uint8Array.from({ length: 50 * 60 }, (_, at) => {
      const [row, column] = [Math.floor(at / 50), at % 50];
      const isInk = column >= 5 && column < 9 && row >= 10 && row < 50;
      return isInk ? 20 : 230 + ((at * 7) % 9);
    });
    const found = toThumbnail({ data, width: 50, height: 60 });
    const rows = [...(found?.image ?? [])].flatMap((value, at) => (value > 0 ? [Math.floor(at / 28)] : []));
    const columns = [...(found?.image ?? [])].flatMap((value, at) => (value > 0 ? [at % 28] : []));
    expect([Math.min(...rows), Math.max(...rows)]).toEqual([4, 23]);
    expect([Math.min(...columns), Math.max(...columns)]).toEqual([13, 14]);
    expect(Math.max(...(found?.image ?? []))).toBe(255);
    expect(found).toMatchObject({ isInverted: true, isLaidOut: true });
  });

  it('in which nothing stands out is none', () => {
    expect(toThumbnail({ data: new Uint8Array(784).fill(200), width: 28, height: 28 })).toBeNull();
  });
});

it('images that are stored column by column are turned, and turned back', () => {
  const turned = image(3);
  transpose(turned);
  expect(turned[4 * 28 + 20]).toBe(image(3)[20 * 28 + 4]);
  transpose(turned);
  expect(turned).toEqual(image(3));
});
