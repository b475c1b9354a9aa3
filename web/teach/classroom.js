import { build, buildButton, setText } from '../shared/dom/elements.js';
import { imagesOf } from '../shared/digit-strokes.js';
import { formatNumber } from '../shared/numbers.js';
import { text } from '../texts/texts.js';
import { compare } from './compare.js';
import { signOf } from './verdict.js';

/**
 * Several people take turns; in the end it shows who is confused with whom.
 *
 * @import { Reader } from '../inkdigit.js'
 * @import { Comparison } from './compare.js'
 * @import { Person, State } from './session.js'
 */

/** Of the confusions, so many are told one by one. */
const MOST = 8;

/**
 * @param {{
 *   reader: () => Promise<Reader>,
 *   onName: (name: string) => void,
 *   onTurn: (at: number) => void,
 *   onNext: () => void,
 *   onProblem: (problem: unknown) => void,
 * }} page
 */
export function createClassroom({ reader, onName, onTurn, onNext, onProblem }) {
  const name = build('input', { type: 'text', name: 'teach-name', autocomplete: 'off', maxLength: 60 });
  name.addEventListener('change', () => onName(name.value.trim()));
  const turn = build('select', { name: 'teach-turn' });
  turn.addEventListener('change', () => onTurn(Number(turn.value)));
  const field = (/** @type {string} */ key, /** @type {HTMLElement} */ input) =>
    build('label', { className: 'panel-field' }, text(key), input);
  const people = build(
    'div',
    { className: 'teach-people' },
    field('teach.turn', turn),
    field('teach.name', name),
    buildButton(text('teach.nextPerson'), onNext),
  );
  const confused = buildButton(text('teach.compare'), () => void show().catch(onProblem));
  const answer = build('div', { className: 'teach-answer', role: 'status' });
  const element = build('section', { className: 'teach-class', hidden: true }, people, confused, answer);
  /** @type {State['people']} */
  let shown = [];

  async function show() {
    const warm = await reader();
    const all = shown.filter(({ digits }) => digits.length > 0);
    const placings = [];
    for (const [at, { name: given, digits }] of all.entries()) {
      const places = await warm.embed(imagesOf(digits));
      const size = places.length / digits.length;
      const placed = digits.map(({ label }, index) => ({
        label,
        place: places.subarray(index * size, (index + 1) * size),
      }));
      placings.push({ name: nameOf({ name: given }, at), digits: placed });
    }
    const steps = compare(placings);
    let step = steps.next();
    while (!step.done) {
      await new Promise((resolve) => setTimeout(resolve));
      step = steps.next();
    }
    answer.replaceChildren(
      ...answerOf(
        placings.map((each) => each.name),
        step.value,
      ),
    );
  }

  return {
    element,
    /** @param {State} state @param {boolean} isClass */
    render({ people: all, at }, isClass) {
      element.hidden = !isClass;
      if (all !== shown) answer.replaceChildren();
      shown = all;
      turn.replaceChildren(
        ...all.map((each, index) => build('option', { value: String(index), textContent: nameOf(each, index) })),
      );
      turn.value = String(at);
      if (document.activeElement !== name) name.value = all[at].name;
      name.placeholder = nameOf({ name: '' }, at);
      confused.hidden = all.filter(({ digits }) => digits.length > 0).length < 2;
    },
  };
}

/** @param {Pick<Person, 'name'>} person @param {number} at */
const nameOf = ({ name }, at) => name || text('teach.person', { place: at + 1 });

/** @param {string[]} names @param {Comparison} comparison */
function answerOf(names, { wrong, counts, confusions }) {
  const head = build(
    'tr',
    {},
    build('td', {}),
    ...names.map((name) => build('th', { scope: 'col', textContent: name })),
  );
  const rows = names.map((name, writer) =>
    build(
      'tr',
      {},
      build('th', { scope: 'row', textContent: name }),
      ...wrong[writer].map((count) =>
        build('td', {
          className: count > 0 ? 'wrong' : '',
          textContent: text('teach.wrongOf', { wrong: count, count: formatNumber(counts[writer]) }),
        }),
      ),
    ),
  );
  const table = build(
    'table',
    { className: 'teach-table' },
    build('caption', { textContent: text('teach.table') }),
    build('thead', {}, head),
    build('tbody', {}, ...rows),
  );
  const others = confusions.filter(({ writer, like }) => writer !== like);
  const lines = others.slice(0, MOST).map(({ writer, label, like, as, count }) => {
    const words = { name: names[writer], digit: signOf(label), other: names[like], as: signOf(as), count };
    return build('li', { textContent: text('teach.confused', words) });
  });
  const none = build('p', { textContent: text('teach.confused.none') });
  setText(none, others.length > 0 ? '' : text('teach.confused.none'));
  const scrolling = { className: 'teach-scroll', tabIndex: 0, role: 'region', ariaLabel: text('teach.table') };
  return [build('ul', { className: 'teach-confused', role: 'list' }, ...lines), none, build('div', scrolling, table)];
}
