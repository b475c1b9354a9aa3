import './panel.css';
import { text } from '../texts/texts.js';
import { build, setText } from '../shared/dom/elements.js';

/** @import { Reader } from '../inkdigit.js' */

/**
 * What this page is, which version of it runs, and whose work is in it.
 *
 * @param {HTMLElement} root
 * @param {{ reader: () => Promise<Reader> }} page
 */
export function createAboutPanel(root, { reader }) {
  const version = build('p', { textContent: text('about.loading') });
  root.append(
    build(
      'div',
      { className: 'about' },
      build('p', { textContent: text('about.lead') }),
      build('p', { textContent: text('about.private') }),
      version,
      build(
        'p',
        {},
        `${text('about.license')} `,
        build('a', { href: 'licenses.txt', textContent: text('about.licenses') }),
      ),
    ),
  );
  return {
    show() {
      reader().then(
        ({ info }) => setText(version, text('about.version', { version: info.version, backend: info.backend })),
        // Why it does not run is told over the sheet.
        () => setText(version, text('about.loading')),
      );
    },
  };
}
