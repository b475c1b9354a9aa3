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
