import { isForm } from './form.js';

/** @import { Form } from './form.js' */

const FORMAT = 'inkdigit-form';
const VERSION = 1;
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
  return {
    name: `${stem || 'form'}.inkdigit.json`,
    text: `${JSON.stringify({ format: FORMAT, version: VERSION, form }, null, 2)}\n`,
  };
}

/**
 * @param {Blob} file
 * @returns {Promise<Form>}
 * @throws {Error} with a message for a person, for what is no form, or one of a later version
 */
export async function fromFile(file) {
  if (file.size > LARGEST_FILE)
    throw new Error('This file is too large for a form: choose one that was exported here.');
  const content = parse(await file.text());
  if (content?.format !== FORMAT)
    throw new Error('This file is no form of Inkdigit: choose one that was exported here.');
  if (content.version > VERSION)
    throw new Error('This form was made by a newer Inkdigit: update this page, then import it.');
  if (!isForm(content.form)) throw new Error('This form is damaged: have it exported once more.');
  const { name, fields, aspect } = content.form;
  return { name, fields, ...(aspect && { aspect }) };
}

/**
 * @param {string} text
 * @returns {any}
 * @throws {Error} with a message for a person
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error('This file is no form of Inkdigit, or it is cut off: choose one that was exported here.', {
      cause,
    });
  }
}
