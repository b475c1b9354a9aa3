/**
 * Reads ink and pictures in Node.js as the device does, for measuring: everything in `web/reader/` behind `decode`.
 *
 * Standard input holds a JSON object a line: `{"ink": [[[x, y], ...], ...]}`, or `{"colors": base64, "width", "height"}`
 * with red, green, blue and opacity (uint8, row by row) of a picture already at the size that `decode` gives it.
 * For each, in the same order, standard output gets a line with a JSON text: the reading's. Arguments are the folders of
 * the networks for digits, strings and labels; those that ship where there are none. `training/numbers/device.py` calls this.
 */
import { createInterface } from 'node:readline';
import { flatten } from '../web/reader/alignment/flatten.js';
import { sheetIn } from '../web/reader/find-sheet/find-sheet.js';
import { readImage } from '../web/reader/read-image.js';
import { readInk } from '../web/reader/read-ink.js';
import { createNodeNetworks } from './node-networks.js';

const networks = await createNodeNetworks(...process.argv.slice(2));

/** @param {{ ink?: [number, number][][], colors?: string, width: number, height: number }} asked */
async function read({ ink, colors, width, height }) {
  if (ink)
    return readInk(
      ink.map((stroke) => stroke.map(([x, y]) => ({ x, y }))),
      networks.judge,
    );
  const data = Uint8ClampedArray.from(Buffer.from(/** @type {string} */ (colors), 'base64'));
  const picture = { colors: data, width, height, scale: 1 };
  const corners = sheetIn(picture);
  return readImage(corners ? flatten(picture, corners).picture : picture, networks);
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify((await read(JSON.parse(line))).text)}\n`);
}
