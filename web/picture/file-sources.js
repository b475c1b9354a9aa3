import { filesDropped } from '../shared/dom/dropped.js';

/** The key of the words for files among which there is no picture. */
const NONE = 'picture.none.chosen';

/**
 * Takes pictures that are chosen (one, several or a folder), dropped anywhere on the page, or pasted.
 * @param {ReadonlyArray<HTMLInputElement>} inputs of type file
 * @param {HTMLElement} page marked with data-dropping while a file hangs over it
 * @param {{ onFiles: (files: File[]) => void, onNothing: (code: string) => void, takesOthers: () => boolean }} events onFiles
 *   gets at least one; onNothing: the key of the words for why there is none; takesOthers: whether it takes also several files
 *   that are all no pictures
 */
export function watchFileSources(inputs, page, { onFiles, onNothing, takesOthers }) {
  /** @param {File[]} files @param {string} code */
  function take(files, code) {
    if (files.length === 0) return onNothing(code);
    // A file among pictures that is none is not passed over: a person has named it, and is told what is wrong with it.
    if (files.length > 1 && !files.some(isPicture) && !takesOthers()) return onNothing(NONE);
    onFiles(files);
  }

  for (const input of inputs) {
    input.addEventListener('change', () => {
      const all = [...(input.files ?? [])];
      // Of a folder nobody named each one.
      const files = input.webkitdirectory ? all.filter(isPicture) : all;
      // Without this, choosing the same file a second time would be no change.
      input.value = '';
      if (files.length > 0 || input.webkitdirectory) take(files, all.length > 0 ? NONE : 'picture.none.folder');
    });
  }
  page.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    page.toggleAttribute('data-dropping', true);
  });
  page.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) page.removeAttribute('data-dropping');
  });
  page.addEventListener('drop', async (event) => {
    page.removeAttribute('data-dropping');
    if (!hasFiles(event)) return;
    event.preventDefault();
    const dropped = await filesDropped(event.dataTransfer, isPicture);
    take(
      dropped.map(({ file }) => file),
      'picture.none.dropped',
    );
  });
  page.ownerDocument.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    // Text that is pasted into a field is none of ours.
    if (files.length === 0 && isField(event.target)) return;
    take(files, 'picture.none.pasted');
  });
}

/** @param {DragEvent} event */
function hasFiles({ dataTransfer }) {
  return dataTransfer?.types.includes('Files') ?? false;
}

/** @param {File} file some systems tell no type. Scans that the reader does not take are among them, so that this is said */
function isPicture({ name, type }) {
  return type.startsWith('image/') || /\.(jpe?g|png|webp|hei[cf]|pdf|tiff?|avif)$/i.test(name);
}

/** @param {EventTarget | null} target */
function isField(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
