import { afterEach, expect, it } from 'vitest';
import { correctPart } from '../../../web/shared/reading/correct.js';
import { toRecordsCsv, toStrokeLines } from '../../../web/history/records/export.js';
import { useLanguage } from '../../../web/texts/texts.js';
import { contentOfDrawing } from '../../../web/history/records/kept-reading.js';
import { keptReading, partAt, written } from '../../support/records-made.js';

afterEach(() => useLanguage('en'));

const drawn = written('45', { as: '46' });
const corrected = contentOfDrawing(
  { ink: drawn.ink, corrections: correctPart([], partAt(drawn.reading, 1), '5') },
  drawn.reading,
  0.8,
);
const guess = written('7', { confidence: 0.4 });
const unsure = contentOfDrawing({ ink: guess.ink, corrections: [] }, guess.reading, 0.8);

it('strokes are exported digit by digit, labeled as a person corrected them', () => {
  const { text, digits } = toStrokeLines([corrected], { writer: 'Ada' });
  expect(text.endsWith('\n')).toBe(true);
  const rows = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(digits).toBe(2);
  expect(rows.map(({ label, writer }) => [label, writer])).toEqual([['4', 'Ada'], ['5', 'Ada']]); // prettier-ignore
  expect(rows[0].strokes).toEqual(drawn.ink.slice(0, 2));
  expect(rows[1].strokes).toEqual(drawn.ink.slice(2));
});

it('guesses, and digits without strokes of their own, are left out and counted', () => {
  const picture = { ...corrected, digits: corrected.digits.map((digit) => ({ ...digit, strokes: null })) };
  expect(toStrokeLines([unsure, picture])).toEqual({ text: '', digits: 0, leftOut: { unsure: 1, unclear: 2 } });
});

it('what is no digit is labeled so, and nobody is named who is not', () => {
  const scribble = written('7', { as: '?' });
  const content = contentOfDrawing({ ink: scribble.ink, corrections: [] }, scribble.reading, 0.8);
  expect(JSON.parse(toStrokeLines([content]).text)).toEqual({ strokes: scribble.ink, label: '?' });
});

it('the CSV tells what was read and corrected, and lets no spreadsheet run a name', () => {
  const time = Date.UTC(2026, 10, 21, 9, 30);
  const picture = { name: '=evil().jpg', size: { width: 1, height: 1 }, area: null };
  const numbers = [
    { text: '2047', read: '2041', confidence: 1, isCorrected: true },
    { text: '-7', read: '-7', confidence: 0.9, isCorrected: false },
  ];
  const csv = toRecordsCsv([
    keptReading('2047 -7', { time, numbers, isCorrected: true, picture }),
    keptReading('3', { time }),
  ]);
  expect(csv).toBe(
    '\ufeffTime,Reading,As it was read,Confidence,Corrected,From\r\n' +
      "2026-11-21T09:30:00.000Z,2047 -7,2041 -7,0.900,yes,'=evil().jpg\r\n" +
      '2026-11-21T09:30:00.000Z,3,3,0.970,no,Pad\r\n',
  );
});

it('no spreadsheet runs a reading that begins as a formula does', () => {
  const texts = ['=1+1', '+7', '-8÷2', '(3)', '$20'];
  const csv = toRecordsCsv(texts.map((text) => keptReading(text, { time: 0 })));
  const readings = csv.trim().split('\r\n').slice(1).map((row) => row.split(',')[1]); // prettier-ignore
  expect(readings).toEqual(["'=1+1", "'+7", "'-8÷2", '(3)', '$20']);
});

it('the CSV is the same in every language of the page: it may be read by someone else, or by a program', async () => {
  const size = { width: 1, height: 1 };
  const picture = { name: '', size, area: null };
  const records = [keptReading('3', { isCorrected: true }), keptReading('4', { picture })];
  const inEnglish = toRecordsCsv(records);
  await useLanguage('ar');
  expect(toRecordsCsv(records)).toBe(inEnglish);
  expect(inEnglish).toContain(',no,Picture\r\n');
});
