import { around } from './boxes.js';

/**
 * @typedef {import('./components.js').Labeled} Labeled
 * @typedef {{ label: number, box: import('../ink/rasterize.js').Box }} Part
 */

/**
 * The ink of components, or pieces of them, alone and close around.
 *
 * @param {Labeled} labeled
 * @param {ReadonlyArray<Part>} parts
 */
export function crop({ labels, width }, parts) {
  const box = around(parts.map((part) => part.box));
  const data = new Uint8Array(box.width * box.height);
  for (const part of parts) {
    for (let y = part.box.y; y < part.box.y + part.box.height; y++) {
      const at = (y - box.y) * box.width - box.x;
      for (let x = part.box.x; x < part.box.x + part.box.width; x++) {
        if (labels[y * width + x] === part.label) data[at + x] = 1;
      }
    }
  }
  return { data, width: box.width, height: box.height };
}
