import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startHistory } from '../../../web/shared/undo.js';
import { inMemory, storageOf, written } from '../../support/records-made.js';
import { openTab } from '../../support/records-tab.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const rest = () => vi.advanceTimersByTimeAsync(1100);

const [two, twenty, whole] = ['2', '20', '2047'].map((text) => written(text));

describe('a drawing', () => {
  it('is one record from its first stroke until the pad is cleared', async () => {
    const { show, clear, texts } = openTab();
    for (const drawn of [two, twenty, whole]) {
      show(drawn);
      await rest();
    }
    expect(await texts()).toEqual(['2047']);
    clear();
    show(written('7'));
    await rest();
    expect(await texts()).toEqual(['2047', '7']);
  });

  it('is kept when it has come to rest, not at each stroke', async () => {
    const { show, texts, records } = openTab();
    const keep = vi.spyOn(records, 'keep');
    for (const drawn of [two, twenty, whole]) {
      show(drawn);
      await vi.advanceTimersByTimeAsync(600);
    }
    expect(await texts()).toEqual([]);
    await rest();
    expect(await texts()).toEqual(['2047']);
    expect(keep).toHaveBeenCalledOnce();
  });

  it('is kept as it was where it is cleared at once', async () => {
    const { show, clear, texts } = openTab();
    show(whole);
    clear();
    await rest();
    expect(await texts()).toEqual(['2047']);
  });

  it('is kept whole where it is taken back stroke by stroke', async () => {
    const { show, clear, texts } = openTab();
    show(whole);
    await rest();
    for (const drawn of [twenty, two]) show(drawn);
    clear();
    await rest();
    expect(await texts()).toEqual(['2047']);
  });

  it('is the same record where undo brings it back', async () => {
    const { show, clear, texts } = openTab();
    show(two);
    await rest();
    clear();
    show(two);
    await rest();
    expect(await texts()).toEqual(['2']);
    show(twenty);
    await rest();
    expect(await texts()).toEqual(['20']);
  });

  it('is corrected in its place, also a while later, and stays where it is in the list', async () => {
    const { show, records, texts } = openTab();
    show(two);
    await rest();
    const [{ time }] = await records.list();
    await vi.advanceTimersByTimeAsync(60_000);
    const part = { box: two.reading.numbers[0].digits[0].box, text: '7' };
    const ink = two.reading.numbers[0].digits[0].image.reduce((sum, value) => sum + value, 0);
    show(two, [{ of: 'part', ...part, ink }]);
    await rest();
    expect(await texts()).toEqual(['7']);
    expect((await records.list())[0]).toMatchObject({ time, isCorrected: true });
  });

  it('is read again where its reading comes late', async () => {
    const { show, texts } = openTab();
    show({ ...whole, reading: two.reading });
    await rest();
    show(whole);
    await rest();
    expect(await texts()).toEqual(['2047']);
  });

  it('waits for its first reading', async () => {
    const { autosave, texts } = openTab();
    autosave.offerDrawing({ ink: two.ink, corrections: [] }, null);
    await rest();
    expect(await texts()).toEqual([]);
  });
});

describe('a picture', () => {
  const file = new Blob(['photograph']);
  const opened = {
    file,
    name: 'a.jpg',
    size: { width: 10, height: 10 },
    area: null,
    turned: null,
    reading: two.reading,
    history: startHistory([]),
    row: null,
  };

  it('is one record as long as it is open, however it is cropped', async () => {
    const { autosave, records, texts } = openTab();
    autosave.offerPicture(opened);
    await rest();
    autosave.offerPicture({ ...opened, area: { x: 0, y: 0, width: 5, height: 5 }, reading: twenty.reading });
    await rest();
    expect(await texts()).toEqual(['20']);
    expect((await records.list())[0]).toMatchObject({ ink: null, scale: 1, picture: { name: 'a.jpg' } });
    autosave.offerPicture(null);
    autosave.offerPicture({ ...opened, file: new Blob(['another']) });
    await rest();
    expect(await texts()).toEqual(['2', '20']);
  });

  it('is another record than one that it is opened over, and the same where it is opened again', async () => {
    const { autosave, texts } = openTab();
    const another = { ...opened, file: new Blob(['another']), reading: whole.reading };
    for (const picture of [opened, another, opened]) {
      autosave.offerPicture(picture);
      await rest();
    }
    expect(await texts()).toEqual(['2', '2047']);
  });

  it('goes on as its record after a reload', async () => {
    const [memory, session] = [inMemory(), storageOf().storage];
    openTab({ memory, session }).autosave.offerPicture(opened);
    await rest();
    const { autosave, texts } = openTab({ memory, session });
    const reloaded = new Blob(['photograph']);
    autosave.offerPicture(null); // the pad, before it is opened again
    autosave.resumePicture(reloaded);
    autosave.offerPicture({ ...opened, file: reloaded });
    autosave.offerPicture({ ...opened, file: reloaded, reading: twenty.reading });
    await rest();
    expect(await texts()).toEqual(['20']);
  });

  it('of a batch is left to the batch', async () => {
    const { autosave, texts } = openTab();
    autosave.offerPicture({ ...opened, row: 'a row' });
    await rest();
    expect(await texts()).toEqual([]);
  });
});

describe('while the history is off', () => {
  it('nothing is kept, in no tab', async () => {
    const local = storageOf().storage;
    const [one, other] = [openTab({ local }), openTab({ local })];
    one.show(two);
    other.records.setKeeping(false);
    await rest();
    expect(await one.texts()).toEqual([]);
  });

  it('what waits is dropped for good', async () => {
    const { show, autosave, records, texts } = openTab();
    show(two);
    autosave.drop();
    records.setKeeping(false);
    records.setKeeping(true);
    await rest();
    expect(await texts()).toEqual([]);
  });
});
