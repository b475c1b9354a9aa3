export const OPEN_ELSEWHERE = new Error('The kept batch is open in another tab');

/**
 * @param {unknown} error why the batch cannot be kept
 * @returns {string} what a person should know of it
 */
export function unkeptWords(error) {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  const reason = isFull ? 'This browser has no room left' : 'This browser keeps nothing for later';
  const words = error === OPEN_ELSEWHERE ? OPEN_ELSEWHERE.message : reason;
  return `${words}: here it works on, but a reload forgets what could not be kept.`;
}
