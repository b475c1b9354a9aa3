/** @type {any} of Trusted Types, where the browser has them; not in TypeScript's own types, and made once by its name */
let policy;

/**
 * @param {string} url of a script of this site
 * @returns {string} it, in the form in which the content security policy lets workers be started from it
 */
export function trustedUrl(url) {
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy('inkdigit-page', {
    createScriptURL: (/** @type {string} */ own) => own,
  });
  return policy?.createScriptURL(url) ?? url;
}
