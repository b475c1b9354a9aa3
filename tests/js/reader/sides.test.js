import { beforeAll, expect, test } from 'vitest';
import { createNodeNetworks } from '../../../tools/node-networks.js';
import { turn } from '../../../web/reader/image/turn.js';
import { readImage } from '../../../web/reader/read-image.js';
import { toPicture, write } from '../../support/paper.js';

/** The networks that ship. @type {Awaited<ReturnType<typeof createNodeNetworks>>} */
let networks;
beforeAll(async () => (networks = await createNodeNetworks()));

const SIZE = { width: 640, height: 240 };
const written = write(SIZE, [{ text: '20478', x: 90, y: 70, height: 100 }]);
const upright = toPicture(SIZE, (_, __, at) => 225 - 175 * written[at]);

test.each([
  [0, 0],
  [90, 270],
  [180, 180],
  [270, 90],
])('a picture that lies turned by %d degrees is told to be read turned by %d', async (lies, turned) => {
  const reading = await readImage(turn(upright, lies).picture, networks);
  expect([reading.text, reading.turned]).toEqual(['20478', turned]);
});

test('a digit alone is read as it lies: an 8 is no 00 on its side', async () => {
  const size = { width: 300, height: 300 };
  const eight = write(size, [{ text: '8', x: 20, y: 4, height: 290, pen: 0.07 }]);
  const reading = await readImage(
    toPicture(size, (_, __, at) => 240 - 200 * eight[at]),
    networks,
  );
  expect([reading.text, reading.turned]).toEqual(['8', 0]);
});

test.each(['123', '237', '23'])('%s on its head is no number with a ? in it', async (text) => {
  const drawn = write(SIZE, [{ text, x: 90, y: 70, height: 100 }]);
  const lying = turn(
    toPicture(SIZE, (_, __, at) => 225 - 175 * drawn[at]),
    180,
  ).picture;
  expect((await readImage(lying, networks, { turned: 0 })).text).toContain('?');
  expect(await readImage(lying, networks)).toMatchObject({ text, turned: 180 });
});

test('what may well be a number on its head too is read as it lies', async () => {
  const drawn = write(SIZE, [{ text: '18', x: 90, y: 70, height: 100, pitch: 0.6 }]);
  const picture = toPicture(SIZE, (_, __, at) => 225 - 175 * drawn[at]);
  expect(await readImage(picture, networks)).toMatchObject({ text: '18', turned: 0 });
});

test('lines run along a wide picture: zeros in a row are no column of them on its side', async () => {
  const size = { width: 640, height: 150 };
  const zeros = write(size, [{ text: '70000', x: 60, y: 40, height: 50, pitch: 1.6 }]);
  const picture = toPicture(size, (_, __, at) => 225 - 175 * zeros[at]);
  expect(await readImage(picture, networks)).toMatchObject({ text: '70000', turned: 0 });
});

test('a picture is read from the side that is asked for, and from no other', async () => {
  const lying = turn(upright, 90).picture;
  expect(await readImage(lying, networks, { turned: 270 })).toMatchObject({ text: '20478', turned: 270 });
  const overhead = turn(upright, 180).picture;
  expect(await readImage(overhead, networks, { turned: 180 })).toMatchObject({ text: '20478', turned: 180 });
  const wrong = await readImage(lying, networks, { turned: 90 });
  expect(wrong.turned).toBe(90);
  expect(wrong.text).not.toBe('20478');
});

test('boxes stay those of the picture as it was given, however it is turned to be read', async () => {
  const lying = turn(upright, 90);
  const { numbers } = await readImage(lying.picture, networks, { turned: 270 });
  const { x, y, width, height } = lying.toSource(numbers[0].box);
  expect(x).toBeGreaterThan(90);
  expect(x + width).toBeLessThan(SIZE.width);
  expect(y).toBeGreaterThan(60);
  expect(y + height).toBeLessThan(180);
});
