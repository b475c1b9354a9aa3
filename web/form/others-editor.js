import { partsInLine, sumsAlike } from '../shared/forms/between-fields.js';
import { text } from '../texts/texts.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { buildLabel, createControl, makeChoice } from './controls.js';

/**
 * @import { Field } from '../shared/forms/form.js'
 * @import { Sum } from './draft.js'
 * @import { FieldView } from './field-list.js'
 * @typedef {'none' | 'row' | 'column' | 'chosen'} Kind of the fields that one is the sum of
 * @typedef {{ onSums: (sums: ReadonlyArray<Sum>) => void, onBefore: (isAsBefore: boolean) => void }} OthersEvents
 */

const LINES = /** @type {const} */ (['row', 'column']);
const KINDS = /** @type {const} */ (['none', ...LINES, 'chosen']);

/**
 * Lets a person say of which others a field is the sum, and whether it says the same as on the picture before.
 * @param {number} index of the field
 * @param {OthersEvents} events
 */
export function createOthersEditor(index, { onSums, onBefore }) {
  const kind = makeChoice(KINDS.map((value) => [value, text(`form.sum.${value}`)]));
  const parts = createParts(index, (sumOf) => {
    isChoosing = true;
    onSums([{ index, sumOf }]);
  });
  const alike = buildButton('', () => onSums(sumsAlike(fieldsOf(), index, lineOf(kind.value))));
  const switchParameter = { key: 'isAsBefore', label: text('form.before'), control: /** @type {const} */ ('switch') };
  const before = createControl(switchParameter, (_, value) => (onBefore(Boolean(value)), true));
  const label = buildLabel(text('form.sum'), kind);
  /** @type {ReadonlyArray<FieldView>} */
  let shown = [];
  /** While a person chooses, none may be chosen yet, or by chance those of a row. */
  let isChoosing = false;

  const fieldsOf = () => shown.map(({ field }) => field);
  kind.addEventListener('change', () => {
    isChoosing = kind.value === 'chosen';
    if (isChoosing) render(shown);
    else onSums([{ index, sumOf: kind.value === 'none' ? [] : partsInLine(fieldsOf(), index, lineOf(kind.value)) }]);
  });

  /** @param {ReadonlyArray<FieldView>} views of all fields */
  function render(views) {
    shown = views;
    const fields = fieldsOf();
    const lines = LINES.filter((line) => partsInLine(fields, index, line).length > 0);
    const now = isChoosing ? 'chosen' : kindOf(fields, index, lines);
    for (const option of kind.options) option.hidden = isLine(option.value) && !lines.includes(option.value);
    kind.value = now;
    label.hidden = fields.length < 2;
    parts.element.hidden = now === 'none';
    parts.render(views, fields[index].sumOf ?? []);
    const others = isLine(now) ? sumsAlike(fields, index, now) : [];
    alike.hidden = others.length === 0;
    setText(alike, text(`form.sum.alike.${lineOf(now)}`, { count: others.length }));
    before.render(/** @type {any} */ (fields[index]));
  }

  return { element: build('div', { className: 'form-pattern' }, label, parts.element, alike, before.element), render };
}

/** @param {string} value @returns {value is 'row' | 'column'} */
const isLine = (value) => value === 'row' || value === 'column';

/** @param {string} value */
const lineOf = (value) => (value === 'column' ? 'column' : 'row');

/**
 * @param {ReadonlyArray<Field>} fields
 * @param {number} index
 * @param {ReadonlyArray<'row' | 'column'>} lines that it has
 * @returns {Kind}
 */
function kindOf(fields, index, lines) {
  const { sumOf } = fields[index];
  if (!sumOf) return 'none';
  return lines.find((line) => String(partsInLine(fields, index, line)) === String(sumOf)) ?? 'chosen';
}

/**
 * The fields of the form, to be ticked.
 * @param {number} index of the sum, which is no part of itself
 * @param {(sumOf: number[]) => void} onChange
 */
function createParts(index, onChange) {
  const element = build('fieldset', { className: 'form-parts' }, build('legend', {}, text('form.sum.parts')));
  /** @type {{ box: HTMLInputElement, name: HTMLElement, label: HTMLElement }[]} */
  const choices = [];
  element.addEventListener('change', () =>
    onChange(choices.flatMap(({ box }, at) => (box.checked && at !== index ? [at] : []))),
  );
  const addChoice = () => {
    const [box, name] = [build('input', { type: 'checkbox' }), build('span', { dir: 'auto' })];
    const label = build('label', { className: 'form-switch' }, box, name);
    choices.push({ box, name, label });
    element.append(label);
  };
  return {
    element,
    /** @param {ReadonlyArray<FieldView>} views @param {ReadonlyArray<number>} sumOf */
    render(views, sumOf) {
      if (element.hidden) return;
      while (choices.length < views.length) addChoice();
      for (const { label } of choices.splice(views.length)) label.remove();
      choices.forEach(({ box, name, label }, at) => {
        setText(name, views[at].name);
        box.checked = sumOf.includes(at);
        label.hidden = at === index;
      });
    },
  };
}
