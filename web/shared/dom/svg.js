/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {...Node} children
 * @returns {SVGElement}
 */
export function buildSvg(name, attributes, ...children) {
  const element = /** @type {SVGElement} */ (document.createElementNS('http://www.w3.org/2000/svg', name));
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/** @param {Element} element @param {Record<string, string | number>} attributes */
export function setAttributes(element, attributes) {
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
}

/**
 * A small drawing of lines: a measure, a mark or a stroke.
 *
 * @param {string} viewBox
 * @param {ReadonlyArray<{ d: string, role?: string, width?: number }>} paths role: a class; width of the line
 * @param {{ className?: string, name?: string }} [options] name: what it is for those who do not see it; without one it
 *   says nothing that does not stand beside it
 */
export function drawPaths(viewBox, paths, { className = '', name } = {}) {
  /** @type {Record<string, string>} */
  const meaning = name ? { role: 'img', 'aria-label': name } : { 'aria-hidden': 'true' };
  const drawn = paths.map(({ d, role, width }) =>
    buildSvg('path', { d, ...(role && { class: role }), ...(width && { 'stroke-width': width }) }),
  );
  return buildSvg('svg', { viewBox, class: className, ...meaning }, ...drawn);
}

/**
 * @param {string} icon its path in 24 x 24; or `#` and the name of one that index.html draws
 * @returns {SVGElement} which says nothing: its name stands beside it
 */
export function buildIcon(icon) {
  const shape = icon.startsWith('#') ? buildSvg('use', { href: icon }) : buildSvg('path', { d: icon });
  const frame = { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' };
  return buildSvg('svg', frame, shape);
}
