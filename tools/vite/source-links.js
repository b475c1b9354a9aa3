/** A link of the page to somewhere in the repository that the site was built from. */
const LINK = /\s*<a href="source:([^"]*)"[^>]*>[^<]*<\/a>/g;

/**
 * Fills in where the site's source lies. A site that was built of a copy whose repository nobody named has no such links.
 *
 * @param {string} address of the repository; may be empty
 * @returns {import('vite').Plugin}
 */
export function sourceLinks(address) {
  return {
    name: 'inkdigit-source-links',
    transformIndexHtml: { order: 'pre', handler: (html) => withSource(html, address) },
  };
}

/** @param {string} html @param {string} address */
export function withSource(html, address) {
  return html.replaceAll(LINK, (link, rest) => (address ? link.replace(`source:${rest}`, address + rest) : ''));
}

/** @param {NodeJS.ProcessEnv} env as a person set it, or as GitHub's workflows have it @returns {string} may be empty */
export function sourceOf({ INKDIGIT_SOURCE, GITHUB_SERVER_URL, GITHUB_REPOSITORY }) {
  const isThere = GITHUB_SERVER_URL && GITHUB_REPOSITORY;
  const address = INKDIGIT_SOURCE ?? (isThere ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : '');
  if (address && !/^https?:\/\/[^\s"<>&]+$/.test(address)) throw new Error(`INKDIGIT_SOURCE is no address: ${address}`);
  return address.replace(/\/$/, '');
}
