/**
 * Pictures that the system hands to the installed page: those that another program shares, which the service worker has put
 * aside, and those that a person opens with it.
 */

/** @typedef {{ files: { getFile: () => Promise<File> }[] }} Launch */

/** @param {(files: File[]) => void} take gets at least one */
export async function takeGivenFiles(take) {
  const queue = /** @type {{ launchQueue?: { setConsumer: (consume: (launch: Launch) => void) => void } }} */ (
    /** @type {unknown} */ (window)
  ).launchQueue;
  queue?.setConsumer(async ({ files }) => {
    if (files.length > 0) take(await Promise.all(files.map((file) => file.getFile())));
  });
  const shared = await takeShared();
  if (shared.length > 0) take(shared);
}

/** @returns {Promise<File[]>} that are put aside no longer */
async function takeShared() {
  const name = `inkdigit-shared ${new URL('./', document.baseURI)}`;
  if (!(await caches.has(name))) return [];
  const cache = await caches.open(name);
  /** @type {File[]} */
  const files = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    const named = decodeURIComponent(response?.headers.get('X-Name') ?? '');
    if (response)
      files.push(new File([await response.blob()], named, { type: response.headers.get('Content-Type') ?? '' }));
  }
  await caches.delete(name);
  // A reload must not ask for them again.
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.hash);
  return files;
}
