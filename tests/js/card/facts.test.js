import { describe, expect, it } from 'vitest';
import { commitWords } from '../../../web/card/facts.js';

const COMMIT = '4f95337ebd08b0720eff2aaa14ea2dfaa1f92c91';

describe('the commit that a network was trained at', () => {
  it('is told by its first digits', () => {
    expect(commitWords([COMMIT])).toBe('4f95337ebd08');
  });

  it('is told to be changed where files differed from it', () => {
    expect(commitWords([`${COMMIT}-dirty`])).toBe('4f95337ebd08, with uncommitted changes');
  });

  it('is said not to be known where none was stored', () => {
    expect(commitWords(null)).toBe('not known: it was not stored when it was trained');
  });

  it('may be one of several, where a run went on or began with other networks', () => {
    expect(commitWords(['unknown', COMMIT])).toBe('not known: it was not stored when it was trained; 4f95337ebd08');
  });
});
