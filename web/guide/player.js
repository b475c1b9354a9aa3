/**
 * @import { Moment } from './timeline.js'
 * @typedef {{ now: () => number, request: (next: () => void) => number, cancel: (frame: number) => void }} Frames
 * @typedef {Moment & { isPlaying: boolean }} Shown
 * @typedef {{ at: number, since: number | null }} Clock that can be stopped and set, in milliseconds: `at` is what it showed
 *   at `since`, which is null while it stands
 */

/** The browser's own frames; a page that is not in sight gets none. @type {Frames} */
const FRAMES = {
  now: () => performance.now(),
  request: (next) => requestAnimationFrame(next),
  cancel: (frame) => cancelAnimationFrame(frame),
};

/**
 * Plays a timeline, or, where nothing is to move, shows the end of each step as a still picture.
 *
 * @param {ReturnType<typeof import('./timeline.js').createTimeline>} timeline
 * @param {{ isStill: () => boolean, onMoment: (moment: Shown) => void }} events
 * @param {Frames} [frames]
 */
export function createPlayer(timeline, { isStill, onMoment }, frames = FRAMES) {
  let clock = stoppedAt(0);
  let frame = 0;

  function show() {
    const moment = now();
    if (moment.isOver) clock = stoppedAt(timeline.length);
    const isPlaying = clock.since !== null;
    onMoment({ ...moment, isPlaying });
    frames.cancel(frame);
    if (isPlaying) frame = frames.request(show);
  }

  function now() {
    return timeline.at(timeOn(clock, frames.now()));
  }

  function play() {
    if (now().isOver) clock = stoppedAt(0);
    if (!isStill()) clock = started(clock, frames.now());
    show();
  }

  return {
    now,
    play,
    isPlaying: () => clock.since !== null,
    pause() {
      clock = stopped(clock, frames.now());
      show();
    },
    restart() {
      clock = stoppedAt(isStill() ? timeline.ends[0] : 0);
      play();
    },
    /** @param {number} step as it looks at its end */
    goTo(step) {
      clock = stoppedAt(timeline.ends[step]);
      show();
    },
  };
}

/** @param {number} at @returns {Clock} */
const stoppedAt = (at) => ({ at, since: null });

/** @param {Clock} clock @param {number} now @returns {number} what it shows */
const timeOn = ({ at, since }, now) => (since === null ? at : at + now - since);

/** @param {Clock} clock @param {number} now @returns {Clock} */
const started = (clock, now) => ({ at: timeOn(clock, now), since: now });

/** @param {Clock} clock @param {number} now @returns {Clock} */
const stopped = (clock, now) => stoppedAt(timeOn(clock, now));
