import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../web/guide/limits.js';
import { createPlayer } from '../../../web/guide/player.js';
import { createTimeline, STEPS } from '../../../web/guide/timeline.js';

/** A line of that many heights. @param {number} long */
const line = (long) => [
  { x: 0, y: 0 },
  { x: long, y: 0 },
];
/** Two strokes, a rest, a third stroke. */
const timeline = createTimeline([
  { strokes: [line(3), line(1.5)], hold: 100 },
  { strokes: [], hold: 1000 },
  { strokes: [line(3)], hold: 500 },
]);

describe('createTimeline', () => {
  it('writes at a hand’s pace: three heights a second, with the pen lifted between strokes', () => {
    expect(timeline.ends).toEqual([160 + 1000 + 160 + 500 + 100, 2920, 2920 + 160 + 1000 + 500]);
    expect(timeline.length).toBe(timeline.ends[2]);
  });

  it('begins with an empty pad, and ends with all of it', () => {
    expect(timeline.at(0)).toEqual({ step: 0, ink: [], isWriting: false, isOver: false });
    expect(timeline.at(timeline.length)).toEqual({
      step: 2,
      ink: [line(3), line(1.5), line(3)],
      isWriting: false,
      isOver: true,
    });
  });

  it('has the pen where it then is, also between two points', () => {
    const { ink, isWriting } = timeline.at(160 + 500);
    expect(isWriting).toBe(true);
    expect(ink).toEqual([
      [
        { x: 0, y: 0 },
        { x: 1.5, y: 0 },
      ],
    ]);
  });

  it('gives the very same ink while nothing is written, so that it is read once', () => {
    expect(timeline.at(2000).ink).toBe(timeline.at(2900).ink);
    expect(timeline.at(2000)).toMatchObject({ step: 1, isWriting: false });
  });
});

/** A player whose time and frames the test makes. @param {boolean} isStill */
function played(isStill = false) {
  let now = 0;
  /** @type {Map<number, () => void>} */
  const waiting = new Map();
  let last = 0;
  /** @type {import('../../../web/guide/player.js').Shown[]} */
  const moments = [];
  const player = createPlayer(
    timeline,
    { isStill: () => isStill, onMoment: (moment) => moments.push(moment) },
    {
      now: () => now,
      request: (next) => {
        waiting.set((last += 1), next);
        return last;
      },
      cancel: (frame) => waiting.delete(frame),
    },
  );
  return {
    player,
    shown: () => moments[moments.length - 1],
    isMoving: () => waiting.size > 0,
    /** @param {number} time */
    wait(time) {
      now += time;
      const [frame] = waiting.entries();
      if (frame) {
        waiting.delete(frame[0]);
        frame[1]();
      }
    },
  };
}

describe('createPlayer', () => {
  it('plays, and stands at the end', () => {
    const { player, shown, isMoving, wait } = played();
    player.restart();
    wait(660);
    expect(shown()).toMatchObject({ step: 0, isPlaying: true, isWriting: true });
    wait(9000);
    expect(shown()).toMatchObject({ step: 2, isPlaying: false, isOver: true });
    expect(isMoving()).toBe(false);
  });

  it('goes on after a pause where it was, however long that was', () => {
    const { player, shown, isMoving, wait } = played();
    player.restart();
    wait(660);
    player.pause();
    const { ink } = shown();
    expect(isMoving()).toBe(false);
    wait(60_000);
    player.play();
    expect(shown().ink).toEqual(ink);
    expect(shown().isPlaying).toBe(true);
  });

  it('begins again when it is played after its end', () => {
    const { player, shown, wait } = played();
    player.restart();
    wait(9000);
    player.play();
    expect(shown()).toMatchObject({ step: 0, ink: [], isPlaying: true });
  });

  it('turns to the end of a step and stands there', () => {
    const { player, shown, isMoving } = played();
    player.restart();
    player.goTo(1);
    expect(shown()).toMatchObject({ step: 1, isPlaying: false });
    expect(shown().ink).toHaveLength(2);
    expect(isMoving()).toBe(false);
  });

  it('moves nothing where motion is unwanted: the first step is there at once', () => {
    const { player, shown, isMoving } = played(true);
    player.restart();
    expect(shown()).toMatchObject({ step: 0, isPlaying: false });
    expect(shown().ink).toHaveLength(2);
    player.play();
    expect(isMoving()).toBe(false);
  });
});

describe('what is written', () => {
  it('is four steps of about a second a digit', () => {
    const { ends } = createTimeline(STEPS);
    expect(ends).toHaveLength(4);
    expect(ends[0] / 3).toBeGreaterThan(800);
    expect(ends[0] / 3).toBeLessThan(1600);
  });

  it('is ink: finite points, and no stroke without any', () => {
    for (const ink of [STEPS.flatMap(({ strokes }) => strokes), ...LIMITS.map((limit) => limit.ink)]) {
      expect(ink.length).toBeGreaterThan(0);
      for (const stroke of ink) {
        expect(stroke.length).toBeGreaterThan(1);
        expect(stroke.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      }
    }
  });
});
