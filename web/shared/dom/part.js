/**
 * A part of the page that the markup promises.
 * @template {typeof Element} Type
 * @param {ParentNode} root
 * @param {string} selector
 * @param {Type} type
 * @returns {InstanceType<Type>}
 * @throws {Error} where the markup and the script do not belong together
 */
export function part(root, selector, type) {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} at ${selector}`);
  return /** @type {InstanceType<Type>} */ (found);
}
