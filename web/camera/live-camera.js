import { Problem } from '../reader/problem.js';
import { closeCamera, listCameras, openCamera } from './stream.js';

/**
 * One camera at a time in a video element.
 * @param {HTMLVideoElement} video
 * @param {{ onOpen: (cameras: number) => void, onProblem: (code: string) => void }} events onOpen tells how many there
 *   are to choose from
 */
export function createLiveCamera(video, { onOpen, onProblem }) {
  /** @type {MediaStream | null} */
  let stream = null;
  /** @type {string[]} */
  let cameras = [];
  /** @type {string | null} */
  let wanted = null;
  // What was opened for nobody any more, since asking a person takes its time, is closed when it comes.
  let turn = 0;

  async function open() {
    close();
    const mine = turn;
    try {
      const opened = await openCamera(wanted);
      if (mine !== turn) return closeCamera(opened);
      stream = opened;
      // Taken away while it runs: unplugged, or forbidden after all.
      opened.getVideoTracks()[0].addEventListener('ended', () => {
        if (mine === turn) fail('camera-off');
      });
      video.srcObject = opened;
      await video.play();
      cameras = await listCameras();
      if (mine === turn) onOpen(cameras.length);
    } catch (error) {
      if (mine === turn) fail(error instanceof Problem ? error.code : 'camera-failed');
    }
  }

  function close() {
    turn += 1;
    if (stream) closeCamera(stream);
    stream = null;
    video.srcObject = null;
  }

  /** @param {string} code of a problem */
  function fail(code) {
    close();
    onProblem(code);
  }

  return {
    open,
    close,
    fail,
    isOpen: () => stream !== null,
    /** Open the one after this one. */
    openNext() {
      const now = stream?.getVideoTracks()[0].getSettings().deviceId ?? '';
      wanted = cameras[(cameras.indexOf(now) + 1) % cameras.length] ?? null;
      return open();
    },
  };
}
