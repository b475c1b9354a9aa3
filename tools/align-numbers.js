/**
 * Tells which ink of a number is which of its signs: the best path of the device's own search under the true text.
 *
 * Standard input holds a JSON object a line, `{"ink": [[[x, y], ...], ...], "text": "5/27"}`, standard output, in the same
 * order, a JSON list a line of `{"text", "probability", "ink"}`, a sign each, `probability` being what the network says to
 * it; an empty list where the ink is not one line, or nothing in it can be the text. The argument is a model's folder,
 * `web/model/` where there is none. `training/data/number_parts.py` calls this.
 */
import { createInterface } from 'node:readline';
import { propose } from '../web/reader/ink/propose.js';
import { search } from '../web/reader/lines/search.js';
import { createNodeNetworks } from './node-networks.js';

const { judge } = await createNodeNetworks(process.argv[2]);

/** @param {{ ink: [number, number][][], text: string }} asked */
function align({ ink, text }) {
  const lattices = propose(ink.map((stroke) => stroke.map(([x, y]) => ({ x, y }))));
  if (lattices.length !== 1) return [];
  const [lattice] = lattices;
  const judged = judge(lattice.segments);
  const parts = search(lattice, judged, { mask: text })?.path.parts ?? [];
  return parts.map((part) => ({
    text: part.text,
    probability: /\d/.test(part.text) ? judged[part.segment].probabilities[Number(part.text)] : part.confidence,
    ink: lattice.segments[part.segment].ink.map((stroke) => stroke.map(({ x, y }) => [x, y])),
  }));
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(align(JSON.parse(line)))}\n`);
}
