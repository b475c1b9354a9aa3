import { writeSigns } from './signs.js';

/**
 * @import { Ink, Point, Stroke } from '../shared/strokes.js'
 * @typedef {{ strokes: Ink, hold: number }} Step the strokes that are written in it, and for how long it then stays, in milliseconds
 * @typedef {{ step: number, ink: Ink, isWriting: boolean, isOver: boolean }} Moment isWriting: the pen is down
 */

/** From one digit to the next, in heights of a digit: room for what stands below each box. */
const PITCH = 1;

/** @param {string} sign @param {number} place in the number @returns {Ink} */
const at = (sign, place) => writeSigns([sign]).map((stroke) => stroke.map(({ x, y }) => ({ x: x + place * PITCH, y })));

/** The size of all that the demonstration writes, in heights of a digit. */
export const SIZE = { width: 3.8, height: 1 };

/**
 * The demonstration in the four steps of the guide: 204 is written and read, then a 7 that may be a 1, and the bar that
 * decides.
 *
 * @type {Step[]}
 */
export const STEPS = [
  { strokes: [...at('2', 0), ...at('0', 1), ...at('4', 2)], hold: 500 },
  { strokes: [], hold: 3500 },
  { strokes: at('hasty 7', 3), hold: 4000 },
  { strokes: at('bar', 3), hold: 3000 },
];

/** Heights of a digit that the pen goes in a second, which is about one digit. */
const SPEED = 3;

/** The pen takes so many milliseconds from one stroke to the next. */
const LIFT = 160;

/**
 * Writes ink over time, at a hand's pace, in steps.
 *
 * @param {ReadonlyArray<Step>} steps
 * @returns {{ length: number, ends: number[], at: (time: number) => Moment }} in milliseconds; `ends` of each step, when
 *   all of it is written and was seen. The ink of two moments is the same array while nothing is written between them.
 */
export function createTimeline(steps) {
  /** @type {{ stroke: Stroke, from: number, to: number }[]} */
  const strokes = [];
  /** @type {number[]} */
  const ends = [];
  let time = 0;
  for (const { strokes: own, hold } of steps) {
    for (const stroke of own) {
      const from = time + LIFT;
      time = from + (1000 * lengthOf(stroke)) / SPEED;
      strokes.push({ stroke, from, to: time });
    }
    time += hold;
    ends.push(time);
  }
  const finished = strokes.map((_, count) => strokes.slice(0, count).map(({ stroke }) => stroke));
  finished.push(strokes.map(({ stroke }) => stroke));

  return {
    length: time,
    ends,
    at(now) {
      const done = strokes.filter(({ to }) => to <= now).length;
      const open = strokes[done];
      const isWriting = open !== undefined && open.from < now;
      const ink = isWriting
        ? [...finished[done], partOf(open.stroke, (now - open.from) / (open.to - open.from))]
        : finished[done];
      const step = ends.findIndex((end) => now <= end);
      return { step: step < 0 ? steps.length - 1 : step, ink, isWriting, isOver: now >= time };
    },
  };
}

/**
 * Cuts off the beginning of a stroke, its last point where the pen then is.
 *
 * @param {Stroke} stroke
 * @param {number} share of its length, 0 to 1
 * @returns {Stroke}
 */
function partOf(stroke, share) {
  let left = share * lengthOf(stroke);
  /** @type {Point[]} */
  const part = [stroke[0]];
  for (let index = 1; index < stroke.length && left > 0; index += 1) {
    const [from, to] = [stroke[index - 1], stroke[index]];
    const way = distance(from, to);
    const reached = Math.min(1, left / way);
    part.push({ x: from.x + reached * (to.x - from.x), y: from.y + reached * (to.y - from.y) });
    left -= way;
  }
  return part;
}

/** @param {Stroke} stroke */
const lengthOf = (stroke) => stroke.slice(1).reduce((all, point, index) => all + distance(stroke[index], point), 0);

/** @param {Point} from @param {Point} to */
const distance = (from, to) => Math.hypot(to.x - from.x, to.y - from.y);
