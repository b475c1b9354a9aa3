/**
 * @import { Area } from '../frame/area.js'
 * @import { Shrinker } from './shrinker.js'
 * @typedef {{ picture: string, box: Area, turned: number }} Crop a box of a picture, in its pixels, to be seen upright
 * @typedef {{ id: string, image: HTMLImageElement, crop: Crop | null }} Seen
 */

/** Pictures as near as this to the visible part are made, too, in pixels. */
const MARGIN = 200;
/** Pixels, of which the table shows half or fewer, for sharp screens. */
const LONGEST_SIDE = 192;
/** A line is long, and is to be read. */
const LONGEST_CROP = 480;

/**
 * Makes small pictures of those rows that are in sight. Each is kept as a file of some kilobytes, and decoded only while it
 * is in sight.
 *
 * @param {(id: string) => Promise<Blob>} pictureOf
 * @param {Pick<Shrinker, 'shrink'>} shrinker
 */
export function createThumbnails(pictureOf, { shrink }) {
  /** @type {Map<string, Blob | null>} by the ids of what is seen; null where none can be made */
  const made = new Map();
  /** @type {Map<Element, Seen>} */
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
      const seen = watched.get(target);
      if (seen?.crop) await makeCrops(seen.crop);
      else if (seen) made.set(seen.id, (await shrink(() => pictureOf(seen.id), LONGEST_SIDE))?.blob ?? null);
      for (const other of watched.keys()) show(other);
    }
    isWorking = false;
  }

  /** @param {Crop} crop made together with the others of its picture that are in sight */
  async function makeCrops({ picture, turned }) {
    const wanted = [...inSight].flatMap((target) => {
      const { id = '', crop = null } = watched.get(target) ?? {};
      return crop?.picture === picture && !made.has(id) ? [{ id, box: crop.box }] : [];
    });
    const boxes = wanted.map(({ box }) => box);
    const shrunk = await shrink(() => pictureOf(picture), LONGEST_CROP, { boxes, turned });
    wanted.forEach(({ id }, place) => made.set(id, shrunk?.crops?.[place] ?? null));
  }

  const nextInSight = () => [...inSight].find((target) => !made.has(watched.get(target)?.id ?? ''));

  return {
    /** @param {Element} target @param {string} id @param {HTMLImageElement} image @param {Crop | null} [crop] where not all is to be seen */
    watch(target, id, image, crop = null) {
      watched.set(target, { id, image, crop });
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
