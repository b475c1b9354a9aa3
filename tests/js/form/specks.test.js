import { expect, it } from 'vitest';
import { readForm } from '../../../web/shared/forms/read-form.js';

const form = {
  name: '',
  fields: [
    { name: '', area: { x: 0.1, y: 0.2, width: 0.5, height: 0.05 }, pattern: { kind: /** @type {const} */ ('any') } },
  ],
};

it.each([
  ['a speck, or what is left of a frame', { x: 598, y: 440, width: 2, height: 7 }, 0.5],
  ['a thin 1', { x: 150, y: 440, width: 5, height: 50 }, 0.997],
  ['a wide dash that is read as a digit', { x: 150, y: 440, width: 60, height: 4 }, 0.997],
])('%s is as sure in a field as its size lets it be', async (_, box, sure) => {
  const read = async () => ({ text: '1', numbers: [{ text: '1', confidence: 0.997, box, alternatives: [] }] });
  const [cell] = await readForm(read, { blob: new Blob([]), size: { width: 1000, height: 2000 } }, form);
  expect(cell).toMatchObject({ text: '1', confidence: sure });
});
