export const OPEN_ELSEWHERE = new Error('The kept batch is open in another tab');

/**
 * @param {unknown} error why the batch cannot be kept
 * @returns {import('../texts/problems.js').Reason} what a person should know of it
 */
export function unkeptReason(error) {
  if (error === OPEN_ELSEWHERE) return { code: 'batch.unkept.elsewhere' };
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return { code: isFull ? 'batch.unkept.full' : 'batch.unkept.nothing' };
}
