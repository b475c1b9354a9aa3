import { PIXELS } from '../reader/ink/rasterize.js';
import { CLASSES } from '../reader/network/classes.js';
import { newId } from '../shared/new-id.js';
import { both, having, isCoordinate, isFlag, isPlace, isText, isTime, listOf, orNothing } from '../shared/shapes.js';
import { openStore } from '../shared/storage/database.js';
import { fromBytes, MOST_EXAMPLES, toBytes } from './file.js';

/**
 * Hands and their examples, on the device: each an entry of its own, so that several tabs do not overwrite each other's.
 *
 * @import { Is } from '../shared/shapes.js'
 * @import { Ink, Stroke } from '../shared/strokes.js'
 * @typedef {{ version: string, of: string, weights: Float32Array }} KeptLayer what `teach` learned for that version of the model, and
 *   of which examples
 * @typedef {{ id: string, name: string, layer?: KeptLayer | null }} HandName name is '' where a person gave none
 * @typedef {{
 *   id: string,
 *   label: number,
 *   time: number,
 *   strokes: Ink,
 *   image?: ArrayLike<number>,
 *   place: Int8Array,
 *   version: string,
 *   taught?: boolean,
 * }} KeptExample label: 0 to 9, or 10 for no digit; time in milliseconds since 1970; place: where it lies for that version of the
 *   model; taught: it was written to teach, and the layer is learned from it; of a picture there are no strokes, and
 *   image is its ink as the network saw it, 784 values of 0 to 1
 * @typedef {HandName & { examples: KeptExample[] }} Hand its examples, the oldest first
 */

const HAND = 'hand ';
const EXAMPLE = 'example ';

/** Numbers of a place, and of what a hand taught: of each of these and one more, what it adds to each class. */
const PLACE = 32;
const LAYER = (PLACE + 1) * CLASSES;

/** @param {Pick<ReturnType<typeof openStore>, 'entries' | 'setMany' | 'delMany'>} [store] */
export function openHands(store = openStore('hands')) {
  return {
    /** @returns {Promise<Hand[]>} the first one first; an example that is damaged, or nobody's, is deleted */
    async load() {
      const entries = await store.entries();
      const hands = entries.flatMap(([key, value]) => (key.startsWith(HAND) ? [handFrom(key, value)] : []));
      const lost = [];
      for (const [key, example] of entries) {
        if (key.startsWith(HAND)) continue;
        const owner = hands.find(({ id }) => key.startsWith(prefixOf(id)));
        if (!owner || !isExample(example) || key !== prefixOf(owner.id) + example.id) lost.push(key);
        else owner.examples.push(exampleFrom(example));
      }
      if (lost.length > 0) await store.delMany(lost);
      for (const { examples } of hands) examples.sort(byTime);
      return hands.sort((a, b) => (a.id < b.id ? -1 : 1));
    },

    /** @param {string} name @returns {Promise<Hand>} */
    async begin(name) {
      const hand = { id: newId(), name };
      await store.setMany([[HAND + hand.id, hand]]);
      return { ...hand, examples: [] };
    },

    /** All but its examples. @param {HandName} hand @returns {Promise<void>} */
    put: ({ id, name, layer }) => store.setMany([[HAND + id, { id, name, layer }]]),

    /**
     * @param {Hand} hand
     * @param {ReadonlyArray<KeptExample>} examples take the place of those of the same ink
     * @returns {Promise<Hand>} the oldest leave a hand that is full
     */
    async add(hand, examples) {
      await store.setMany(
        examples.map((each) => {
          const { image } = each;
          const value = { ...each, strokes: each.strokes.map(packed), ...(image && { image: toBytes(image) }) };
          return [prefixOf(hand.id) + each.id, value];
        }),
      );
      const ids = new Set(examples.map(({ id }) => id));
      const all = [...hand.examples.filter(({ id }) => !ids.has(id)), ...examples].sort(byTime);
      const full = { ...hand, examples: all };
      const oldest = all.slice(0, Math.max(0, all.length - MOST_EXAMPLES)).map(({ id }) => id);
      return oldest.length > 0 ? this.remove(full, oldest) : full;
    },

    /** @param {Hand} hand @param {ReadonlyArray<string>} ids of examples @returns {Promise<Hand>} */
    async remove(hand, ids) {
      await store.delMany(ids.map((id) => prefixOf(hand.id) + id));
      return { ...hand, examples: hand.examples.filter(({ id }) => !ids.includes(id)) };
    },

    /** @param {Hand} hand that goes, with all that it has @returns {Promise<void>} */
    delete: ({ id, examples }) => store.delMany([HAND + id, ...examples.map((each) => prefixOf(id) + each.id)]),
  };
}

/** @param {string} key @param {any} value as it was kept @returns {Hand} what is left of it where it is damaged */
function handFrom(key, value) {
  const { name, layer } = value ?? {};
  return {
    id: key.slice(HAND.length),
    name: isText(name) ? name : '',
    layer: isLayer(layer) ? layer : null,
    examples: [],
  };
}

/** @param {any} example as it was kept @returns {KeptExample} */
function exampleFrom({ image, ...example }) {
  return { ...example, strokes: example.strokes.map(unpacked), ...(image && { image: fromBytes(image) }) };
}

/** @type {Is} */
const isLayer = having({
  version: isText,
  of: isText,
  weights: (weights) => weights instanceof Float32Array && weights.length === LAYER && weights.every(Number.isFinite),
});

/** @type {Is} a stroke as `packed` makes it */
const isPacked = (values) =>
  values instanceof Float32Array && values.length > 0 && values.length % 2 === 0 && values.every(isCoordinate);

/** @type {Is} */
const isExample = both(
  having({
    id: isText,
    label: (label) => isPlace(label) && label < CLASSES,
    time: isTime,
    strokes: listOf(isPacked),
    image: orNothing((image) => image instanceof Uint8Array && image.length === PIXELS),
    place: (place) => place instanceof Int8Array && place.length === PLACE,
    version: isText,
    taught: orNothing(isFlag),
  }),
  ({ strokes, image }) => strokes.length > 0 || Boolean(image),
);

/**
 * @param {Ink} strokes
 * @param {ArrayLike<number>} [image] where there are no strokes
 * @returns {string} the same for the same ink, so that whoever corrects it anew has said one thing of it
 */
export function idOf(strokes, image = []) {
  const points = strokes.map((stroke) => stroke.map(({ x, y }) => [x, y]));
  const text = JSON.stringify(strokes.length > 0 ? points : [...toBytes(image)]);
  return [0x811c9dc5, 0x01000193].map((seed) => hash(text, seed).toString(36)).join('');
}

/** FNV-1a. @param {string} text @param {number} seed */
function hash(text, seed) {
  let key = seed;
  for (let index = 0; index < text.length; index++) key = Math.imul(key ^ text.charCodeAt(index), 0x01000193);
  return key >>> 0;
}

/** A point as an object takes three times the room. @param {Stroke} stroke */
const packed = (stroke) => Float32Array.from(stroke.flatMap(({ x, y }) => [x, y]));

/** @param {Float32Array} values @returns {Stroke} */
const unpacked = (values) =>
  Array.from({ length: values.length / 2 }, (_, at) => ({ x: values[2 * at], y: values[2 * at + 1] }));

/** @param {string} id of a hand */
const prefixOf = (id) => `${EXAMPLE}${id} `;

/** @param {KeptExample} one @param {KeptExample} other */
const byTime = (one, other) => one.time - other.time;
