/**
 * An element made in one go, for what is not in the page from the start.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} properties
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function build(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/**
 * @param {string} text
 * @param {() => void} onClick
 * @param {Partial<HTMLButtonElement>} [properties]
 */
export function buildButton(text, onClick, properties = {}) {
  return build('button', { type: 'button', textContent: text, onclick: onClick, ...properties });
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A tool of the sheet's margin: an icon over a short name.
 * @param {string} name in sight
 * @param {string} label what it does, in which the name occurs
 * @param {string} icon its path in 24 x 24
 */
export function buildTool(name, label, icon) {
  const [svg, path] = ['svg', 'path'].map((each) => document.createElementNS(SVG, each));
  for (const [key, value] of Object.entries({ class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' })) {
    svg.setAttribute(key, value);
  }
  path.setAttribute('d', icon);
  svg.append(path);
  return build(
    'button',
    { type: 'button', className: 'plain', ariaLabel: label },
    svg,
    build('span', { className: 'name' }, name),
  );
}
