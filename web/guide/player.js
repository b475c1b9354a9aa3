import { shown, started, stopped, stoppedAt } from './clock.js';

/**
 * @import { Moment } from './timeline.js'
 * @typedef {{ now: () => number, request: (next: () => void) => number, cancel: (frame: number) => void }} Frames
 * @typedef {Moment & { isPlaying: boolean }} Shown
 */

/** @type {Frames} the browser's own; a page that is not in sight gets none */
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
    return timeline.at(shown(clock, frames.now()));
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
