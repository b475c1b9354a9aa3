/**
 * Tells what the device proposes of ink: everything that may be a digit or a sign, with its image and its geometry.
 *
 * Standard input holds a JSON object a line, `{"ink": [[[x, y], ...], ...]}`. For each, in the same order, standard output
 * gets a JSON list a line, of each line of writing from the top: `{"atoms": n, "segments": [{"from", "to", "image", "features"}]}`,
 * the image being 28 x 28 bytes in base64. `training/potentials/lattices.py` calls this.
 */
import { createInterface } from 'node:readline';
import { propose } from '../web/reader/ink/propose.js';

/** @param {{ ink: [number, number][][] }} asked */
const lattices = ({ ink }) =>
  propose(ink.map((stroke) => stroke.map(([x, y]) => ({ x, y })))).map(({ atoms, segments }) => ({
    atoms: atoms.length,
    segments: segments.map(({ from, to, image, features }) => ({
      from,
      to,
      image: Buffer.from(Uint8Array.from(image, (value) => Math.round(value * 255))).toString('base64'),
      features: features.map((value) => Number(value.toFixed(4))),
    })),
  }));

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(lattices(JSON.parse(line)))}\n`);
}
