import { latestJob } from '../shared/latest-job.js';
import { build, setText } from '../shared/dom/elements.js';
import { grabArea, grabFrame, guideIn } from './frame.js';
import './view.css';
import { buildFileButton, PICTURES } from '../shared/dom/files.js';
import { named } from '../shared/dom/fill-texts.js';
import { buildIcon } from '../shared/dom/svg.js';
import { createLiveCamera } from './live-camera.js';

/**
 * @import { Box } from '../reader/ink/rasterize.js'
 * @import { Reading } from '../reader/reading.js'
 * @typedef {{
 *   read: (source: ImageBitmap) => Promise<Reading>,
 *   onCapture: (photo: File, area: Box) => void,
 *   onFile: (file: File) => void,
 *   onClose: () => void,
 * }} Events
 */

/** The tools' icons. */
const SHUTTER = 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8';
const TURN = 'M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5';
const BACK = '#icon-back';

/** Milliseconds between two readings of what the camera sees. */
const PREVIEW_EVERY = 500;

/**
 * The camera's live view, with a guide to hold a number in and what is read there.
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
  const camera = createLiveCamera(video, {
    onOpen(cameras) {
      view.other.hidden = cameras < 2;
      shutter.disabled = false;
      preview.start();
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
    preview.stop();
    camera.close();
    shutter.disabled = true;
  }

  shutter.addEventListener('click', async () => {
    shutter.disabled = true;
    try {
      events.onCapture(await grabFrame(video), guideIn({ width: video.videoWidth, height: video.videoHeight }));
    } catch (error) {
      console.warn(error);
      camera.fail('camera-picture');
    } finally {
      shutter.disabled = !camera.isOpen();
    }
  });
  view.other.addEventListener('click', () => {
    preview.stop();
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
 * @param {Pick<Events, 'onFile' | 'onClose'>} events
 */
function buildView(root, { onFile, onClose }) {
  const video = named(build('video', { muted: true, playsInline: true }), { textLabel: 'camera.view' });
  const text = build('p', { className: 'camera-text', ariaLive: 'polite' });
  const shutter = buildTool({ text: 'camera.take', textLabel: 'camera.take.long' }, SHUTTER);
  Object.assign(shutter, { className: 'camera-shutter plain', disabled: true });
  const other = buildTool({ text: 'camera.other', textLabel: 'camera.other.long' }, TURN);
  other.hidden = true;
  const back = buildTool({ text: 'picture.back', textLabel: 'page.toPad' }, BACK);
  back.addEventListener('click', onClose);
  const problemText = build('p', { className: 'message-text' });
  const wayOut = buildFileButton(named(build('span', {}), { text: 'camera.app' }), PICTURES, onFile);
  // Phones then open their own camera, which asks for nothing here.
  wayOut.control?.setAttribute('capture', 'environment');
  const problem = build('div', { className: 'message', role: 'alert', hidden: true }, problemText, wayOut);
  problem.dataset.kind = 'problem';
  const guide = build('div', { className: 'camera-guide', ariaHidden: 'true' });
  const frame = build('div', { className: 'camera-frame' }, video, guide);
  const sheet = build('div', { className: 'camera-sheet' }, frame);
  const live = build('div', { className: 'camera-live' }, sheet, text);
  const tools = build('div', { className: 'toolbar', role: 'group' }, back, shutter, other);
  named(tools, { textLabel: 'camera.tools' });
  root.replaceChildren(live, problem, tools);
  /** @param {string | null} code of a problem */
  const tell = (code) => {
    problem.hidden = code === null;
    live.hidden = code !== null;
    if (code) named(problemText, { text: `problem.${code}` });
  };
  return { video, text, shutter, other, tell };
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
