/**
 * A small drawing of lines, made of paths: what an icon, a measure or a stroke looks like.
 *
 * @param {string} viewBox
 * @param {ReadonlyArray<{ d: string, role?: string, width?: number }>} paths role: a class; width of the line
 * @param {{ className?: string, name?: string }} [options] name: what it is for those who do not see it; without one it
 *   says nothing that does not stand beside it
 */
export function drawn(viewBox, paths, { className = '', name } = {}) {
  const svg = element('svg', { viewBox, class: className, focusable: 'false' });
  if (name) {
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', name);
  } else svg.setAttribute('aria-hidden', 'true');
  svg.append(
    ...paths.map(({ d, role, width }) =>
      element('path', { d, ...(role && { class: role }), ...(width && { 'stroke-width': String(width) }) }),
    ),
  );
  return svg;
}

/** @param {string} name @param {Record<string, string>} attributes */
function element(name, attributes) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
