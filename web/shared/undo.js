/**
 * The steps of a drawing or of a picture's corrections, which can be taken back. A recorded value never changes, so that
 * every step only holds a reference.
 * @template Value
 * @typedef {{ past: ReadonlyArray<Value>, now: Value, future: ReadonlyArray<Value> }} History oldest first; the nearest
 *   future first
 */

const MOST_STEPS = 200;

/**
 * @template Value
 * @param {Value} now to start with
 * @returns {History<Value>}
 */
export function startHistory(now) {
  return { past: [], now, future: [] };
}

/**
 * @template Value
 * @param {History<Value>} history
 * @param {Value} now
 * @returns {History<Value>} one step longer, or the same where nothing changed
 */
export function record(history, now) {
  if (now === history.now) return history;
  return { past: [...history.past, history.now].slice(-MOST_STEPS), now, future: [] };
}

/**
 * @template Value
 * @param {History<Value>} history
 * @returns {History<Value>} one step back, or the same at the beginning
 */
export function undo(history) {
  if (history.past.length === 0) return history;
  const { past, now, future } = history;
  return { past: past.slice(0, -1), now: past[past.length - 1], future: [now, ...future] };
}

/**
 * @template Value
 * @param {History<Value>} history
 * @returns {History<Value>} one step forward, or the same at the end
 */
export function redo(history) {
  if (history.future.length === 0) return history;
  const { past, now, future } = history;
  return { past: [...past, now], now: future[0], future: future.slice(1) };
}
