import { describe, expect, it } from 'vitest';
import { KINDS, problemOf } from '../../../web/shared/forms/pattern.js';
import { CHECKS } from '../../../web/shared/forms/check-digits.js';
import { englishOf, errorOf, reasonFrom, wordsOf } from '../../../web/texts/problems.js';
import english from '../../../web/texts/en.json' with { type: 'json' };
import { englishText, text } from '../../../web/texts/texts.js';
import { parametersOf } from '../../../web/form/pattern-editor.js';

/** @import { Pattern } from '../../../web/shared/forms/pattern.js' */

describe('what is wrong', () => {
  it('survives being stored, and is then told in words', () => {
    const stored = structuredClone(problemOf({ kind: 'mask', masks: '##-### #####' }, '12'));
    expect(wordsOf(stored)).toBe('This does not look like ##-### or #####');
    expect(englishOf(stored)).toBe('This does not look like ##-### or #####');
  });

  it('is nothing where nothing is', () => {
    expect([wordsOf(null), englishOf(undefined)]).toEqual(['', '']);
  });

  it('with an error is its own words where nobody else knows better', () => {
    expect(wordsOf(reasonFrom(new Error('This picture is broken.')))).toBe('This picture is broken.');
    expect(reasonFrom(new DOMException('No room.', 'QuotaExceededError'))).toEqual({ message: 'No room.' });
    expect(wordsOf(reasonFrom('gone'))).toBe('gone');
  });

  it('with an error of the batch or of forms is kept by its code, and told by it', () => {
    const error = errorOf('batch.error.noPicture');
    expect(error.message).toBe(english.batch['error.noPicture']);
    expect(wordsOf({ ...reasonFrom(error), message: 'of an earlier version' })).toBe(error.message);
    expect(wordsOf(error)).toBe(error.message);
  });
});

describe('every way to break a pattern', () => {
  const breaking = /** @type {[Pattern, string][]} */ ([
    ...[0, 1, 2].flatMap((places) =>
      ['.', ','].map((sign) => [{ kind: 'decimal', point: 'any', places, negative: false }, `1${sign}555`]),
    ),
    ...['dmy', 'mdy', 'ymd'].flatMap((order) => [2, 4, 'any'].map((year) => [{ kind: 'date', order, year }, '1'])),
    ...['2', '4', '6', '9', '11'].map((month) => [{ kind: 'date', order: 'dmy', year: 4 }, `31.${month}.2024`]),
    ...[true, false].map((seconds) => [{ kind: 'time', seconds }, '1']),
    ...['24:00:00', '9:60:00', '9:00:60'].map((time) => [{ kind: 'time', seconds: true }, time]),
  ]);

  it.each(breaking)('has words: %o %s', (pattern, written) => {
    const problem = problemOf(pattern, written);
    expect(problem?.code).toMatch(/^form\.problem\./);
    expect(english.form).toHaveProperty([(problem?.code ?? '').slice('form.'.length)]);
    expect(wordsOf(problem)).not.toMatch(/[{}]|undefined/);
  });
});

it('every kind of pattern, what is asked of it, and every check digit has a name', () => {
  const kinds = /** @type {Pattern['kind'][]} */ (Object.keys(KINDS));
  const labels = kinds.flatMap((kind) =>
    parametersOf(kind).flatMap((each) => [
      each.label,
      ...('choices' in each ? each.choices.map(([, label]) => label) : []),
      ...('hint' in each ? [each.hint, each.problem] : []),
    ]),
  );
  const names = [
    ...kinds.map((kind) => text(`form.kind.${kind}`)),
    ...Object.keys(CHECKS).map((name) => text(`form.check.${name}`)),
  ];
  expect([...labels, ...names].filter((words) => words.startsWith('form.'))).toEqual([]);
  expect(parametersOf('check')[0]).toMatchObject({
    label: 'Method',
    choices: [
      ['luhn', 'Luhn (cards)'],
      ['mod97', 'Modulo 97 (IBAN, RF)'],
      ['ean13', 'EAN-13'],
      ['isbn13', 'ISBN-13'],
      ['isbn10', 'ISBN-10'],
    ],
  });
  expect(parametersOf('decimal')[1]).toMatchObject({
    choices: [
      [null, 'Any number'],
      [0, '0'],
      [1, '1'],
      [2, '2'],
      [3, '3'],
      [4, '4'],
      [5, '5'],
      [6, '6'],
    ],
  });
});

it('English is to be had whatever the language', () => {
  expect(englishText('form.stored.fields', { count: 1 })).toBe('1 field');
  expect(englishText('form.stored.fields', { count: 2 })).toBe('2 fields');
  expect(englishText('form.stored.fields', { count: 1234 })).toBe('1234 fields');
  expect(text('form.stored.fields', { count: 1234 })).toBe('1,234 fields');
  expect(englishText('form.none')).toBe('form.none');
});
