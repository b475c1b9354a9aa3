import { trustedUrl } from '../shared/dom/trusted-url.js';

const HOUR = 60 * 60 * 1000;

/**
 * Keeps the site on the device, where the browser allows it. Browsers without service workers (Lockdown Mode, plain
 * http, some private windows) are told nothing, and go on as a page that needs the network.
 *
 * @param {object} events each may come at any time, also hours later
 * @param {(isReady: boolean) => void} events.onReady whether every file of the version that runs is on the device: not any more
 *   where a person has cleared what the browser keeps
 * @param {(apply: () => void) => void} events.onUpdate a whole newer version is on the device and waits; `apply` starts
 *   it, which reloads the page
 * @returns {Promise<void>} settles once the service worker is registered, or cannot be
 */
export async function watchOffline({ onReady, onUpdate }) {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  /** @type {ServiceWorkerRegistration | undefined} */
  let registration;
  let isWanted = false;
  let hadController = Boolean(serviceWorker.controller);

  const tellReady = async () => {
    if (registration?.active && (await isComplete(registration.active))) onReady(true);
  };
  const tellUpdate = () => {
    const { waiting, active } = registration ?? {};
    if (!waiting || !active) return;
    onUpdate(() => {
      isWanted = true;
      waiting.postMessage('take-over');
    });
  };
  /** @param {ServiceWorker | null} installing */
  const watch = (installing) => {
    if (!installing) return;
    // A property, not a listener: the same installation may be met below and announced by 'updatefound' as well.
    // 'redundant' (a failed installation) is left out on purpose: the version that runs goes on.
    installing.onstatechange = () => {
      if (installing.state === 'installed') tellUpdate();
      if (installing.state === 'activated') void tellReady();
    };
  };

  const register = async () => {
    try {
      const made = await serviceWorker.register(trustedUrl('sw.js'), { scope: './', updateViaCache: 'none' });
      registration = made;
      watch(made.installing); // another tab may have begun it
      made.addEventListener('updatefound', () => watch(made.installing));
    } catch (error) {
      // Refused by the browser's settings, or the network is gone on a first visit: the page works without it.
      console.info('Inkdigit will need the network: its service worker could not be registered.', error);
    }
  };

  await register();
  serviceWorker.addEventListener('controllerchange', () => {
    if (!serviceWorker.controller) {
      // What the browser kept was cleared: the page's files too.
      hadController = false;
      onReady(false);
      return void register();
    }
    // Never of its own accord: a reload could take away what is being drawn. Another tab's wish is only an offer here,
    // and the first service worker of all takes over the page that brought it.
    if (isWanted) location.reload();
    else if (hadController) onUpdate(() => location.reload());
    hadController = true;
  });
  tellUpdate();
  void tellReady();
  lookForUpdates(() => registration);
}

/**
 * @param {ServiceWorker} worker
 * @returns {Promise<boolean>} whether every file of the worker's version is on the device
 */
function isComplete(worker) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
    worker.postMessage('is-complete', [port2]);
  });
}

/** @param {() => ServiceWorkerRegistration | undefined} registration */
function lookForUpdates(registration) {
  const look = () => {
    // Without a network there is nothing to find out.
    registration()
      ?.update()
      .catch((error) => console.debug('No update check:', error));
  };
  setInterval(look, HOUR);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look();
  });
}

/**
 * Takes pictures that the system hands to the installed page: shared by another program, or opened with it.
 *
 * @param {(files: File[]) => void} take gets at least one
 * @param {(error: unknown) => void} tell
 */
export function watchGivenFiles(take, tell) {
  if (location.search !== '?shared' && !matchMedia('(display-mode: standalone)').matches) return;
  import('./given-files.js').then(({ takeGivenFiles }) => takeGivenFiles(take)).catch(tell);
}
