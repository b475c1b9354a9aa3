import { text } from '../texts/texts.js';

export const OPEN_ELSEWHERE = new Error('The kept batch is open in another tab');

/**
 * @param {unknown} error why the batch cannot be kept
 * @returns {string} what a person should know of it
 */
export function unkeptWords(error) {
  if (error === OPEN_ELSEWHERE) return text('batch.unkept.elsewhere');
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return text(isFull ? 'batch.unkept.full' : 'batch.unkept.nothing');
}
