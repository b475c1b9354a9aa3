import { latestJob } from '../shared/latest-job.js';
import { build, setText } from '../shared/dom/elements.js';
import { grabArea, grabFrame, guideIn } from './frame.js';
import './view.css';
import { buildFileButton, PICTURES } from '../shared/dom/files.js';
import { named } from '../shared/dom/fill-texts.js';
import { buildIcon } from '../shared/dom/svg.js';
import { createLiveCamera } from './live-camera.js';
import { createStack } from './stack.js';

/**
 * @import { Box } from '../reader/ink/rasterize.js'
 * @import { Reading } from '../reader/reading.js'
 * @typedef {{
 *   read: (source: ImageBitmap) => Promise<Reading>,
 *   onCapture: (photo: File, area: Box) => void,
 *   onSheet: (photo: File) => void,
 *   onTable: () => void,
 *   onFile: (file: File) => void,
 *   onClose: () => void,
 * }} Events onSheet: it is read in its turn, while the camera stays; onTable: those are to be seen
 */

/** The tools' icons. */
const SHUTTER = 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8';
const TURN = 'M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5';
const BACK = '#icon-back';
const STACK = 'M8 3h12v14H8zM4 7v14h12';
const LIGHT = 'M13 2 5 14h6l-1 8 9-13h-6z';
const TABLE = 'M3 5h18v14H3zM3 10h18M3 14.5h18M9 5v14';

/** Milliseconds between two readings of what the camera sees. */
const PREVIEW_EVERY = 500;

/**
 * The camera's live view: with a guide to hold a number in and what is read there, or for a stack of sheets, one after the
 * other.
 * @param {HTMLElement} root an empty section
 * @param {Events} events
 * @returns {{ show: () => void, hide: () => void }} while it is hidden, or the page is, the camera is off
 */
export function createCameraView(root, events) {
  const view = buildView(root, events);
  const { video, shutter } = view;
  const preview = createPreview(video, events.read, (text) => {
    if (text) setText(view.text, text);
    else named(view.text, { text: 'camera.hold' });
  });
  const stack = createStack(view, events.onSheet);
  /** What looks at the picture: for a number, or for sheets. */
  const watch = () => (stack.isOn() ? stack : preview);
  const camera = createLiveCamera(video, {
    onOpen({ cameras, hasLight }) {
      view.other.hidden = cameras < 2;
      view.light.hidden = !hasLight;
      shutter.disabled = false;
      watch().start();
    },
    onProblem(code) {
      stop();
      view.tell(code);
    },
  });

  function start() {
    stop();
    view.tell(null);
    named(view.text, { text: 'camera.starting' });
    return camera.open();
  }

  function stop() {
    for (const each of [preview, stack]) each.stop();
    camera.close();
    view.light.ariaPressed = 'false';
    shutter.disabled = true;
  }

  shutter.addEventListener('click', async () => {
    shutter.disabled = true;
    try {
      if (stack.isOn()) await stack.take();
      else events.onCapture(await grabFrame(video), guideIn({ width: video.videoWidth, height: video.videoHeight }));
    } catch (error) {
      console.warn(error);
      camera.fail('camera-picture');
    } finally {
      shutter.disabled = !camera.isOpen();
      // A button that is out of use for a moment loses the focus.
      if (stack.isOn()) shutter.focus({ preventScroll: true });
    }
  });
  view.light.addEventListener('click', async () => {
    view.light.ariaPressed = String(await camera.setLight(view.light.ariaPressed !== 'true'));
  });
  view.stack.addEventListener('click', () => {
    watch().stop();
    stack.turn();
    named(view.text, { text: stack.isOn() ? 'camera.sheet' : 'camera.hold' });
    if (camera.isOpen()) watch().start();
  });
  view.other.addEventListener('click', () => {
    watch().stop();
    shutter.disabled = true;
    void camera.openNext();
  });
  document.addEventListener('visibilitychange', () => {
    if (root.hidden) return;
    if (document.visibilityState === 'visible') void start();
    else stop();
  });

  return {
    show() {
      root.hidden = false;
      void start().then(() => shutter.focus({ preventScroll: true }));
    },
    hide() {
      root.hidden = true;
      stop();
    },
  };
}

/**
 * Reads what lies in the guide, again and again.
 * @param {HTMLVideoElement} video
 * @param {Events['read']} read
 * @param {(text: string) => void} onText
 */
function createPreview(video, read, onText) {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  const job = latestJob(
    async () => {
      const bitmap = await grabArea(video);
      try {
        return await read(bitmap);
      } finally {
        bitmap.close();
      }
    },
    {
      done: (reading) => timer !== undefined && onText(reading.text),
      // The next frame follows in a moment.
      failed: (error) => console.debug('A frame was not read:', error),
    },
  );
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    job.drop();
  };
  return {
    start() {
      stop();
      timer = setInterval(() => job.ask({}), PREVIEW_EVERY);
    },
    stop,
  };
}

/**
 * @param {HTMLElement} root
 * @param {Pick<Events, 'onFile' | 'onClose' | 'onTable'>} events
 */
function buildView(root, { onFile, onClose, onTable }) {
  const video = named(build('video', { muted: true, playsInline: true }), { textLabel: 'camera.view' });
  const text = build('p', { className: 'camera-text', ariaLive: 'polite' });
  const shutter = buildTool({ text: 'camera.take', textLabel: 'camera.take.long' }, SHUTTER);
  Object.assign(shutter, { className: 'camera-shutter plain', disabled: true });
  const other = buildTool({ text: 'camera.other', textLabel: 'camera.other.long' }, TURN);
  other.hidden = true;
  const stack = buildTool({ text: 'camera.stack', textLabel: 'camera.stack.long' }, STACK);
  const light = buildTool({ text: 'camera.light', textLabel: 'camera.light.long' }, LIGHT);
  for (const each of [stack, light]) each.ariaPressed = 'false';
  const table = buildTool({ text: 'camera.table', textLabel: 'camera.table.long' }, TABLE);
  for (const each of [light, table]) each.hidden = true;
  table.addEventListener('click', onTable);
  const back = buildTool({ text: 'picture.back', textLabel: 'page.toPad' }, BACK);
  back.addEventListener('click', onClose);
  const problemText = build('p', { className: 'message-text' });
  const wayOut = buildFileButton(named(build('span', {}), { text: 'camera.app' }), PICTURES, onFile);
  // Phones then open their own camera, which asks for nothing here.
  wayOut.control?.setAttribute('capture', 'environment');
  const problem = build('div', { className: 'message', role: 'alert', hidden: true }, problemText, wayOut);
  problem.dataset.kind = 'problem';
  const guide = build('div', { className: 'camera-guide', ariaHidden: 'true' });
  const outline = document.createElementNS(SVG, 'polygon');
  const frame = build('div', { className: 'camera-frame' }, video, guide, buildOutline(outline));
  const sheet = build('div', { className: 'camera-sheet' }, frame);
  const live = build('div', { className: 'camera-live' }, sheet, text);
  const tools = build('div', { className: 'toolbar', role: 'group' }, back, shutter, stack, table, light, other);
  named(tools, { textLabel: 'camera.tools' });
  root.replaceChildren(live, problem, tools);
  /** @param {string | null} code of a problem */
  const tell = (code) => {
    problem.hidden = code === null;
    live.hidden = code !== null;
    if (code) named(problemText, { text: `problem.${code}` });
  };
  return { root, video, text, shutter, stack, table, light, other, outline, tell };
}

const SVG = 'http://www.w3.org/2000/svg';

/** Lies over the view, in shares of it. @param {SVGElement} outline of a sheet */
function buildOutline(outline) {
  const svg = document.createElementNS(SVG, 'svg');
  const attributes = {
    class: 'camera-outline',
    viewBox: '0 0 1 1',
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  svg.append(outline);
  return svg;
}

/**
 * A tool of the sheet's margin: an icon over a short name.
 * @param {{ text: string, textLabel: string }} keys of the name that is in sight, and of what it does, in which that name
 *   occurs
 * @param {string} icon
 */
function buildTool({ text, textLabel }, icon) {
  const name = named(build('span', { className: 'name' }), { text });
  return named(build('button', { type: 'button', className: 'plain' }, buildIcon(icon), name), { textLabel });
}
