import { joined, written } from './hand.js';

/**
 * What the reader is bad at, in ink: what was meant, and how it was written.
 *
 * @import { Ink } from '../shared/strokes.js'
 * @typedef {{ title: string, words: string, meant: string, ink: Ink }} Limit title and words are keys of texts
 * @type {Limit[]}
 */
export const LIMITS = [
  { title: 'limits.letters', words: 'limits.letters.words', meant: 'SOS', ink: written(['S', 'O', 'S']) },
  { title: 'limits.oneSeven', words: 'limits.oneSeven.words', meant: '7', ink: written(['7'], { turn: -30 }) },
  { title: 'limits.fourNine', words: 'limits.fourNine.words', meant: '4', ink: written(['closed 4']) },
  { title: 'limits.touching', words: 'limits.touching.words', meant: '44', ink: written(['4', '4'], { pitch: 0.35 }) },
  {
    title: 'limits.joined',
    words: 'limits.joined.words',
    meant: '200',
    ink: joined(written(['2', '0', '0'], { pitch: 0.8 })),
  },
  {
    title: 'limits.tilted',
    words: 'limits.tilted.words',
    meant: '2047',
    ink: written(['2', '0', '4', '7'], { turn: -40, pitch: 0.85 }),
  },
  { title: 'limits.words', words: 'limits.words.words', meant: 'one', ink: written(['one']) },
  { title: 'limits.signs', words: 'limits.signs.words', meant: '3+4', ink: written(['3', '+', '4'], { pitch: 0.95 }) },
  { title: 'limits.scripts', words: 'limits.scripts.words', meant: '55', ink: written(['५', '٥'], { pitch: 1.2 }) },
];
