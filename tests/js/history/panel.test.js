import { describe, expect, it, vi } from 'vitest';
import { sizeOf } from '../../../web/history/storage-section.js';
import { dayName } from '../../../web/history/list.js';
import { createRestorableRecords } from '../../../web/history/restorable-records.js';
import { keptReading } from '../../support/records-made.js';

/** @param {number} day of November 2026 @param {number} hours @param {number} minutes */
const at = (day, hours, minutes) => new Date(2026, 10, day, hours, minutes).getTime();
const now = at(21, 0, 30);

describe('a day', () => {
  it('is called today or yesterday by the calendar, not by hours', () => {
    expect(dayName(at(21, 0, 1), now)).toBe('Today, Saturday, November 21');
    expect(dayName(at(20, 0, 1), now)).toBe('Yesterday, Friday, November 20');
    expect(dayName(at(19, 23, 59), now)).toBe('Thursday, November 19');
  });

  it('has its year where that is another one', () => {
    expect(dayName(new Date(2025, 11, 31).getTime(), now)).toBe('Wednesday, December 31, 2025');
  });
});

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [221_300, '221 kB'],
  [2_590_000, '2.59 MB'],
])('%s bytes are told as %s', (bytes, words) => {
  expect(sizeOf(bytes)).toBe(words);
});

describe('what was deleted', () => {
  function opened() {
    let kept = [keptReading('7', { time: 1 }), keptReading('13', { time: 2, scale: 1 })];
    const picture = new Blob(['a picture']);
    const records = {
      list: async () => kept,
      picture: async () => picture,
      remove: async (/** @type {string} */ id) => ((kept = kept.filter((each) => each.id !== id)), true),
      restore: vi.fn(async (/** @type {typeof kept[0]} */ record) => kept.push(record)),
    };
    return {
      picture,
      records,
      shown: createRestorableRecords(/** @type {any} */ ({ ready: async () => ({ records }) })),
    };
  }
  /** @param {ReturnType<typeof createRestorableRecords>} shown */
  const textsOf = (shown) => [shown.kept(), shown.all()].map((all) => all.map(({ text }) => text).join(' '));

  it('keeps its place, and comes back with its picture', async () => {
    const { picture, records, shown } = opened();
    await shown.refresh();
    const [, record] = shown.kept();
    await shown.remove(record);
    await shown.refresh();
    expect(textsOf(shown)).toEqual(['7', '13 7']);
    await shown.restore(record.id);
    await shown.refresh();
    expect(records.restore).toHaveBeenCalledWith(record, picture);
    expect(textsOf(shown)[1]).toBe('13 7');
  });

  it('is gone once the panel was closed', async () => {
    const { records, shown } = opened();
    await shown.refresh();
    const [record] = shown.kept();
    await shown.remove(record);
    shown.forget();
    await shown.restore(record.id);
    await shown.refresh();
    expect(records.restore).not.toHaveBeenCalled();
    expect(textsOf(shown)).toEqual(['13', '13']);
  });
});
