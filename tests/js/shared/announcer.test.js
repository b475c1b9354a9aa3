import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAnnouncer } from '../../../web/shared/dom/announcer.js';

/** A screen reader would say every text that is put into the region. */
function listen() {
  /** @type {string[]} */
  const heard = [];
  const region = /** @type {HTMLElement} */ ({
    set textContent(/** @type {string} */ text) {
      heard.push(text);
    },
  });
  return { heard, announce: createAnnouncer(region).announce };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what changes with every move of the pen is said once, when it has come to rest', () => {
  const { heard, announce } = listen();
  for (const text of ['1', '7', '1', '7']) {
    announce(text);
    vi.advanceTimersByTime(100);
  }
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(5000);
  expect(heard).toEqual(['7']);
});

test('while a stroke is drawn, nothing is said', () => {
  const { heard, announce } = listen();
  announce('4');
  announce(null);
  vi.advanceTimersByTime(5000);
  expect(heard).toEqual([]);
});

test('the same answer, shown again or come back to, is not said again', () => {
  const { heard, announce } = listen();
  announce('47');
  vi.advanceTimersByTime(5000);
  announce('47');
  announce('4');
  announce('47');
  vi.advanceTimersByTime(5000);
  expect(heard).toEqual(['47']);
});

test('another answer is said, and after it the first one again', () => {
  const { heard, announce } = listen();
  for (const text of ['47', '4', '47']) {
    announce(text);
    vi.advanceTimersByTime(5000);
  }
  expect(heard).toEqual(['47', '4', '47']);
});
