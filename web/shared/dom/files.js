import { build } from './elements.js';

/** Long enough for a browser to begin the download; some ask first where to. */
const GRACE_MS = 60_000;

/** Named one by one: Safari then converts what iPhones photograph (HEIC). */
export const PICTURES = 'image/jpeg,image/png,image/webp';

/**
 * A button that lets a person choose a file.
 * @param {string | Node} text
 * @param {string} accept
 * @param {(file: File) => void} onFile
 */
export const buildFileButton = (text, accept, onFile) => buildFilesButton(text, { accept }, ([file]) => onFile(file));

/**
 * A button that lets a person choose files, or a folder.
 * @param {string | Node} text
 * @param {Partial<HTMLInputElement>} properties what is taken: `accept`, `multiple`, `webkitdirectory`
 * @param {(files: File[]) => void} onFiles gets at least one
 */
export function buildFilesButton(text, properties, onFiles) {
  const input = build('input', { className: 'visually-hidden', type: 'file', ...properties });
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    // Without this, choosing the same file a second time would be no change.
    input.value = '';
    if (files.length > 0) onFiles(files);
  });
  return build('label', { className: 'button' }, input, text);
}

/**
 * Hands a file over as a download; nothing leaves the device.
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function saveFile(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), GRACE_MS);
}
