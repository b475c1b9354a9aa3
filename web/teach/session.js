import { imagesOf } from '../shared/digit-strokes.js';
import { verdictOf } from './verdict.js';

/**
 * What was written to teach, and what came of it. Nothing of it is kept before a person says so. It stays while the view is closed, and
 * when the language changes.
 *
 * @import { Reader, Moment, Example } from '../inkdigit.js'
 * @import { Ink } from '../shared/strokes.js'
 * @import { Verdict } from './verdict.js'
 * @typedef {{ label: number, strokes: Ink, read: number | null }} Written label: 0 to 9, or 10 for no digit; read: what the network
 *   alone takes it for, null as long as that is not known
 * @typedef {{ moments: Moment[], verdict: Verdict | null, isUsed?: boolean }} Learning moments: all so far;
 *   isUsed: it is a hand's from now on
 * @typedef {{ name: string, digits: ReadonlyArray<Written>, learning: Learning | null }} Person
 * @typedef {{
 *   people: ReadonlyArray<Person>,
 *   at: number,
 *   rounds: number,
 *   skipped: ReadonlyArray<number>,
 *   problem: unknown,
 * }} State at: whose turn it is; rounds: so many of each are asked for; skipped: labels that were passed over
 */

/** Asked for in this order; the last is what is no digit. */
export const LABELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Of each digit, so that some can be kept out. */
const LEAST = 2;

const ROUNDS = 3;

/** @type {Person} */
const NOBODY = { name: '', digits: [], learning: null };

/** @param {ReadonlyArray<Written>} digits @param {number} label */
const countOf = (digits, label) => digits.filter((each) => each.label === label).length;

/** @param {ReadonlyArray<Written>} digits @returns {boolean} whether there is enough of each digit to learn from */
export const isEnough = (digits) => LABELS.slice(0, 10).every((label) => countOf(digits, label) >= LEAST);

/** @param {State} state @returns {number | null} what is to be written next */
export function askedOf({ people, at, rounds, skipped }) {
  const done = (/** @type {number} */ label) =>
    countOf(people[at].digits, label) + skipped.filter((each) => each === label).length;
  for (let round = 1; round <= rounds; round++) {
    const label = LABELS.find((each) => done(each) < round);
    if (label !== undefined) return label;
  }
  return null;
}

/** @param {{ reader: () => Promise<Reader> }} page */
export function createSession({ reader }) {
  /** @type {State} */
  let state = begun();
  let controller = new AbortController();
  /** @type {Set<() => void>} */
  const listeners = new Set();

  /** @param {Partial<State>} changed */
  function change(changed) {
    state = { ...state, problem: null, ...changed };
    for (const listener of listeners) listener();
  }

  /** @param {number} at @param {(person: Person) => Person} step */
  const changePerson = (at, step) =>
    change({ people: state.people.map((person, index) => (index === at ? step(person) : person)) });

  /** What was learned is of the digits as they were. @param {(digits: ReadonlyArray<Written>) => ReadonlyArray<Written>} step */
  function changeDigits(step) {
    controller.abort();
    changePerson(state.at, (person) => ({ ...person, digits: step(person.digits), learning: null }));
  }

  /** @param {Written} written */
  async function read(written) {
    const probabilities = await (await reader()).classify(imagesOf([written]));
    const found = { ...written, read: probabilities.indexOf(Math.max(...probabilities)) };
    state.people.forEach(({ digits }, at) => {
      if (digits.includes(written)) {
        const now = digits.map((each) => (each === written ? found : each));
        changePerson(at, (person) => ({ ...person, digits: now }));
      }
    });
  }

  /** @param {Ink} strokes @param {number} label */
  function add(strokes, label) {
    const written = { label, strokes, read: null };
    changeDigits((digits) => [...digits, written]);
    void read(written).catch((problem) => change({ problem }));
  }

  /** @param {ReadonlyArray<Example>} examples what was corrected besides */
  async function learn(examples) {
    controller.abort();
    const { signal } = (controller = new AbortController());
    const { at } = state;
    const keep = (/** @type {Learning | null} */ learning) =>
      signal.aborted || changePerson(at, (person) => ({ ...person, learning }));
    try {
      await learnFrom(state.people[at].digits, { reader, examples, signal, keep });
    } catch (problem) {
      if (signal.aborted) return;
      console.warn(problem);
      keep(null);
      change({ problem });
    }
  }

  return {
    get: () => state,
    /** @param {() => void} listener @returns {() => void} ends it */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add,
    learn,
    /** Digits that were taught before are there already. @param {ReadonlyArray<Pick<Written, 'label' | 'strokes'>>} digits */
    begin(digits) {
      controller.abort();
      const rounds = Math.max(ROUNDS, ...LABELS.map((label) => countOf(/** @type {Written[]} */ (digits), label) + 1));
      change({ ...begun(), rounds: digits.length > 0 ? rounds : ROUNDS });
      for (const { label, strokes } of digits) add(strokes, label);
    },
    /** @param {number} label that is passed over */
    skip: (label) => change({ skipped: [...state.skipped, label] }),
    /** @param {Written} written */
    remove: (written) => changeDigits((digits) => digits.filter((each) => each !== written)),
    another: () => change({ rounds: state.rounds + 1, skipped: [] }),
    cancel() {
      controller.abort();
      changePerson(state.at, (person) => ({ ...person, learning: null }));
    },
    used: () =>
      changePerson(state.at, (person) => ({
        ...person,
        learning: person.learning && { ...person.learning, isUsed: true },
      })),
    /** @param {string} name of whose turn it is */
    name: (name) => changePerson(state.at, (person) => ({ ...person, name })),
    nextPerson: () =>
      change({ people: [...state.people, NOBODY], at: state.people.length, rounds: ROUNDS, skipped: [] }),
    /** @param {number} at */
    turnTo: (at) => change({ at, skipped: [] }),
    /** @param {unknown} problem */
    fail: (problem) => change({ problem }),
  };
}

/**
 * @param {Person['digits']} digits
 * @param {{
 *   reader: () => Promise<Reader>,
 *   examples: ReadonlyArray<Example>,
 *   signal: AbortSignal,
 *   keep: (learning: Learning) => void,
 * }} how
 */
async function learnFrom(digits, { reader, examples, signal, keep }) {
  const labels = digits.map(({ label }) => label);
  /** @type {Moment[]} */
  let moments = [];
  const tell = (/** @type {Verdict | null} */ verdict) => keep({ moments, verdict });
  tell(null);
  const onProgress = (/** @type {Moment} */ moment) => {
    moments = [...moments, moment];
    tell(null);
  };
  const given = { images: imagesOf(digits), labels, examples };
  tell(verdictOf(await (await reader()).teach(given, { signal, onProgress }), labels));
}

/** @returns {State} */
const begun = () => ({ people: [NOBODY], at: 0, rounds: ROUNDS, skipped: [], problem: null });
