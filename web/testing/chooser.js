import { text } from '../texts/texts.js';
import { filesDropped } from '../shared/dom/dropped.js';
import { build } from '../shared/dom/elements.js';
import { buildFilesButton } from '../shared/dom/files.js';

/** @import { Chosen } from './sets/entries.js' */

/** What can be opened, and where such sets are to be had: names and addresses, of which the page fetches none. */
const FORMS = ['idx', 'npz', 'csv', 'pictures', 'strokes'];
const SOURCES = ['mnist', 'qmnist', 'emnist', 'kaggle', 'mnistC'];

/** @type {Record<string, string>} */
const ADDRESSES = {
  mnist: 'storage.googleapis.com/tensorflow/tf-keras-datasets/mnist.npz',
  qmnist: 'github.com/facebookresearch/qmnist',
  emnist: 'www.nist.gov/itl/products-and-services/emnist-dataset',
  kaggle: 'www.kaggle.com/c/digit-recognizer',
  mnistC: 'zenodo.org/records/3239543',
};

/**
 * Lets a person choose the files of a set, or drop them.
 *
 * @param {HTMLElement} root takes what is dropped
 * @param {{ onFiles: (files: Chosen[]) => void, onProblem: (problem: unknown) => void }} events
 */
export function createChooser(root, { onFiles, onProblem }) {
  const take = (/** @type {File[]} */ files) => onFiles(files.map(toChosen));
  const folder = buildFilesButton(text('testing.folder'), { webkitdirectory: true }, take);
  // Where folders cannot be chosen, the button would open single files once more.
  folder.hidden = !('webkitdirectory' in HTMLInputElement.prototype);

  root.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    // The page would open a picture on its sheet.
    event.stopPropagation();
    document.body.removeAttribute('data-dropping');
    filesDropped(event.dataTransfer).then(onFiles, onProblem);
  });

  return build(
    'section',
    { className: 'testing-choose' },
    build('p', { textContent: text('testing.lead') }),
    build(
      'div',
      { className: 'testing-buttons' },
      buildFilesButton(text('testing.files'), { multiple: true }, take),
      folder,
    ),
    createDetails(
      'testing.forms',
      FORMS.map((form) => text(`testing.form.${form}`)),
    ),
    createDetails(
      'testing.sources',
      SOURCES.map((source) => [text(`testing.source.${source}`), build('bdi', { textContent: ADDRESSES[source] })]),
      build('p', { className: 'panel-note', textContent: text('testing.sources.note') }),
    ),
  );
}

/** @param {File} file @returns {Chosen} with its folders: a copy in a worker does not have them */
export const toChosen = (file) => ({ file, path: file.webkitRelativePath || file.name });

/** @param {string} key of the title @param {ReadonlyArray<string | (string | Node)[]>} lines @param {...Node} more */
function createDetails(key, lines, ...more) {
  const items = lines.map((line) => build('li', {}, ...(typeof line === 'string' ? [line] : [line[0], ' ', line[1]])));
  return build(
    'details',
    { className: 'panel-details' },
    build('summary', { textContent: text(key) }),
    build('ul', { className: 'testing-list' }, ...items),
    ...more,
  );
}
