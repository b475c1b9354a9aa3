import { expect, test } from 'vitest';
import { keysIn, sectionsOf } from '../../../tools/vite/texts-in-parts.js';

const texts = { pad: { title: 'Pad', undo: 'Undo' }, why: { title: 'Why', head: 'Because' } };

test('texts of what is opened later come apart, but for the title that leads there', () => {
  expect(sectionsOf(texts, ['why'], false)).toEqual({ pad: texts.pad, why: { title: 'Why' } });
  expect(sectionsOf(texts, ['why'], true)).toEqual({ why: { head: 'Because' } });
});

test('code that tells a later text at once is found by its keys', () => {
  const code = 'a(`why.over.${b}`), c("why.head"), d("why.title"), e("pad.undo"), f("whyever.so"), g.why.head';
  expect(keysIn(code, ['why', 'form'])).toEqual(['why.over', 'why.head']);
});
