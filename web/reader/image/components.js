/**
 * @typedef {import('./normalize.js').Mask} Mask
 * @typedef {import('../ink/rasterize.js').Box} Box
 * @typedef {{ label: number, area: number, box: Box }} Component connected ink: which label its pixels have, how many
 *   they are, and the box around them
 * @typedef {{ labels: Int32Array, width: number, height: number, components: Component[], next: number }} Labeled
 *   `labels`, row by row, 0 = paper; `next` is the first that no pixel has
 */

/**
 * Ink that hangs together, also by corners: runs of a row take the label of a run that they touch in the row above, and
 * labels that meet are one (Rosenfeld and Pfaltz 1966).
 *
 * @param {Mask} mask 0 = paper
 * @returns {Labeled} components in the order of their first pixels, row by row; labels from 1
 */
export function findComponents({ data, width, height }) {
  const labels = new Int32Array(width * height);
  /** @type {number[]} */
  const parents = [0];
  for (let y = 0; y < height; y++) {
    const [start, end] = [y * width, y * width + width];
    for (let at = start; at < end; at++) {
      if (!data[at]) continue;
      const first = at;
      while (at < end && data[at]) at++;
      const label = labelFromAbove(labels, parents, {
        from: y ? Math.max(start, first - 1) - width : 0,
        to: y ? Math.min(end, at + 1) - width : 0,
      });
      labels.fill(label, first, at);
    }
  }
  return collect({ labels, width, height }, parents);
}

/**
 * @param {Int32Array} labels
 * @param {number[]} parents altered: what meets here is one
 * @param {{ from: number, to: number }} above pixels of the row above that a run touches
 */
function labelFromAbove(labels, parents, { from, to }) {
  let label = 0;
  for (let at = from; at < to; at++) {
    if (!labels[at]) continue;
    const root = rootOf(parents, labels[at]);
    if (label && root !== label) parents[Math.max(root, label)] = Math.min(root, label);
    label = label ? Math.min(root, label) : root;
  }
  if (!label) parents.push((label = parents.length));
  return label;
}

/** @param {number[]} parents @param {number} label */
function rootOf(parents, label) {
  while (parents[label] !== label) label = parents[label] = parents[parents[label]];
  return label;
}

/**
 * @param {{ labels: Int32Array, width: number, height: number }} picture its labels become the components'
 * @param {number[]} parents
 * @returns {Labeled}
 */
function collect({ labels, width, height }, parents) {
  const numbers = new Int32Array(parents.length);
  /** @type {Component[]} */
  const components = [];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (!labels[at]) continue;
      const root = rootOf(parents, labels[at]);
      if (!numbers[root]) {
        numbers[root] = components.length + 1;
        components.push({ label: numbers[root], area: 0, box: { x, y, width: 0, height: 0 } });
      }
      labels[at] = numbers[root];
      take(components[labels[at] - 1], x, y);
    }
  }
  return { labels, width, height, components, next: components.length + 1 };
}

/** @param {Component} component @param {number} x @param {number} y a pixel in or below its last row */
function take(component, x, y) {
  const { box } = component;
  component.area++;
  if (x < box.x) {
    box.width += box.x - x;
    box.x = x;
  }
  if (x >= box.x + box.width) box.width = x + 1 - box.x;
  box.height = y + 1 - box.y;
}
