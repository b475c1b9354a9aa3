import { afterEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../../web/reader/problem.js';
import { callWorker } from '../../../web/reader/call-worker.js';
import { errorOf, wordsOf } from '../../../web/texts/problems.js';
import { memo } from '../../../web/shared/memo.js';
import arabic from '../../../web/texts/ar.json' with { type: 'json' };
import spanish from '../../../web/texts/es.json' with { type: 'json' };
import {
  currentDirection,
  currentLanguage,
  languageFor,
  onLanguage,
  text,
  useLanguage,
} from '../../../web/texts/texts.js';
import { formatConfidence, formatConfidenceFigure } from '../../../web/shared/numbers.js';
import { decimalSign, leftToRight } from '../../../web/texts/intl.js';

afterEach(() => useLanguage('en'));

describe('the language of the texts', () => {
  it('is the chosen one, else the first that is read and is there, else English', () => {
    expect(languageFor('ar', ['es'])).toBe('ar');
    expect(languageFor(null, ['fi-FI', 'es-MX', 'en'])).toBe('es');
    expect(languageFor('xx', ['fi'])).toBe('en');
  });

  it('is taken as a whole', async () => {
    await useLanguage('es');
    expect(currentLanguage()).toBe('es');
    expect(currentDirection()).toBe('ltr');
    expect(text('pad.undo')).toBe(spanish.pad.undo);
    expect(formatConfidence(0.42)).toMatch(/^42\s?%$/);
    await useLanguage('ar');
    expect(currentDirection()).toBe('rtl');
    expect(text('pad.undo')).toBe(arabic.pad.undo);
  });

  it('is the one that was asked for last, whichever comes first', async () => {
    await Promise.all([useLanguage('es'), useLanguage('en')]);
    expect(currentLanguage()).toBe('en');
  });

  it('leaves what was written as it was, from left to right', async () => {
    expect(leftToRight('20?7')).toBe('20?7');
    await useLanguage('ar');
    expect(leftToRight('20?7')).toBe('\u206620?7\u2069');
  });

  it('has a point or a comma before decimals, as its region does', async () => {
    const inLanguage = async (/** @type {string} */ language, /** @type {string[]} */ ...read) => {
      vi.stubGlobal('navigator', { languages: read });
      await useLanguage(language);
      return decimalSign();
    };
    expect(await inLanguage('en', 'en-US')).toBe('.');
    expect(await inLanguage('es', 'en-US')).toBe(',');
    expect(await inLanguage('es', 'en-US', 'es-MX')).toBe('.');
    vi.unstubAllGlobals();
  });

  it('never says that it is certain, and has no sign where there is no room', () => {
    expect([0.001, 0.42, 0.999].map(formatConfidenceFigure)).toEqual(['0', '42', '>99']);
  });
});

describe('a change of the language', () => {
  it('is heard by whoever said something, once, when the texts are there', async () => {
    const heard = vi.fn(() => text('pad.undo'));
    const end = onLanguage(heard);
    await useLanguage('en');
    await useLanguage('es');
    await useLanguage('es');
    end();
    await useLanguage('ar');
    expect(heard.mock.results.map(({ value }) => value)).toEqual([spanish.pad.undo]);
  });

  it('makes anew what was worked out in words, and nothing else', async () => {
    const paint = vi.fn();
    const painted = memo(paint);
    const said = memo(() => text('pad.undo'), currentLanguage);
    painted(1);
    expect(said()).toBe('Undo');
    await useLanguage('es');
    painted(1);
    expect(paint).toHaveBeenCalledTimes(1);
    expect(said()).toBe(spanish.pad.undo);
  });
});

describe('what went wrong', () => {
  const problem = new Problem('picture-bytes', 'This file has 31 MB.', { values: { megabytes: 31, most: 25 } });

  it('is told in the language of the page where it has a code', async () => {
    expect(wordsOf(problem)).toBe('This file has 31 MB; the most is 25 MB: choose a smaller picture.');
    await useLanguage('es');
    expect(wordsOf(problem)).toContain('31');
    expect(wordsOf(problem)).not.toBe(problem.message);
    expect(wordsOf(new Problem('camera-none'))).toBe(spanish.problem['camera-none']);
    expect(wordsOf(new Error('No code'))).toBe('No code');
    expect(wordsOf(new Problem('of-a-later-version', 'Try it later.'))).toBe('Try it later.');
    expect(wordsOf(errorOf('picture.gone'))).toBe(spanish.picture.gone);
    expect(wordsOf({ code: 'batch.export.saved', values: { file: 'a.csv', count: 2 } })).toContain('a.csv');
    expect(wordsOf(new DOMException('Full', 'QuotaExceededError'))).toBe('Full');
  });

  it('has its code also where it happened in the worker, which copies errors without it', async () => {
    const worker = /** @type {any} */ ({ postMessage: () => {}, terminate: () => {} });
    const { call } = callWorker(worker);
    const failed = call('readImage');
    const { code, values } = problem;
    worker.onmessage({ data: { id: 0, error: new Error(problem.message), told: { code, values } } });
    await expect(failed).rejects.toMatchObject({ message: problem.message, code, values });
  });
});
