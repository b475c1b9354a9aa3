import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blocked, inMemory, storageOf, written } from '../../support/records-made.js';
import { openTab } from '../../support/records-tab.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const rest = () => vi.advanceTimersByTimeAsync(1100);

const [two, twenty, whole] = ['2', '20', '2047'].map((text) => written(text));

describe('a page that is left', () => {
  it('keeps at once what has not come to rest', async () => {
    const { show, autosave, texts } = openTab();
    show(whole);
    autosave.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(await texts()).toEqual(['2047']);
  });

  it('goes on with the same record after a reload, and only when the drawing changes', async () => {
    const [memory, session] = [inMemory(), storageOf().storage];
    const before = openTab({ memory, session });
    before.show(twenty);
    await rest();
    const [{ revision }] = await before.records.list();
    const after = openTab({ memory, session });
    const reloaded = structuredClone(twenty);
    after.autosave.resumeDrawing({ ink: reloaded.ink, corrections: [] });
    after.show(reloaded);
    await rest();
    expect((await after.records.list())[0].revision).toBe(revision);
    after.show(whole);
    await rest();
    expect(await after.texts()).toEqual(['2047']);
  });

  it('keeps after a reload what it was left too early for', async () => {
    const session = storageOf().storage;
    openTab({ session }).show(twenty);
    const after = openTab({ session });
    const reloaded = structuredClone(twenty);
    after.autosave.resumeDrawing({ ink: reloaded.ink, corrections: [] });
    after.show(reloaded);
    await rest();
    expect(await after.texts()).toEqual(['20']);
  });

  it('does not keep a second time what a new tab finds on the pad', async () => {
    const memory = inMemory();
    const first = openTab({ memory });
    first.show(twenty);
    await rest();
    const second = openTab({ memory });
    const loaded = structuredClone(twenty);
    second.autosave.resumeDrawing({ ink: loaded.ink, corrections: [] });
    second.show(loaded);
    await rest();
    expect(await second.texts()).toEqual(['20']);
    // What is written there is a drawing of its own, and the first tab's stays.
    second.show(whole);
    await rest();
    expect(await first.texts()).toEqual(['20', '2047']);
  });

  it('does not take what another tab left on the pad for its own record', async () => {
    const [memory, session] = [inMemory(), storageOf().storage];
    const before = openTab({ memory, session });
    before.show(twenty);
    await rest();
    const after = openTab({ memory, session });
    const others = written('9');
    after.autosave.resumeDrawing({ ink: others.ink, corrections: [] });
    after.show(others);
    after.show(written('91'));
    await rest();
    expect(await after.texts()).toEqual(['20', '91']);
  });

  it('does not overwrite the other tab where it was duplicated with what it knows', async () => {
    const [memory, { kept, storage }] = [inMemory(), storageOf()];
    const first = openTab({ memory, session: storage });
    first.show(two);
    await rest();
    const second = openTab({ memory, session: storageOf(Object.fromEntries(kept)).storage });
    const copy = structuredClone(two);
    second.autosave.resumeDrawing({ ink: copy.ink, corrections: [] });
    second.show(copy);
    second.show(written('25'));
    first.show(twenty);
    await rest();
    expect(await first.texts()).toEqual(['20', '25']);
  });

  it('keeps nothing of where it was where the browser stores nothing', async () => {
    const { show, texts } = openTab({ session: blocked });
    show(two);
    await rest();
    show(twenty);
    await rest();
    expect(await texts()).toEqual(['20']);
  });
});

describe('what is reopened out of the history', () => {
  it('goes on as the record that it was', async () => {
    const { show, clear, autosave, records, texts } = openTab();
    show(twenty);
    await rest();
    clear();
    show(written('7'));
    await rest();
    const record = (await records.list()).find(({ text }) => text === '20');
    const ink = record?.ink ?? [];
    autosave.resumeDrawing({ ink, corrections: [] }, record);
    autosave.offerDrawing({ ink, corrections: [] }, twenty.reading);
    await rest();
    expect(await texts()).toEqual(['20', '7']);
    autosave.offerDrawing({ ink: [...ink, ...written('4').ink], corrections: [] }, whole.reading);
    await rest();
    expect(await texts()).toEqual(['2047', '7']);
  });

  it('is the same record for undo, which brings back what it was before', async () => {
    const { show, autosave, records, texts } = openTab();
    show(twenty);
    await rest();
    const [record] = await records.list();
    const ink = structuredClone(twenty.ink);
    autosave.resumeDrawing({ ink, corrections: [] }, record);
    show({ ...twenty, ink });
    show({ ...whole, ink: [...ink, ...written('4').ink] });
    await rest();
    expect(await texts()).toEqual(['2047']);
    show(twenty);
    await rest();
    expect(await texts()).toEqual(['20']);
  });
});
