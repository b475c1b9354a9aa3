/**
 * What was drawn and what can be taken back. Strokes never change once drawn, so every step only holds references.
 * @import { Ink } from './strokes.js'
 * @typedef {{ past: ReadonlyArray<Ink>, ink: Ink, future: ReadonlyArray<Ink> }} History oldest first; the nearest
 *   future first
 */

const MOST_STEPS = 200;

/**
 * @param {Ink} ink to start with
 * @returns {History}
 */
export function startHistory(ink) {
  return { past: [], ink, future: [] };
}

/**
 * @param {History} history
 * @param {Ink} ink what is drawn now
 * @returns {History} one step longer, or the same where nothing changed
 */
export function record(history, ink) {
  if (ink === history.ink || (ink.length === 0 && history.ink.length === 0)) return history;
  return { past: [...history.past, history.ink].slice(-MOST_STEPS), ink, future: [] };
}

/**
 * @param {History} history
 * @returns {History} one step back, or the same at the beginning
 */
export function undo(history) {
  if (history.past.length === 0) return history;
  const { past, ink, future } = history;
  return { past: past.slice(0, -1), ink: past[past.length - 1], future: [ink, ...future] };
}

/**
 * @param {History} history
 * @returns {History} one step forward, or the same at the end
 */
export function redo(history) {
  if (history.future.length === 0) return history;
  const { past, ink, future } = history;
  return { past: [...past, ink], ink: future[0], future: future.slice(1) };
}
