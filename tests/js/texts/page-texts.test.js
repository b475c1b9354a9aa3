import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import english from '../../../web/texts/en.json' with { type: 'json' };
import { withTexts } from '../../../tools/vite/page-texts.js';

const texts = { pad: { undo: 'Undo', 'undo.long': 'Undo & "redo"', many: { one: 'One', other: 'More' } } };

describe('the texts of the built page', () => {
  it('stand where their keys are', () => {
    expect(withTexts('<b class="name" data-text="pad.undo"></b>', texts)).toBe(
      '<b class="name" data-text="pad.undo">Undo</b>',
    );
    expect(withTexts('<b data-text-label="pad.undo"></b>', texts)).toContain(' aria-label="Undo"');
    expect(withTexts('<meta data-text-content="pad.undo" />', texts)).toContain(' content="Undo"');
  });

  it('are no markup, whatever stands in them', () => {
    expect(withTexts('<b data-text="pad.undo.long"></b>', texts)).toContain('>Undo &#38; &#34;redo&#34;</b>');
    expect(withTexts('<b data-text-label="pad.undo.long"></b>', texts)).toContain('"Undo &#38; &#34;redo&#34;"');
  });

  it('begin with what counts where that stands out', () => {
    const words = { answer: { blank: 'Write, and read' } };
    expect(withTexts('<p data-text="answer.blank" data-emphasized></p>', words)).toContain(
      '><b>Write</b>, and read</p>',
    );
  });

  it('are all there, or the page is not built', () => {
    expect(() => withTexts('<b data-text="pad.redo"></b>', texts)).toThrow('pad.redo');
    expect(() => withTexts('<b data-text-label="pen.undo"></b>', texts)).toThrow('pen.undo');
    expect(() => withTexts('<b data-text="pad.many"></b>', texts)).toThrow('pad.many');
  });

  it('have their element for themselves', () => {
    expect(() => withTexts('<b data-text="pad.undo">Undo</b>', texts)).toThrow('pad.undo');
    expect(() => withTexts('<b data-text="pad.undo"><i></i></b>', texts)).toThrow('pad.undo');
  });

  it('are the only ones that the page has', () => {
    const page = readFileSync(new URL('../../../web/index.html', import.meta.url), 'utf8');
    const body = page.slice(page.indexOf('<body>'));
    const words = [...body.matchAll(/>([^<>]*\p{L}[^<>]*)</gu)].map(([, own]) => own.trim());
    const names = [...body.matchAll(/(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, name]) => name);
    // The page's own name is the same in every language.
    expect([...words, ...names]).toEqual(['digit', 'Inkdigit', 'Ink']);
    expect(withTexts(page, english)).toContain(english.pad.keys);
  });
});
