import { createPaper } from './paper.js';
import { STYLE } from './style.js';
import { textIn } from './texts.js';

/**
 * <ink-digit-pad>: a form control that one writes a number on. This file is all that a page fetches before somebody writes;
 * what reads comes with the first stroke. docs/embedding.md tells what it takes and gives.
 *
 * @import { Reading } from '../inkdigit.js'
 */

/** Attributes that a text field has, too: the field in the control has them, and so the browser says what is wrong. */
const FIELD = ['required', 'pattern', 'minlength', 'maxlength', 'placeholder', 'title'];

const TEXTS = /** @type {import('./texts.js').Texts} */ (
  import.meta.glob('../texts/*.json', { eager: true, query: '?section=ownPad', import: 'default' })
);

/** All pads of a page read with one reader. @type {Promise<typeof import('./own-reader.js')> | undefined} */
let loading;
const ownReader = () =>
  (loading ??= import('./own-reader.js').catch((error) => {
    loading = undefined;
    throw error;
  }));

export class InkDigitPad extends HTMLElement {
  static formAssociated = true;
  static observedAttributes = [...FIELD, 'aria-label', 'picture', 'value'];

  #internals = this.attachInternals();
  #root = this.attachShadow({ mode: 'open', delegatesFocus: true });
  #field = make('input', { part: 'field', autocomplete: 'off', spellcheck: false, inputMode: 'decimal' });
  #file = make('input', { type: 'file', accept: 'image/jpeg,image/png,image/webp', hidden: true });
  #buttons = ['undo', 'clear', 'picture'].map((name) => make('button', { type: 'button', part: name }));
  #paper = createPaper({ onInk: () => this.#readInk() });
  #language = 'en';
  /** What was told of with 'change' last. */
  #told = '';
  #count = 0;
  /** What the field cannot know of: that it is still being read, or that it could not be. */
  #problem = '';
  #isChanged = false;
  /** @type {Reading | null} */
  #reading = null;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [sheet];
    const row = make('div', { part: 'row' });
    row.append(this.#field, ...this.#buttons, this.#file);
    // What comes first has the focus when a label is clicked; the paper is shown above.
    this.#root.append(row, this.#paper.element);
    const [undo, clear, picture] = this.#buttons;
    undo.onclick = () => this.#paper.undo();
    clear.onclick = () => this.#clear();
    picture.onclick = () => this.#file.click();
    this.#file.onchange = () => this.#readPicture();
    this.#field.oninput = () => this.#take(this.#field.value, '');
    this.#field.onkeydown = ({ key }) => {
      if (key !== 'Enter') return;
      this.#tellChange();
      this.#internals.form?.requestSubmit();
    };
    this.addEventListener('focusin', () => this.#name());
    this.addEventListener('focusout', () => this.#tellChange());
  }

  connectedCallback() {
    this.#language = this.closest('[lang]')?.getAttribute('lang') || navigator.language;
    for (const button of this.#buttons) button.ariaLabel = button.title = this.#say(`ownPad.${button.part}`);
    // Labels that stand after it are not there yet.
    setTimeout(() => this.#name());
    this.#show();
  }

  /** @param {string} name @param {string | null} _ @param {string | null} value */
  attributeChangedCallback(name, _, value) {
    if (name === 'value') {
      if (!this.#isChanged) this.formResetCallback();
    } else if (FIELD.includes(name)) {
      if (value === null) this.#field.removeAttribute(name);
      else this.#field.setAttribute(name, value);
    }
    this.#show();
  }

  /** @param {boolean} isDisabled */
  formDisabledCallback(isDisabled) {
    this.#field.disabled = this.#paper.isDisabled = isDisabled;
    for (const button of this.#buttons) button.disabled = isDisabled;
  }

  formResetCallback() {
    this.value = this.getAttribute('value') ?? '';
    this.#isChanged = false;
  }

  /** @param {string} state */
  formStateRestoreCallback(state) {
    this.value = state;
  }

  /** What was read or typed; '' for nothing. Setting it takes the ink away, and tells of no event. */
  get value() {
    return this.#field.value;
  }

  set value(text) {
    this.#paper.clear();
    this.#set((this.#told = String(text ?? '')));
  }

  /** Of what was written or opened; null where the value was typed or set. @returns {import('../inkdigit.js').Reading | null} */
  get reading() {
    return this.#reading;
  }

  /** @returns {import('./paper.js').Ink} [[{ x, y, t }, ...], ...], in pixels of the paper */
  get ink() {
    return this.#paper.ink();
  }

  get form() {
    return this.#internals.form;
  }

  get name() {
    return this.getAttribute('name') ?? '';
  }

  set name(name) {
    this.setAttribute('name', name);
  }

  get labels() {
    return this.#internals.labels;
  }

  get validity() {
    return this.#internals.validity;
  }

  get validationMessage() {
    return this.#internals.validationMessage;
  }

  get willValidate() {
    return this.#internals.willValidate;
  }

  checkValidity() {
    return this.#internals.checkValidity();
  }

  reportValidity() {
    return this.#internals.reportValidity();
  }

  /** @param {string} text @param {string} problem @param {Reading | null} [read] */
  #take(text, problem, read = null) {
    this.#set(text, problem, read);
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  /** @param {string} text @param {string} [problem] @param {Reading | null} [read] */
  #set(text, problem = '', read = null) {
    this.#count++;
    this.#isChanged = true;
    this.#reading = read;
    this.#problem = problem;
    if (this.#field.value !== text) this.#field.value = text;
    this.#show();
  }

  #tellChange() {
    if (this.value === this.#told) return;
    this.#told = this.value;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #clear() {
    this.#paper.clear();
    this.#take('', '');
  }

  /** @param {(read: typeof import('./own-reader.js')) => Promise<import('./own-reader.js').Read>} how */
  async #read(how) {
    const count = ++this.#count;
    this.#problem = this.#say('ownPad.reading');
    this.#show();
    try {
      const read = await ownReader();
      const { text, reading } = await how(read);
      if (count !== this.#count) return; // more was written meanwhile
      this.#take(text, text.includes('?') ? textIn(read.TEXTS, this.#language, 'ownRead.unread') : '', reading);
    } catch (error) {
      console.error(error);
      if (count === this.#count) this.#take('', this.#say('ownPad.failed'));
    }
  }

  #readInk() {
    const ink = this.#paper.ink();
    if (ink.length > 0) this.#read((read) => read.readInk(ink, this.#language));
    else this.#take('', '');
  }

  #readPicture() {
    const [picture] = this.#file.files ?? [];
    this.#file.value = '';
    if (!picture) return;
    this.#paper.clear();
    this.#read((read) => read.readPicture(picture));
  }

  /** @param {string} key */
  #say(key) {
    return textIn(TEXTS, this.#language, key);
  }

  #name() {
    const labels = Array.from(this.#internals.labels, (label) => label.textContent?.trim());
    this.#field.ariaLabel = this.getAttribute('aria-label') ?? (labels.join(' ') || this.#say('ownPad.number'));
  }

  #show() {
    const { value, validity, validationMessage } = this.#field;
    this.#internals.setFormValue(value);
    const flags = this.#problem ? { customError: true } : validity;
    this.#internals.setValidity(flags, this.#problem || validationMessage, this.#field);
    this.#field.ariaInvalid = String(Boolean(this.#problem));
    this.#buttons[2].hidden = !this.hasAttribute('picture');
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {{ part?: string, [property: string]: unknown }} properties
 */
function make(name, { part = '', ...properties }) {
  const element = Object.assign(document.createElement(name), properties);
  element.setAttribute('part', part);
  return element;
}

customElements.get('ink-digit-pad') ?? customElements.define('ink-digit-pad', InkDigitPad);
