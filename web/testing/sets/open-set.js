import { PIXELS } from '../../reader/ink/rasterize.js';
import { isIdx, isNpy, readIdx, readNpy } from './arrays.js';
import { problemOf, readContent } from './content.js';
import { listEntries } from './entries.js';
import { pairUp, toImages, toLabels } from './pairs.js';
import { isPictureName, labeledPictures, readPictures } from './pictures.js';
import { readStrokes } from './strokes.js';
import { readTable } from './table.js';
import { invertLight, transpose } from './thumbnail.js';

/**
 * @import { Chosen, Entry } from './entries.js'
 * @import { Labeled } from './pairs.js'
 * @import { LargePicture } from './pictures.js'
 * @typedef {'arrays' | 'table' | 'strokes' | 'pictures'} Kind
 * @typedef {{ change: 'inverted' | 'turned' | 'laidOut' | 'rasterized' | 'read', count: number }} Change what was done with how many images
 * @typedef {{ stage: 'files' | 'rows', share: number }} OpenProgress
 * @typedef {{ part?: string, isUnlabeled?: boolean }} Wish part: of several in the files; isUnlabeled: there are no labels to wait for
 * @typedef {Labeled & {
 *   kind: Kind,
 *   parts: string[],
 *   part: string,
 *   changes: Change[],
 *   large: LargePicture[],
 *   leftOut: { index: number, name: string }[],
 * }} OpenedSet parts: what else the files hold; large: pictures that the page's
 *   reader is to read; leftOut: images that are blank and do not count
 * @typedef {{ missing: 'labels' | 'images', name: string, count: number }} Half one of two files is not there yet
 */

/** Bytes that tell what a file is. */
const START = 4096;

/** Prose has a space after its comma. */
const TABLE = /^("?[\w.-]+"?[,;\t]){2}/;

const NOTHING = { changes: [], large: [], leftOut: [] };

/**
 * Opens what is in files, whatever of the known forms it has.
 *
 * @param {Chosen[]} files at least one
 * @param {Wish} wish
 * @param {(progress: OpenProgress) => void} [onProgress]
 * @returns {Promise<OpenedSet | Half>}
 * @throws {Problem} with what is wrong, and where
 */
export async function openSet(files, wish, onProgress = () => {}) {
  const entries = await listEntries(files, (share) => onProgress({ stage: 'files', share }));
  const pictures = entries.filter(({ path }) => isPictureName(path));
  if (pictures.length > 0) return openPictures(pictures, wish, onProgress);
  const sorted = await sortByKind(entries);
  if (sorted.arrays) return openArrays(sorted.arrays, wish, onProgress);
  return openRows(sorted.table ?? sorted.strokes ?? [], sorted.table ? 'table' : 'strokes', wish, onProgress);
}

/**
 * @param {Entry[]} entries
 * @returns {Promise<Partial<Record<Kind, Entry[]>>>} one kind; what else lies beside it in a folder is passed over
 */
async function sortByKind(entries) {
  /** @type {Partial<Record<Kind, Entry[]>>} */
  const sorted = {};
  for (const entry of entries) {
    const kind = await kindOf(entry);
    if (kind) sorted[kind] = [...(sorted[kind] ?? []), entry];
  }
  const kinds = Object.keys(sorted);
  const [first, ...more] = entries;
  if (kinds.length === 0) {
    const isEmpty = more.length === 0 && first?.blob().size === 0;
    throw problemOf(isEmpty ? 'testing.problem.empty' : 'testing.problem.kind', { name: first?.path ?? '' });
  }
  if (kinds.length > 1) throw problemOf('testing.problem.mixed');
  return sorted;
}

/** @param {Entry} entry @returns {Promise<Kind | null>} null for none of those that are known */
async function kindOf({ path, blob }) {
  const start = await startOf(blob(), path);
  if (isNpy(start) || isIdx(start, path)) return 'arrays';
  const text = new TextDecoder()
    .decode(start)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (text.startsWith('{')) return 'strokes';
  return TABLE.test(text) && !text.includes('\0') ? 'table' : null;
}

/** @param {Blob} blob @param {string} name @returns {Promise<Uint8Array>} its first bytes, unpacked where it is gzipped */
async function startOf(blob, name) {
  const start = new Uint8Array(await blob.slice(0, START).arrayBuffer());
  if (start[0] !== 0x1f || start[1] !== 0x8b) return start;
  try {
    const reader = blob.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    const { value } = await reader.read();
    void reader.cancel().catch(() => {});
    return value?.subarray(0, START) ?? new Uint8Array();
  } catch (error) {
    throw problemOf('testing.problem.gzip', { name }, error);
  }
}

/**
 * @param {Entry[]} entries
 * @param {Wish} wish
 * @param {(progress: OpenProgress) => void} onProgress
 * @returns {Promise<OpenedSet | Half>}
 */
async function openArrays(entries, { part: wanted, isUnlabeled }, onProgress) {
  const arrays = [];
  for (const [at, { path, blob }] of entries.entries()) {
    const onShare = (/** @type {number} */ share) =>
      onProgress({ stage: 'files', share: (at + share) / entries.length });
    const bytes = await readContent(blob(), path, onShare);
    arrays.push(isNpy(bytes) ? readNpy(bytes, path) : readIdx(bytes, path));
  }
  const pairs = pairUp(arrays.filter(({ shape }) => shape.length > 0));
  if (pairs.length === 0) throw problemOf('testing.problem.none', { name: entries[0].path });
  const parts = pairs.map(({ part }) => part);
  const { part, images, labels } = pairs[chooseFrom(parts, wanted)];
  if (!images) return { missing: 'images', name: labels?.name ?? '', count: labels?.shape[0] ?? 0 };
  const pixels = toImages(images);
  const count = images.shape[0];
  if (!labels && !isUnlabeled) return { missing: 'labels', name: images.name, count };
  /** @type {OpenedSet} */
  const set = {
    ...NOTHING,
    kind: 'arrays',
    parts,
    part,
    images: pixels,
    labels: labels ? toLabels(labels, count) : null,
  };
  return laidAsMnist(set, images.name);
}

/**
 * @param {Entry[]} entries a file is a part
 * @param {'table' | 'strokes'} kind
 * @param {Wish} wish
 * @param {(progress: OpenProgress) => void} onProgress
 * @returns {Promise<OpenedSet>}
 */
async function openRows(entries, kind, { part: wanted }, onProgress) {
  const parts = entries.map(({ path }) => path);
  const { path, blob } = entries[chooseFrom(parts, wanted)];
  const bytes = await readContent(blob(), path, (share) => onProgress({ stage: 'files', share }));
  const onShare = (/** @type {number} */ share) => onProgress({ stage: 'rows', share });
  const read = kind === 'table' ? readTable(bytes, path, onShare) : readStrokes(bytes, path, onShare);
  if (read.images.length === 0) throw problemOf('testing.problem.none', { name: path });
  const set = { ...NOTHING, ...read, kind, parts, part: path };
  if (kind === 'table') return laidAsMnist(set, path);
  return { ...set, changes: [{ change: 'rasterized', count: read.labels?.length ?? 0 }] };
}

/**
 * @param {Entry[]} entries
 * @param {Wish} wish
 * @param {(progress: OpenProgress) => void} onProgress
 * @returns {Promise<OpenedSet>}
 */
async function openPictures(entries, { part: wanted }, onProgress) {
  const labeled = labeledPictures(entries);
  if (labeled.length === 0) throw problemOf('testing.problem.folders', { name: entries[0].path });
  const parts = [...new Set(labeled.map(({ part }) => part))];
  const part = parts[chooseFrom(parts, wanted)];
  const chosen = labeled.filter((each) => each.part === part);
  const read = await readPictures(chosen, (done) => onProgress({ stage: 'rows', share: done / chosen.length }));
  const { images, labels, large, leftOut, inverted, laidOut } = read;
  /** @type {OpenedSet['changes']} */
  const changes = [
    { change: 'inverted', count: inverted },
    { change: 'laidOut', count: laidOut },
  ];
  return {
    kind: 'pictures',
    parts,
    part,
    images,
    labels,
    large,
    leftOut,
    changes: changes.filter(({ count }) => count > 0),
  };
}

/** @param {OpenedSet} set @param {string} name @returns {OpenedSet} dark on white, and upright, as MNIST is */
function laidAsMnist(set, name) {
  const count = set.images.length / PIXELS;
  /** @type {OpenedSet['changes']} */
  const changes = [];
  if (invertLight(set.images)) changes.push({ change: 'inverted', count });
  if (/emnist/i.test(name)) {
    transpose(set.images);
    changes.push({ change: 'turned', count });
  }
  return { ...set, changes };
}

/** @param {string[]} parts @param {string} [wanted] @returns {number} the one that is wanted, else what is for testing, else the first */
function chooseFrom(parts, wanted) {
  const found = wanted === undefined ? -1 : parts.indexOf(wanted);
  const test = parts.findIndex((part) => /test|t10k/i.test(part));
  return Math.max(0, found < 0 ? test : found);
}
