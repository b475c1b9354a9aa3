/**
 * A probability in whole percent, never as 0% or 100%: the reader is never certain.
 * @param {number} share 0 to 1
 */
export function percent(share) {
  if (share >= 0.995) return 'over 99%';
  if (share < 0.005) return 'under 1%';
  return `${Math.round(share * 100)}%`;
}

/**
 * The same where there is room for a few signs only.
 * @param {number} share 0 to 1
 */
export function shortPercent(share) {
  return percent(share).replace('over ', '>').replace('under ', '<');
}
