/**
 * The service worker: keeps one whole version of the site on the device and answers from it alone.
 *
 * It installs every file or none, each checked against its hash, and never takes over by itself: the page asks it to,
 * once the person has agreed.
 */
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';

/** @type {ServiceWorkerGlobalScope & typeof globalThis} */
const worker = /** @type {any} */ (self);

// One cache for each version, so that a version can only ever find its own files. The scope is part of the name because
// two copies of the site below different paths of one host share that host's caches.
const OURS = `inkdigit ${worker.registration.scope} `;
const cacheName = OURS + __BUILD__;

/** Browsers refuse these where they come as something else, whatever their bytes are. The others they take as they are. */
const TYPES = new Map([
  ['js', /javascript/],
  ['css', /^text\/css/],
  ['html', /^text\/html/],
]);

/**
 * @param {string} url
 * @param {Response} response
 */
function isUsable(url, response) {
  const type = TYPES.get(/\.(\w+)(\?|$)/.exec(url)?.[1] ?? '');
  return response.ok && (!type || type.test(response.headers.get('Content-Type') ?? ''));
}

/**
 * A file's hash covers its bytes alone. What came as something else is not kept, and not handed out: it is fetched again, past
 * the browser's cache, as is what the page asks for so because it has found it altered.
 *
 * @type {import('workbox-core/types.js').WorkboxPlugin}
 */
const usableOnly = {
  cacheWillUpdate: async ({ request, response }) => (isUsable(request.url, response) ? response : null),
  async cachedResponseWillBeUsed({ request, cachedResponse = null, event }) {
    const isAltered = event instanceof FetchEvent && event.request.cache === 'reload';
    return cachedResponse && !isAltered && isUsable(request.url, cachedResponse) ? cachedResponse : null;
  },
  requestWillFetch: async ({ request, event }) =>
    event instanceof FetchEvent ? new Request(request, { cache: 'reload' }) : request,
};

/**
 * A file that arrived broken may stay in the browser's HTTP cache for a year, and would fail every later installation.
 *
 * @type {import('workbox-core/types.js').WorkboxPlugin}
 */
const askAgainPastHttpCache = {
  async handlerDidError({ request, event }) {
    if (event.type !== 'install' || request.cache === 'reload') return undefined;
    const response = await fetch(new Request(request, { cache: 'reload' }));
    if (!isUsable(request.url, response)) return undefined;
    const cache = await caches.open(cacheName);
    await cache.put(request.url, response.clone());
    return response;
  },
};

const controller = new PrecacheController({ cacheName, plugins: [usableOnly, askAgainPastHttpCache] });
controller.addToCacheList(__PRECACHE__);
registerRoute(
  new PrecacheRoute(controller, {
    directoryIndex: 'index.html',
    cleanURLs: false,
    ignoreURLParametersMatching: [/./],
  }),
);

/** Of a name of its own: a new version finds there what has stayed the same. */
const FOR_FEW = `inkdigit-asked ${worker.registration.scope}`;
const hashes = new Map(
  __FOR_FEW__.map(({ url, integrity }) => [new URL(url, worker.registration.scope).href, integrity]),
);

/**
 * What opens PDFs is large, and few ever open one: it is fetched, and kept, when a page first asks for it.
 *
 * @param {string} url
 */
async function keepAsked(url) {
  const cache = await caches.open(FOR_FEW);
  const kept = await cache.match(url);
  if (kept && isUsable(url, kept)) return kept;
  const ask = (/** @type {RequestCache} */ how) => fetch(url, { integrity: hashes.get(url), cache: how });
  const first = await ask('default').catch(() => null);
  const response = first && isUsable(url, first) ? first : await ask('reload');
  if (isUsable(url, response)) await cache.put(url, response.clone());
  return response;
}

registerRoute(
  ({ url }) => hashes.has(url.href),
  ({ url }) => keepAsked(url.href),
);

/** Of a name of its own, so that a new version does not throw it away. */
const SHARED = `inkdigit-shared ${worker.registration.scope}`;

/**
 * Pictures that another program shares (share_target of the manifest) wait here for the page, which app/given-files.js takes
 * them from.
 *
 * @param {Request} request
 */
async function keepShared(request) {
  const data = await request.formData();
  const cache = await caches.open(SHARED);
  const pictures = data.getAll('pictures').filter((each) => typeof each !== 'string');
  for (const [place, picture] of pictures.entries()) {
    const headers = { 'Content-Type': picture.type, 'X-Name': encodeURIComponent(picture.name) };
    await cache.put(`./shared/${place}`, new Response(picture, { headers }));
  }
  return Response.redirect('./?shared', 303);
}

registerRoute(
  ({ url }) => url.href === `${worker.registration.scope}shared`,
  ({ request }) => keepShared(request),
  'POST',
);

/** @returns {Promise<boolean>} whether every file of this version is on the device */
async function isComplete() {
  const cache = await caches.open(cacheName);
  const kept = await Promise.all(
    [...controller.getURLsToCacheKeys().values()].map(async (key) => {
      const response = await cache.match(key);
      return response !== undefined && isUsable(key, response);
    }),
  );
  return kept.every(Boolean);
}

async function takeOver() {
  // The page of the first visit too: with no page of its own, a version would give way to the next without being asked.
  await worker.clients.claim();
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(OURS) && name !== cacheName);
  await Promise.all(others.map((name) => caches.delete(name)));
  if (!(await caches.has(FOR_FEW))) return;
  const asked = await caches.open(FOR_FEW);
  for (const { url } of await asked.keys()) if (!hashes.has(url)) await asked.delete(url);
}

worker.addEventListener('install', (event) => {
  event.waitUntil(controller.install(event));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(worker.skipWaiting());
  if (event.data === 'is-complete') {
    event.waitUntil(isComplete().then((complete) => event.ports[0].postMessage(complete)));
  }
});
