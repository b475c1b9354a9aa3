import { lazy } from '../shared/lazy.js';
import { readText, remove as removeText, write } from '../shared/storage/local.js';
import { fromHandFile, toHandFile } from './file.js';
import { idOf, openHands } from './kept-hands.js';
import { isCurrent, layerOf, placed } from './prepare.js';
import { wordsOf } from './words.js';

/**
 * @import { Reader } from '../inkdigit.js'
 * @import { Settings } from '../settings/settings.js'
 * @import { Ink } from '../shared/strokes.js'
 * @import { Hand, KeptExample } from './kept-hands.js'
 * @typedef {{ label: number, strokes: Ink, image?: ArrayLike<number>, taught?: boolean }} Corrected a digit that a person said is this
 *   one; image: as the network saw it, where it did; taught: it was written to teach
 */

/** Whose hand is weighed; nothing where there is none. */
const HAND_KEY = 'inkdigit.hand';

/**
 * What a person corrected, kept on the device and weighed in later readings, as long as the settings have it so.
 *
 * @typedef {{
 *   reader: () => Promise<Reader>,
 *   settings: Settings,
 *   storage: () => Storage,
 *   onWeighed: () => void,
 *   kept?: ReturnType<typeof openHands>,
 * }} Surroundings onWeighed: from now on readings may be others
 */
export class Hands {
  #around;
  #kept;
  /** @type {Set<() => void>} */
  #listeners = new Set();
  /** @type {Hand[]} */
  #hands = [];
  #activeId;
  #loaded = lazy(async () => {
    this.#hands = await this.#kept.load();
  });
  /** One change after the other. @type {Promise<unknown>} */
  #last = Promise.resolve();

  /** @param {Surroundings} surroundings */
  constructor({ kept = openHands(), ...around }) {
    this.#kept = kept;
    this.#around = around;
    this.#activeId = readText(around.storage, HAND_KEY);
    around.settings.subscribe((name) => name === 'learns' && void this.apply().catch(warn));
  }

  /** Weighs what was kept: in a reader that has just started, or as the settings now have it. */
  apply() {
    return this.#change(async () => {});
  }

  /**
   * @param {ReadonlyArray<Corrected>} found
   * @returns {Promise<{ examples: KeptExample[], isFirst: boolean }>} none where nothing is to be kept
   */
  learn(found) {
    return this.#change(async () => {
      if (!this.#learns || found.length === 0) return { examples: [], isFirst: false };
      const isFirst = this.#hands.length === 0;
      const time = Date.now();
      const hand = this.#active ?? (await this.#begin(''));
      return {
        examples: await this.#add(
          hand,
          found.map((each) => ({ ...each, time })),
        ),
        isFirst,
      };
    });
  }

  /** @param {ReadonlyArray<KeptExample>} examples that were taken back, and are to be there again */
  restore(examples) {
    return this.#change(async () => {
      if (this.#active && this.#learns) this.#put(await this.#kept.add(this.#active, examples));
    });
  }

  /** @param {ReadonlyArray<string>} ids of examples */
  remove(ids) {
    return this.#change(async () => {
      if (this.#active) this.#put(await this.#kept.remove(this.#active, ids));
    });
  }

  /** @param {string} name of another hand, without examples yet */
  begin(name) {
    return this.#change(() => this.#begin(name));
  }

  /** @param {string} id */
  turnTo(id) {
    return this.#change(async () => this.#turnTo(id));
  }

  /** @param {string} name */
  rename(name) {
    return this.#change(async () => {
      const hand = this.#active;
      if (!hand) return;
      await this.#kept.put({ ...hand, name });
      this.#put({ ...hand, name });
    });
  }

  /** Deletes the one that is weighed, with all its examples. */
  delete() {
    return this.#change(async () => {
      const hand = this.#active;
      if (!hand) return;
      await this.#kept.delete(hand);
      this.#hands = this.#hands.filter((each) => each !== hand);
      if (this.#hands.length > 0) this.#turnTo(this.#hands[0].id);
      else removeText(this.#around.storage, HAND_KEY);
    });
  }

  /** @param {File} file @returns {Promise<{ name: string, count: number }>} @throws {Error} with a code */
  async open(file) {
    const { name, examples } = await fromHandFile(file);
    return this.#change(async () => {
      await this.#add(await this.#begin(name), examples);
      return { name, count: examples.length };
    });
  }

  /** @param {string} id of an example of the hand that is weighed @returns its label, and how it is told */
  example(id) {
    const found = this.#active?.examples.find((each) => each.id === id);
    return found ? { label: found.label, ...wordsOf(found) } : null;
  }

  /** @returns {Promise<string>} the hand that is weighed, for a file; what is being changed is in it */
  async file() {
    await this.#last;
    return toHandFile(this.#active?.examples ?? [], this.#active?.name ?? '');
  }

  /** @returns {Promise<{ hands: ReadonlyArray<Hand>, active: Hand | null, wordsOf: typeof wordsOf }>} */
  async now() {
    await this.#loaded();
    return { hands: this.#hands, active: this.#active, wordsOf };
  }

  /** @param {() => void} listener hands or their examples are others @returns {() => void} ends it */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get #active() {
    return this.#hands.find(({ id }) => id === this.#activeId) ?? null;
  }

  get #learns() {
    return this.#around.settings.get('learns') ?? true;
  }

  /** @param {Hand} changed */
  #put(changed) {
    this.#hands = this.#hands.map((hand) => (hand.id === changed.id ? changed : hand));
  }

  /**
   * @template Result
   * @param {() => Promise<Result>} work
   * @returns {Promise<Result>} once its examples are weighed
   */
  #change(work) {
    const done = this.#last.then(async () => {
      await this.#loaded();
      const result = await work();
      await this.#weigh();
      for (const listener of this.#listeners) listener();
      return result;
    });
    this.#last = done.catch(() => {});
    return done;
  }

  async #weigh() {
    const warm = await this.#around.reader();
    const hand = this.#learns && this.#active ? await this.#prepared(warm, this.#active) : null;
    const examples = (hand?.examples ?? []).map(({ id, label, place }) => ({ id, label, place }));
    await warm.setHand(examples, { layer: hand?.layer?.weights ?? null });
    this.#around.onWeighed();
  }

  /** Another version of the model has other places, and another layer. @param {Reader} warm @param {Hand} hand */
  async #prepared(warm, hand) {
    const old = hand.examples.filter((each) => !isCurrent(each, warm));
    const now = old.length > 0 ? await this.#kept.add(hand, await placed(warm, old)) : hand;
    const layer = await layerOf(warm, now);
    const prepared = layer === (now.layer ?? null) ? now : { ...now, layer };
    if (prepared !== now) await this.#kept.put(prepared);
    this.#put(prepared);
    return prepared;
  }

  /** @param {string} id */
  #turnTo(id) {
    this.#activeId = id;
    write(this.#around.storage, HAND_KEY, id);
  }

  /** @param {string} name */
  async #begin(name) {
    const hand = await this.#kept.begin(name);
    this.#hands = [...this.#hands, hand];
    this.#turnTo(hand.id);
    return hand;
  }

  /** @param {Hand} hand @param {ReadonlyArray<Corrected & { time: number }>} found */
  async #add(hand, found) {
    const own = found.map((each) => ({ ...each, id: idOf(each.strokes, each.image) }));
    const examples = await placed(await this.#around.reader(), own);
    this.#put(await this.#kept.add(hand, examples));
    return examples;
  }
}

/** @param {unknown} error */
const warn = (error) => console.info('The hand:', error);
