import { describe, expect, it } from 'vitest';
import { areaBetween, isLargeEnough, moveArea, resizeArea } from '../../../web/shared/frame/area.js';
import {
  addField,
  adjust,
  change,
  changeField,
  redoStep,
  removeField,
  startDraft,
  undoStep,
} from '../../../web/form/draft.js';

const area = { x: 0.2, y: 0.2, width: 0.4, height: 0.1 };

/** @param {import('../../../web/form/draft.js').Draft} draft */
const names = ({ now }) => now.form.fields.map(({ name }) => name);

describe('drawing a form', () => {
  it('selects the field that was just drawn', () => {
    const { now } = addField(addField(startDraft(), area), { ...area, y: 0.5 });
    expect(now.form.fields.map((field) => field.area.y)).toEqual([0.2, 0.5]);
    expect(now.selected).toBe(1);
  });

  it('places a field without a pointer, each where it covers no other', () => {
    let draft = startDraft();
    for (let count = 0; count < 40; count += 1) draft = addField(draft);
    const places = draft.now.form.fields.map((field) => `${field.area.x} ${field.area.y}`);
    expect(new Set(places).size).toBeGreaterThan(15);
    expect(draft.now.form.fields.every((field) => field.area.y + field.area.height <= 1)).toBe(true);
    expect(draft.now.form.fields[1].area.y).toBeGreaterThan(0.16);
  });

  it('brings a deleted field back with its name and pattern', () => {
    const drawn = changeField(addField(startDraft(), area), 0, { name: 'Amount' });
    const deleted = removeField(drawn, 0);
    expect(names(deleted)).toEqual([]);
    expect(undoStep(deleted).now).toEqual(drawn.now);
    expect(names(redoStep(undoStep(deleted)))).toEqual([]);
  });

  it('takes a typed name back as a whole', () => {
    let draft = addField(startDraft(), area);
    for (const name of ['A', 'Am', 'Amo']) draft = changeField(draft, 0, { name }, 'name');
    expect(names(undoStep(draft))).toEqual(['']);
    const other = changeField(adjust(draft, { selected: 0 }), 0, { name: 'B' }, 'name');
    expect(names(undoStep(other))).toEqual(['Amo']);
  });

  it('has no step to take back at the beginning, and forgets the future after something new', () => {
    const draft = startDraft();
    expect(undoStep(draft)).toEqual(draft);
    const later = change(undoStep(change(draft, { id: 'a' })), { id: 'b' });
    expect(redoStep(later).now.id).toBe('b');
  });
});

describe('the area of a field', () => {
  it('lies between two corners, whichever way it was drawn', () => {
    const drawn = areaBetween({ x: 0.6, y: 0.1 }, { x: 0.2, y: 0.3 });
    expect(drawn.x).toBeCloseTo(0.2);
    expect(drawn.y).toBeCloseTo(0.1);
    expect(drawn.width).toBeCloseTo(0.4);
    expect(drawn.height).toBeCloseTo(0.2);
    expect(areaBetween({ x: -1, y: 0.5 }, { x: 2, y: 0.6 })).toMatchObject({ x: 0, width: 1 });
  });

  it('is none after a tap', () => {
    expect(isLargeEnough(areaBetween({ x: 0.5, y: 0.5 }, { x: 0.503, y: 0.6 }))).toBe(false);
    expect(isLargeEnough(area)).toBe(true);
  });

  it('stays in the picture when it is moved, as large as it was', () => {
    expect(moveArea(area, { x: 5, y: -5 })).toEqual({ x: 0.6, y: 0, width: 0.4, height: 0.1 });
  });

  it('grows and shrinks by a corner, and never turns over', () => {
    const grown = resizeArea(area, 'se', { x: 0.1, y: 5 });
    expect(grown.width).toBeCloseTo(0.5);
    expect(grown.y + grown.height).toBeCloseTo(1);
    const shrunk = resizeArea(area, 'nw', { x: 5, y: 0.05 });
    expect(shrunk.width).toBeCloseTo(0.01);
    expect(shrunk.x + shrunk.width).toBeCloseTo(0.6);
    expect(shrunk.y).toBeCloseTo(0.25);
    expect(isLargeEnough(resizeArea(area, 'se', { x: -5, y: -5 }))).toBe(true);
  });
});
