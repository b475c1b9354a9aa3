/** @typedef {import('./components.js').Component} Component */

/** The height of a line's digits: of most of its ink. @param {Component[]} line */
export function lineHeight(line) {
  const heights = line.map(({ box }) => box.height).sort((a, b) => b - a);
  // Dots and dashes are lower; what is crossed by a rule is higher.
  const tall = heights.filter((height) => height > 0.4 * heights[0]);
  return tall[tall.length >> 1];
}
