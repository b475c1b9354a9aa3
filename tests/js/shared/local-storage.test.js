import { expect, it } from 'vitest';
import { readJson, readText, remove, write } from '../../../web/shared/storage/local.js';
import { blocked, storageOf } from '../../support/records-made.js';

it('what is written is read until it is removed', () => {
  const { storage } = storageOf();
  expect(write(storage, 'key', '{"a":1}')).toBe(true);
  expect(readText(storage, 'key')).toBe('{"a":1}');
  expect(readJson(storage, 'key')).toEqual({ a: 1 });
  remove(storage, 'key');
  expect(readText(storage, 'key')).toBeNull();
  expect(readJson(storage, 'key')).toBeNull();
});

it('what is no JSON is nothing', () => {
  expect(readJson(storageOf({ key: '{' }).storage, 'key')).toBeNull();
});

it('storage that is blocked holds nothing, and says that it takes nothing', () => {
  expect(readText(blocked, 'key')).toBeNull();
  expect(readJson(blocked, 'key')).toBeNull();
  expect(write(blocked, 'key', 'text')).toBe(false);
  expect(() => remove(blocked, 'key')).not.toThrow();
});

it('storage that is full says so', () => {
  const full = () => ({
    setItem() {
      throw new DOMException('Full', 'QuotaExceededError');
    },
  });
  expect(write(full, 'key', 'text')).toBe(false);
});
