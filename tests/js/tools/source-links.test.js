import { expect, test } from 'vitest';
import { sourceOf, withSource } from '../../../tools/vite/source-links.js';

const PAGE = `<nav>
  <a href="source:" data-text="page.source"></a>
  <a href="licenses.txt">License</a>
  <a href="source:/issues/new/choose">Report a fault</a>
</nav>`;

test('a site that was built in a workflow of GitHub leads to its repository', () => {
  const address = sourceOf({ GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'some/fork' });
  const page = withSource(PAGE, address);
  expect(page).toContain('<a href="https://github.com/some/fork" data-text="page.source">');
  expect(page).toContain('<a href="https://github.com/some/fork/issues/new/choose">');
});

test('who builds it may name another one', () => {
  const named = { INKDIGIT_SOURCE: 'https://example.org/ink/', GITHUB_SERVER_URL: 'a', GITHUB_REPOSITORY: 'b' };
  expect(sourceOf(named)).toBe('https://example.org/ink');
  expect(() => sourceOf({ INKDIGIT_SOURCE: 'javascript:alert(1)' })).toThrow('is no address');
});

test('a site of a copy whose repository nobody named has no links that lead nowhere', () => {
  const page = withSource(PAGE, sourceOf({}));
  expect(page).not.toContain('source:');
  expect(page).not.toContain('Report a fault');
  expect(page).toContain('<a href="licenses.txt">License</a>');
});
