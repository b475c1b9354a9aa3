import { isForm } from '../shared/forms/form.js';
import { saveFile } from '../shared/dom/files.js';
import { errorOf } from '../texts/problems.js';

/** @import { Form } from '../shared/forms/form.js' */

const FORMAT = 'inkdigit-form';
const VERSION = 2;
const LARGEST_FILE = 1e6;

/**
 * @param {Form} form
 * @returns {{ name: string, text: string }} a file that a colleague can open; the sample picture is not in it
 */
export function toFile(form) {
  const stem = form.name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  // An earlier page would pass over what fields say of each other, and takes only forms that do not.
  const isPlain = form.fields.every(({ sumOf, isAsBefore }) => !sumOf && !isAsBefore);
  const version = isPlain ? 1 : VERSION;
  return {
    name: `${stem || 'form'}.inkdigit.json`,
    text: `${JSON.stringify({ format: FORMAT, version, form }, null, 2)}\n`,
  };
}

/** @param {Form} form to be saved as a file */
export function exportForm(form) {
  const { name, text } = toFile(form);
  saveFile(name, text, 'application/json');
}

/**
 * @param {Blob} file
 * @returns {Promise<Form>}
 * @throws {Error} with a code, for what is no form, or one of a later version
 */
export async function fromFile(file) {
  if (file.size > LARGEST_FILE) throw errorOf('form.error.fileTooLarge');
  const content = parse(await file.text());
  if (content?.format !== FORMAT) throw errorOf('form.error.noForm');
  if (content.version > VERSION) throw errorOf('form.error.newer');
  if (!isForm(content.form)) throw errorOf('form.error.damaged');
  const { name, fields, aspect, landmarks } = content.form;
  return { name, fields, ...(aspect && { aspect }), ...(landmarks && { landmarks }) };
}

/**
 * @param {string} text
 * @returns {any}
 * @throws {Error} with a code
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw errorOf('form.error.cutOff', { cause });
  }
}
