import { describe, expect, it } from 'vitest';
import { correctNumber, correctPart } from '../../../web/shared/reading/correct.js';
import { shownReading } from '../../../web/shared/reading/shown-reading.js';
import { startHistory } from '../../../web/shared/undo.js';
import { contentOfDrawing, contentOfPicture } from '../../../web/history/records/kept-reading.js';
import { reopenDrawing, reopenPicture } from '../../../web/history/controller.js';
import { dayOf, newestFirst, search } from '../../../web/history/records/search.js';
import { keptReading, partAt, written } from '../../support/records-made.js';

/** @import { Corrections } from '../../../web/shared/reading/correct.js' */

/** @param {ReturnType<typeof written>} drawn @param {Corrections} [corrections] */
const kept = ({ ink, reading }, corrections = []) => contentOfDrawing({ ink, corrections }, reading, 0.8);

describe('what is kept of a drawing', () => {
  it('is its ink, its text and how sure it is', () => {
    const drawn = written('2047');
    const content = kept(drawn);
    expect(content).toMatchObject({ text: '2047', isUnsure: false, isCorrected: false, picture: null });
    expect(content.ink).toBe(drawn.ink);
    expect(content.numbers).toEqual([{ text: '2047', read: '2047', confidence: 0.97, isCorrected: false }]);
  });

  it('tells what was read from what a person says that it is', () => {
    const drawn = written('2047', { as: '2041' });
    const content = kept(drawn, correctPart([], partAt(drawn.reading, 3), '7'));
    expect(content).toMatchObject({ text: '2047', isCorrected: true });
    expect(content.numbers[0]).toMatchObject({ text: '2047', read: '2041' });
    expect(content.digits.map(({ text }) => text).join('')).toBe('2047');
  });

  it('is unsure where a digit is, or is none', () => {
    expect(kept(written('7', { confidence: 0.5 })).isUnsure).toBe(true);
    expect(kept(written('7', { as: '?' })).isUnsure).toBe(true);
  });
});

describe('each digit', () => {
  it('has its own strokes, in whichever order they were drawn', () => {
    const { ink, reading } = written('4575');
    const shuffled = ink.toReversed();
    const strokes = kept({ ink: shuffled, reading }).digits.map((digit) => digit.strokes);
    // 4: two strokes, 5: two, 7: one, 5: two
    expect(strokes.map((own) => own?.length)).toEqual([2, 2, 1, 2]);
    expect(strokes[2]).toEqual([ink[4]]);
  });

  it('has none where another digit is written over it', () => {
    const drawn = written('08');
    const [zero, eight] = drawn.reading.numbers[0].digits;
    // The reader took an 8 within the 0, of which the strokes cannot be told apart by place.
    eight.box = { ...zero.box };
    const digits = kept(drawn).digits;
    expect(digits[1].strokes).toBeNull();
  });

  it('does not count separators and what was deleted', () => {
    const { ink, reading } = written('12');
    reading.numbers[0].separators.push({
      text: '.',
      after: 1,
      confidence: 0.9,
      box: { x: 0, y: 0, width: 0.01, height: 0.01 },
    });
    const deleted = correctPart([], partAt(reading, 2), '');
    const content = kept({ ink, reading }, deleted);
    expect(content.text).toBe('1.');
    expect(content.digits.map(({ text }) => text)).toEqual(['1']);
  });

  it('is trusted where the reader was sure or a person looked at its number', () => {
    const unsure = written('20', { as: '26', confidence: 0.5 });
    expect(kept(unsure).digits.map(({ isTrusted }) => isTrusted)).toEqual([false, false]);
    const corrected = kept(unsure, correctPart([], partAt(unsure.reading, 1), '0'));
    expect(corrected.digits.map(({ isTrusted }) => isTrusted)).toEqual([true, true]);
  });

  it('has no strokes in a number that was typed anew with another length', () => {
    const drawn = written('20');
    const [number] = shownReading(drawn.reading, []).numbers;
    const content = kept(drawn, correctNumber([], number, '208'));
    expect(content.text).toBe('208');
    expect(content.digits.map(({ strokes }) => strokes)).toEqual([null, null, null]);
  });
});

describe('what is reopened', () => {
  it('is the drawing with what was corrected in it', () => {
    const drawn = written('2');
    const corrections = correctPart([], partAt(drawn.reading, 0), '7');
    const record = keptReading('7', kept(drawn, corrections));
    expect(reopenDrawing(record)).toEqual({ ink: drawn.ink, corrections });
    expect(reopenDrawing(keptReading('7', { ink: null }))).toBeNull();
  });

  it('is the kept picture, from the side that it was turned to, with corrections and crop where they are in the smaller one', async () => {
    const { reading } = written('2');
    const corrections = correctPart([], partAt(reading, 0), '7');
    const area = { x: 100, y: 200, width: 400, height: 300 };
    const picture = { name: 'a.jpg', size: { width: 4000, height: 3000 }, area, turned: 90, reading };
    const content = contentOfPicture({ ...picture, history: startHistory(corrections) }, 0.8);
    expect(content).toMatchObject({ text: '7', ink: null, picture: { name: 'a.jpg', area } });
    const blob = new Blob(['small'], { type: 'image/jpeg' });
    const opened = reopenPicture(keptReading('7', { ...content, scale: 0.5 }), blob);
    expect(opened?.file.name).toBe('a.jpg');
    expect(await opened?.file.text()).toBe('small');
    expect(opened?.area).toEqual({ x: 50, y: 100, width: 200, height: 150 });
    expect(opened?.turned).toBe(90);
    expect(opened?.corrections[0].box.x).toBeCloseTo(corrections[0].box.x / 2);
    expect(reopenPicture(keptReading('7', content), blob)).toBeNull();
  });
});

describe('the search', () => {
  const noon = new Date(2026, 10, 20, 12).getTime();
  const all = [
    keptReading('2047'),
    keptReading('12.50 -7', { time: noon, isUnsure: true }),
    keptReading('10:45\n2048', { time: noon + 1, isCorrected: true }),
  ];
  /** @param {import('../../../web/history/records/search.js').Query} query */
  const found = (query) => search(all, query).map(({ text }) => text.replace('\n', ' '));

  it('finds a part of a number, several parts, and everything where nothing is asked for', () => {
    expect(found({ text: '204' })).toEqual(['2047', '10:45 2048']);
    expect(found({ text: ' 48 10 ' })).toEqual(['10:45 2048']);
    expect(found({ text: '2.5' })).toEqual(['12.50 -7']);
    expect(found({ text: '' })).toHaveLength(3);
    expect(found({ text: '99' })).toEqual([]);
  });

  it.each(['٢٠٤٧', '२०४७', '௨௦௪௭', '２０４７', '𝟐𝟎𝟒𝟕'])('finds 2047 typed as %s', (text) => {
    expect(found({ text })).toEqual(['2047']);
  });

  it('finds a minus however a keyboard writes it', () => {
    expect(found({ text: '−7' })).toEqual(['12.50 -7']);
  });

  it.each([
    ['3*4', '3×4=12'],
    ['3X4', '3×4=12'],
    ['=12', '3×4=12'],
    ['(7', '$(7)'],
    ['$', '$(7)'],
    ['٥٠٪', '50%'],
    ['50%', '50%'],
  ])('finds a sign however it is typed: %s', (typed, text) => {
    const readings = ['3×4=12', '$(7)', '50%'].map((read) => keptReading(read));
    expect(search(readings, { text: typed }).map((record) => record.text)).toEqual([text]);
  });

  it('finds a day, what is unsure and what was corrected', () => {
    expect(dayOf(noon)).toBe('2026-11-20');
    expect(found({ day: '2026-11-20' })).toEqual(['12.50 -7', '10:45 2048']);
    expect(found({ isUnsure: true })).toEqual(['12.50 -7']);
    expect(found({ isCorrected: true, text: '2047' })).toEqual([]);
    expect(found({ isCorrected: true, day: '2026-11-20' })).toEqual(['10:45 2048']);
  });

  it('begins with the newest', () => {
    expect(newestFirst(all).map(({ text }) => text)).toEqual(['2047', '10:45\n2048', '12.50 -7']);
  });
});
