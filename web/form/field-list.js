import { MOST_CELLS } from '../shared/forms/cells.js';
import { isolate } from '../texts/intl.js';
import { wordsOf as wordsOfReason } from '../texts/problems.js';
import { text } from '../texts/texts.js';
import { formatConfidence } from '../shared/numbers.js';
import { build, buildButton, setText } from '../shared/dom/elements.js';
import { isSameView } from './boxes.js';
import { buildLabel, setValue } from './controls.js';
import { createOthersEditor } from './others-editor.js';
import { createPatternEditor } from './pattern-editor.js';

/**
 * @import { Field } from '../shared/forms/form.js'
 * @import { Reason } from '../texts/problems.js'
 * @import { Sum } from './draft.js'
 * @import { Result } from './sample-reader.js'
 * @typedef {{
 *   onSelect: (index: number | null) => void,
 *   onChange: (index: number, changed: Partial<Field>, part: string) => void,
 *   onSums: (sums: ReadonlyArray<Sum>) => void,
 *   onRemove: (index: number) => void,
 * }} FieldEvents
 * @typedef {{ field: Field, name: string, isSelected: boolean, result: Result | null, problem: Reason | null, hasSample: boolean }} FieldView `problem`: what does not
 *   fit what other fields say
 */

/**
 * The fields of a form, one below the other; the selected one can be edited.
 * @param {FieldEvents} events
 */
export function createFieldList(events) {
  // Safari takes a list without markers for none, unless it is told.
  const list = build('ol', { className: 'form-fields', role: 'list' });
  const element = build('section', { className: 'form-section' }, build('h3', {}, text('form.fields')), list);
  /** @type {ReturnType<typeof createCard>[]} */
  const cards = [];
  return {
    element,
    /** @param {FieldView[]} views */
    render(views) {
      while (cards.length < views.length) cards.push(createCard(cards.length, events));
      for (const card of cards.splice(views.length)) card.element.remove();
      views.forEach((_, index) => cards[index].render(views));
      element.hidden = views.length === 0;
      list.append(...cards.map((card) => card.element).filter((card) => !card.isConnected));
    },
    /** @param {number} index */
    editName: (index) => cards[index]?.editName(),
  };
}

/**
 * @param {number} index
 * @param {FieldEvents} events
 */
function createCard(index, events) {
  const { onSelect } = events;
  const name = build('span', { className: 'form-field-name', dir: 'auto' });
  const summary = build('span', { className: 'form-field-summary', dir: 'auto' });
  const head = buildButton('', () => onSelect(head.ariaExpanded === 'true' ? null : index));
  head.className = 'form-field-head';
  head.append(build('span', { className: 'form-field-number' }, String(index + 1)), name, summary);
  const panel = build('div', { className: 'form-field-panel', id: `form-field-${index}` });
  /** Of a hundred fields most are never opened. @type {ReturnType<typeof fillPanel> | undefined} */
  let details;
  /** @type {FieldView | undefined} */
  let shown;
  head.setAttribute('aria-controls', panel.id);
  const element = build('li', { className: 'form-field' }, head, panel);
  return {
    element,
    /** @param {ReadonlyArray<FieldView>} views of all fields */
    render(views) {
      const view = views[index];
      if (!view.isSelected && shown && isSameView(shown, view)) return;
      shown = view;
      const words = wordsOf(view);
      element.toggleAttribute('data-selected', view.isSelected);
      element.dataset.kind = words.kind;
      head.ariaExpanded = String(view.isSelected);
      panel.hidden = !view.isSelected;
      setText(name, view.name);
      setText(summary, words.short);
      if (!view.isSelected) return;
      details ??= fillPanel(panel, index, events);
      details.render(views, words.long);
    },
    editName: () => details?.editName(),
  };
}

/**
 * @param {HTMLElement} panel
 * @param {number} index
 * @param {FieldEvents} events
 */
function fillPanel(panel, index, { onChange, onSums, onRemove }) {
  const input = createNameInput(index, (changed) => onChange(index, { name: changed }, 'name'));
  const pattern = createPatternEditor((changed, part) => onChange(index, { pattern: changed }, part));
  const cells = createCells((count) => onChange(index, { cells: count }, 'cells'));
  const others = createOthersEditor(index, {
    onSums,
    onBefore: (isAsBefore) => onChange(index, { isAsBefore: isAsBefore || undefined }, 'before'),
  });
  const result = build('p', { className: 'form-result' });
  panel.append(
    buildLabel(text('form.field.name'), input),
    pattern.element,
    cells.element,
    others.element,
    result,
    buildButton(text('form.field.delete'), () => onRemove(index)),
  );
  return {
    /** @param {ReadonlyArray<FieldView>} views @param {string} words what is read there on the sample */
    render(views, words) {
      const { field } = views[index];
      setValue(input, field.name);
      pattern.render(field.pattern);
      cells.render(field.cells);
      others.render(views);
      setText(result, words);
    },
    editName() {
      input.focus();
      input.select();
    },
  };
}

/** @param {number} index @param {(name: string) => void} onChange */
function createNameInput(index, onChange) {
  const input = build('input', { type: 'text', autocomplete: 'off', maxLength: 200, dir: 'auto' });
  input.placeholder = text('form.field.unnamed', { number: index + 1 });
  input.addEventListener('input', () => onChange(input.value));
  return input;
}

/** @param {(count: number | undefined) => void} onChange undefined where a field is one box */
function createCells(onChange) {
  const input = build('input', { type: 'number', min: '0', max: String(MOST_CELLS), step: '1', inputMode: 'numeric' });
  input.addEventListener('change', () => {
    const count = Math.min(MOST_CELLS, Math.round(input.valueAsNumber));
    onChange(count >= 2 ? count : undefined);
    input.value = count >= 2 ? String(count) : '0';
  });
  const hint = build('small', {}, text('form.cells.hint'));
  return {
    element: buildLabel(text('form.cells'), input, hint),
    /** @param {number | undefined} count */
    render: (count) => setValue(input, String(count ?? 0)),
  };
}

/**
 * @param {FieldView} view
 * @returns {{ kind: 'read' | 'problem' | 'none', short: string, long: string }}
 */
function wordsOf({ result, problem: between, hasSample }) {
  if (!hasSample) return { kind: 'none', short: '', long: text('form.result.noSample') };
  if (!result) return { kind: 'none', short: '…', long: text('form.result.waiting') };
  if ('error' in result) return { kind: 'problem', short: '!', long: wordsOfReason(result.error) };
  const { text: read, confidence, problem: own } = result.cell;
  const problem = own ?? between;
  if (!read) return { kind: 'none', short: text('form.result.blank.short'), long: text('form.result.blank') };
  if (problem) {
    const long = text('form.result.problem', { text: isolate(read), problem: wordsOfReason(problem) });
    return { kind: 'problem', short: read, long };
  }
  return {
    kind: 'read',
    short: read,
    long: text('form.result.read', { text: isolate(read), share: formatConfidence(confidence) }),
  };
}
