import { Problem } from '../../reader/problem.js';

/** Bytes of one file, packed or unpacked: what is read is held in memory, and a small file can unpack to any size. */
export const MOST_BYTES = 512e6;

/** Images of one set: EMNIST's digits, the largest that is usual, are 280,000. */
export const MOST_IMAGES = 300_000;

/**
 * What is wrong with a file, to be told in the language of the page.
 *
 * @param {string} code the key of its words
 * @param {{ [name: string]: string | number }} [values] what stands in them: name, of the file; where; what
 * @param {unknown} [cause]
 */
export const problemOf = (code, values, cause) => new Problem(code, code, { values, cause });

/** @param {number} bytes @returns {number} in whole megabytes, 1 at least */
export const megabytes = (bytes) => Math.max(1, Math.round(bytes / 1e6));

/**
 * @param {Blob} blob
 * @param {string} name for a person
 * @param {(share: number) => void} [onShare] how much of it has been read, 0..1
 * @returns {Promise<Uint8Array<ArrayBuffer>>} all of it, unpacked where it is gzipped
 * @throws {Problem} it is empty, too large, no longer there, or a broken archive
 */
export async function readContent(blob, name, onShare = () => {}) {
  if (blob.size > MOST_BYTES) throw tooLarge(name);
  if (blob.size === 0) throw problemOf('testing.problem.empty', { name });
  let isGzip = false;
  try {
    const start = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
    isGzip = start[0] === 0x1f && start[1] === 0x8b;
    const stream = counted(blob, onShare);
    return await gather(isGzip ? stream.pipeThrough(new DecompressionStream('gzip')) : stream, name);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw problemOf(isGzip ? 'testing.problem.gzip' : 'testing.problem.gone', { name }, error);
  }
}

/** @param {string} name */
const tooLarge = (name) => problemOf('testing.problem.large', { name, most: megabytes(MOST_BYTES) });

/** @param {Blob} blob @param {(share: number) => void} onShare */
function counted(blob, onShare) {
  let read = 0;
  /** @type {TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>} */
  const counter = new TransformStream({
    transform(chunk, controller) {
      read += chunk.length;
      onShare(read / blob.size);
      controller.enqueue(chunk);
    },
  });
  return blob.stream().pipeThrough(counter);
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream @param {string} name */
async function gather(stream, name) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const chunks = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST_BYTES) {
      void reader.cancel();
      throw tooLarge(name);
    }
    chunks.push(value);
  }
  if (chunks.length === 1) return chunks[0];
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks.splice(0)) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
