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

/**
 * An element that the markup promises.
 * @template {typeof Element} Type
 * @param {ParentNode} root
 * @param {string} selector
 * @param {Type} type
 * @returns {InstanceType<Type>}
 * @throws {Error} where the markup and the script do not belong together
 */
export function findElement(root, selector, type) {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} at ${selector}`);
  return /** @type {InstanceType<Type>} */ (found);
}

/**
 * Leaves a text that is already right untouched: the page renders at every frame, and a replaced text node costs layout
 * and may be announced again.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * A text that begins with what counts: up to its first comma or colon it stands out.
 * @param {Element} element
 * @param {string} text
 */
export function setEmphasized(element, text) {
  if (element.textContent === text) return;
  const [first, rest] = emphasisOf(text);
  element.replaceChildren(build('b', {}, first), rest);
}

/** @param {string} text @returns {[string, string]} what of it stands out, and the rest */
export function emphasisOf(text) {
  const [first] = /^[^,:،、]*/.exec(text) ?? [''];
  return [first, text.slice(first.length)];
}

/**
 * Takes the focus away, so that what was being typed is taken over.
 * @param {HTMLElement} root
 * @returns {boolean} whether the focus was in it
 */
export function leaveField(root) {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement && root.contains(activeElement))) return false;
  activeElement.blur();
  return true;
}
