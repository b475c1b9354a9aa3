import { formatList, isolate } from '../../texts/intl.js';
import { formatShare } from '../../shared/numbers.js';
import { text } from '../../texts/texts.js';
import { countLooks } from './needs-look.js';
import { statusOf } from './rows.js';

/**
 * @import { Row } from './rows.js'
 * @import { Rules } from './needs-look.js'
 * @import { State } from './state.js'
 * @typedef {{ all: number, read: number, corrected: number, failed: number, waiting: number, looks: number }} Counts
 *   corrected: typed by a person where nothing could be read; waiting: also what is being read
 */

/**
 * @param {ReadonlyArray<Row>} rows
 * @param {Rules} rules
 * @returns {Counts}
 */
export function countRows(rows, rules) {
  const [read, corrected, failed] = ['read', 'corrected', 'failed'].map(
    (status) => rows.filter((row) => statusOf(row) === status).length,
  );
  const waiting = rows.length - read - corrected - failed;
  return { all: rows.length, read, corrected, failed, waiting, looks: countLooks(rows, rules) };
}

/** @param {State} state */
export function describeProgress({ batch, rules, share, isPaused }) {
  const counts = countRows(batch.rows, rules);
  const current = batch.rows.find(({ id }) => id === share?.id)?.name ?? '';
  return {
    counts,
    words: progressWords(counts, { isPaused, current }),
    all: counts.all,
    done: counts.all - counts.waiting + (share?.value ?? 0),
    failed: counts.failed,
    isWaiting: counts.waiting > 0,
    isPaused,
  };
}

/**
 * @param {Counts} counts
 * @param {{ isPaused: boolean, current: string }} reading whether a person stopped it, and the picture that is read now
 * @returns {string} how far it has come, in counts of what is done
 */
export function progressWords({ all, read, corrected, failed, waiting, looks }, { isPaused, current }) {
  if (all === 0) return '';
  const words = [text('batch.progress.read', { count: read, all }), ...countsWords({ corrected, failed })];
  if (looks > 0) words.push(text('batch.progress.looks', { count: looks }));
  if (waiting > 0 && isPaused) words.push(text('batch.progress.stopped'));
  else if (current) words.push(text('batch.progress.current', { name: isolate(current) }));
  return words.join(' · ');
}

/**
 * For screen readers: the begin, the quarters and the end of a batch, and not every picture.
 *
 * @param {Counts} counts
 * @param {boolean} isPaused
 * @returns {string}
 */
export function spokenProgress({ all, read, corrected, failed, waiting, looks }, isPaused) {
  if (all === 0) return '';
  if (waiting > 0 && isPaused) return text('batch.said.stopped', { count: read, all });
  if (waiting > 0) {
    const quarter = Math.floor((4 * (all - waiting)) / all) / 4;
    if (quarter === 0) return text('batch.said.begins', { count: all });
    return text('batch.said.share', { count: all, share: formatShare(quarter) });
  }
  const results = [
    text('batch.said.read', { count: read }),
    ...countsWords({ corrected, failed }),
    text('batch.progress.looks', { count: looks }),
  ];
  return text('batch.said.done', { results: formatList(results) });
}

/** @param {Pick<Counts, 'corrected' | 'failed'>} counts @returns {string[]} of those that there are */
function countsWords({ corrected, failed }) {
  return [
    ...(corrected > 0 ? [text('batch.progress.corrected', { count: corrected })] : []),
    ...(failed > 0 ? [text('batch.progress.failed', { count: failed })] : []),
  ];
}
