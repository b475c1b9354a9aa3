/** @import { Shrinker } from './shrinker.js' */

/** Pictures as near as this to the visible part are made, too, in pixels. */
const MARGIN = 200;
/** Pixels, of which the table shows half or fewer, for sharp screens. */
const LONGEST_SIDE = 192;

/**
 * Makes small pictures of those rows that are in sight. Each is kept as a file of some kilobytes, and decoded only while it
 * is in sight.
 *
 * @param {(id: string) => Promise<Blob>} pictureOf
 * @param {Pick<Shrinker, 'shrink'>} shrinker
 */
export function createThumbnails(pictureOf, { shrink }) {
  /** @type {Map<string, Blob | null>} null where none can be made */
  const made = new Map();
  /** @type {Map<Element, { id: string, image: HTMLImageElement }>} */
  const watched = new Map();
  /** @type {Set<Element>} */
  const inSight = new Set();
  let isWorking = false;

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inSight.add(target);
        else inSight.delete(target);
        show(target);
      }
      void work();
    },
    { rootMargin: `${MARGIN}px` },
  );

  /** @param {Element} target */
  function show(target) {
    const { id, image } = watched.get(target) ?? {};
    if (!id || !image) return;
    const thumbnail = made.get(id);
    if (!thumbnail || !inSight.has(target)) return image.removeAttribute('src');
    if (image.hasAttribute('src')) return;
    const url = URL.createObjectURL(thumbnail);
    image.onload = image.onerror = () => URL.revokeObjectURL(url);
    image.src = url;
  }

  async function work() {
    if (isWorking) return;
    isWorking = true;
    for (let target = nextInSight(); target; target = nextInSight()) {
      const id = watched.get(target)?.id ?? '';
      const shrunk = await shrink(() => pictureOf(id), LONGEST_SIDE);
      made.set(id, shrunk?.blob ?? null);
      for (const [other, { id: its }] of watched) if (its === id) show(other);
    }
    isWorking = false;
  }

  const nextInSight = () => [...inSight].find((target) => !made.has(watched.get(target)?.id ?? ''));

  return {
    /** @param {Element} target @param {string} id @param {HTMLImageElement} image */
    watch(target, id, image) {
      watched.set(target, { id, image });
      observer.observe(target);
    },
    /** @param {Element} target that is gone */
    unwatch(target) {
      observer.unobserve(target);
      watched.delete(target);
      inSight.delete(target);
    },
    /** @param {ReadonlySet<string>} ids everything but these is forgotten */
    keepOnly(ids) {
      for (const id of made.keys()) if (!ids.has(id)) made.delete(id);
    },
  };
}
