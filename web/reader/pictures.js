import { aroundPoints } from './boxes.js';
import { flatten } from './alignment/flatten.js';
import { sheetIn } from './find-sheet/find-sheet.js';
import { decode } from './image/file/decode.js';
import { onceMade } from './lazy.js';
import { createLabeler, LABELER_OPERATIONS } from './network/labeler.js';
import { fetchLater, fetchModelFiles, LABELS, STRINGS } from './network/model-files.js';
import { createStringReader } from './network/string-reader.js';
import { placed, readImage } from './read-image.js';

/**
 * Labels that take print for a pen's.
 *
 * @param {ReturnType<typeof createLabeler>} label
 * @returns {typeof label}
 */
const asPen = (label) => (picture) => {
  const labels = label(picture);
  const { pen, print } = labels;
  return { ...labels, pen: pen.map((value, at) => value + print[at]), print: new Float32Array(print.length) };
};

/**
 * Everything between a picture and its reading. A file of its own, and fetched with the first picture like the networks
 * for labels and strings: half of the reader's code, which who writes on the pad has no need of.
 *
 * @typedef {Blob | ImageBitmap | ImageData} Source
 * @param {{
 *   start: Awaited<ReturnType<typeof import('./network/networks.js').startNetworks>>['start'],
 * } & import('./lines/strip-line.js').Digits} networks
 */
export function createPictureReader({ start, ...digits }) {
  const stringReader = onceMade(async () => {
    return start(await fetchModelFiles(STRINGS), createStringReader);
  });
  const labeler = onceMade(async () => {
    return start(await fetchModelFiles(LABELS), createLabeler, LABELER_OPERATIONS);
  });

  /**
   * @param {Source} source
   * @param {import('./reader.js').ImageOptions} options
   * @returns {Promise<import('./reading.js').Reading>}
   */
  async function read(source, options) {
    const [{ picture, corners }, label, strings] = await Promise.all([
      look(source, options),
      labeler(),
      stringReader(),
    ]);
    options.signal?.throwIfAborted();
    const networks = { label: options.isNumber ? asPen(label) : label, ...strings, ...digits };
    const how = { ...options, turned: options.turned ?? picture.turned };
    if (!corners) return readImage(picture, networks, how);
    const flat = flatten(picture, corners);
    const seen = options.print ? await bare(flat.picture, options.print) : flat.picture;
    return placed(await readImage(seen, networks, how), flat.place);
  }

  /**
   * @param {Source} source
   * @param {import('./reader.js').ImageOptions} options
   * @returns {Promise<{ picture: import('./image/file/decode.js').Picture, corners?: ReadonlyArray<import('./ink/rasterize.js').Point> }>} corners: of a sheet in it
   */
  async function look(source, { corners, area, isNumber }) {
    if (corners) return { picture: await decode(source, area ?? aroundPoints(corners)), corners };
    const picture = await decode(source, area);
    const found = area || isNumber ? null : sheetIn(picture);
    // Once more, by itself: of a large photograph more of it is seen then.
    return found ? { picture: await decode(source, aroundPoints(found)), corners: found } : { picture };
  }

  /** @param {import('./image/file/decode.js').Picture} picture @param {import('./alignment/without-print.js').Print} print */
  async function bare(picture, print) {
    const { withoutPrint } = await fetchLater(import('./alignment/without-print.js'));
    return withoutPrint(picture, print) ?? picture;
  }

  /** @param {Source} source */
  async function see(source) {
    return {
      forms: await fetchLater(import('./alignment/forms.js')),
      picture: await decode(source),
      label: await labeler(),
    };
  }

  return {
    readImage: read,

    /** @param {Source} source */
    async findFields(source) {
      const { findFields } = await fetchLater(import('./find-fields.js'));
      return findFields(await decode(source), await labeler());
    },

    /** @param {Source} source */
    async findLandmarks(source) {
      const { forms, picture, label } = await see(source);
      return forms.findLandmarks(picture, label);
    },

    /** @param {Source} source @param {{ landmarks: import('./alignment/landmarks.js').Landmarks }} options */
    async alignForm(source, { landmarks }) {
      const { forms, picture, label } = await see(source);
      return forms.alignForm(picture, landmarks, label);
    },
  };
}
