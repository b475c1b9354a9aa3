/**
 * Opens pictures: chosen, dropped anywhere on the page, or pasted.
 * @param {HTMLInputElement} input of type file
 * @param {HTMLElement} page marked with data-dropping while a file hangs over it
 * @param {{ onPicture: (file: File) => void, onNothing: (words: string) => void }} events
 */
export function watchPictures(input, page, { onPicture, onNothing }) {
  /** @param {DataTransfer | null} data @param {string} words */
  function take(data, words) {
    const file = data?.files[0];
    if (file) onPicture(file);
    else onNothing(words);
  }

  input.addEventListener('change', () => {
    const file = input.files?.[0];
    // Without this, choosing the same file a second time would be no change.
    input.value = '';
    if (file) onPicture(file);
  });
  page.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    page.toggleAttribute('data-dropping', true);
  });
  page.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) page.removeAttribute('data-dropping');
  });
  page.addEventListener('drop', (event) => {
    page.removeAttribute('data-dropping');
    if (!hasFiles(event)) return;
    event.preventDefault();
    take(event.dataTransfer, 'What was dropped holds no picture file.');
  });
  page.ownerDocument.addEventListener('paste', (event) => {
    take(event.clipboardData, 'The clipboard holds no picture.');
  });
}

/** @param {DragEvent} event */
function hasFiles({ dataTransfer }) {
  return dataTransfer?.types.includes('Files') ?? false;
}
