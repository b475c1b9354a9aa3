import { build } from './elements.js';
import { named } from './fill-texts.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A tool of the sheet's margin: an icon over a short name.
 * @param {{ text: string, textLabel: string }} keys of the name that is in sight, and of what it does, in which that name
 *   occurs
 * @param {string} icon its path in 24 x 24
 */
export function buildTool({ text, textLabel }, icon) {
  const [svg, path] = ['svg', 'path'].map((each) => document.createElementNS(SVG, each));
  for (const [key, value] of Object.entries({ class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' })) {
    svg.setAttribute(key, value);
  }
  path.setAttribute('d', icon);
  svg.append(path);
  const name = named(build('span', { className: 'name' }), { text });
  return named(build('button', { type: 'button', className: 'plain' }, svg, name), { textLabel });
}
