// What the build puts in place of these names (vite.config.js, tools/vite/offline-site.js).

/** The site's version, for people: "0.1.0". */
declare const __INKDIGIT_VERSION__: string;

/** The SHA-256 of the networks' cards: digits, strings, labels. */
declare const __CARDS__: [string, string, string];

/** The service worker's own name for the version, different wherever any file is. */
declare const __BUILD__: string;

/** Every file that the site needs to work offline. */
declare const __PRECACHE__: { url: string; revision: string | null; integrity: string }[];

/** Files that are kept once a page has asked for them. */
declare const __FOR_FEW__: { url: string; integrity: string }[];
