import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { licenses } from '../../../tools/vite/licenses.js';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

test('the licenses name all that ships: our own, packages without a file of theirs, what is compiled in, and data', async () => {
  const sections = (await licenses(PROJECT)).split(/^## /m).slice(1);
  const textOf = (/** @type {string} */ name) => sections.find((section) => section.startsWith(name)) ?? '';
  expect(textOf('Inkdigit: MIT')).toContain('The Inkdigit authors');
  for (const [name, owner] of [
    ['seedrandom', 'David Bau'],
    ['tr46', 'Sebastian Mayr'],
    ['Emscripten', 'Emscripten authors'],
  ]) {
    expect(textOf(name)).toContain(owner);
    expect(textOf(name)).toContain('Permission is hereby granted');
  }
  expect(textOf('XNNPACK')).toContain('Redistributions in binary form');
  expect(textOf('@noble/hashes')).toContain('Paul Miller');
  for (const owner of ['Apache License', 'The PDFium Authors', 'Professor Benoit Macq', 'core-js.io']) {
    expect(sections.join()).toContain(owner);
  }
  expect(textOf('Data').match(/licenses\/by\/4\.0/g)).toHaveLength(2);
  for (const section of sections) expect(section.length).toBeGreaterThan(60);
});
