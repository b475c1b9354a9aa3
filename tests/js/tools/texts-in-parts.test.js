import { expect, test } from 'vitest';
import { keysIn, sectionsOf } from '../../../tools/vite/texts-in-parts.js';

const texts = { pad: { title: 'Pad', undo: 'Undo' }, why: { title: 'Why', head: 'Because' } };

test('texts of what is opened later come apart, but for the title that leads there', () => {
  expect(sectionsOf(texts, ['why'], false)).toEqual({ pad: texts.pad, why: { title: 'Why' } });
  expect(sectionsOf(texts, ['why'], true)).toEqual({ why: { head: 'Because' } });
});

test('of a section that is told at once a part may come apart', () => {
  const problems = { problem: { 'picture-empty': 'Empty', fetch: 'Gone' } };
  expect(sectionsOf(problems, ['problem.picture-'], true)).toEqual({ problem: { 'picture-empty': 'Empty' } });
  expect(sectionsOf(problems, ['problem.picture-'], false)).toEqual({ problem: { fetch: 'Gone' } });
});

test('code that tells a later text at once is found by its keys', () => {
  const code = 'a(`why.over.${b}`), c("why.head"), d("why.title"), e("pad.undo"), f("whyever.so"), g.why.head';
  expect(keysIn(code, ['why', 'form'])).toEqual(['why.over', 'why.head']);
});
