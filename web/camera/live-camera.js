import { Problem } from '../reader/problem.js';

/** Sharp enough for a page of numbers; a camera that has less gives what it has. */
const SIZE = { width: { ideal: 2560 }, height: { ideal: 1440 } };

/**
 * Shows one camera at a time in a video element.
 * @param {HTMLVideoElement} video
 * @param {{ onOpen: (has: { cameras: number, hasLight: boolean }) => void, onProblem: (code: string) => void }} events onOpen
 *   tells how many there are to choose from, and whether this one has a light
 */
export function createLiveCamera(video, { onOpen, onProblem }) {
  /** @type {MediaStream | null} */
  let stream = null;
  /** @type {string[]} */
  let cameras = [];
  /** @type {string | null} */
  let wanted = null;
  /** A person may take long to allow a camera: one that comes when nobody wants it any more is closed. */
  let turn = 0;

  async function open() {
    close();
    const mine = turn;
    try {
      const opened = await openCamera(wanted);
      if (mine !== turn) return closeCamera(opened);
      stream = opened;
      // A camera may be unplugged, or forbidden after all, while it runs.
      opened.getVideoTracks()[0].addEventListener('ended', () => {
        if (mine === turn) fail('camera-off');
      });
      video.srcObject = opened;
      await video.play();
      cameras = await listCameras();
      if (mine === turn) onOpen({ cameras: cameras.length, hasLight: hasLight(opened) });
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
    /** @param {boolean} isOn @returns {Promise<boolean>} whether it is on now; with the camera it goes off */
    async setLight(isOn) {
      try {
        await stream?.getVideoTracks()[0].applyConstraints(lightOf(isOn));
        return isOn && stream !== null;
      } catch (error) {
        console.info('The light:', error);
        return false;
      }
    },
    /** Opens the next camera of the device. */
    openNext() {
      const now = stream?.getVideoTracks()[0].getSettings().deviceId ?? '';
      wanted = cameras[(cameras.indexOf(now) + 1) % cameras.length] ?? null;
      return open();
    },
  };
}

/**
 * Starts a camera.
 * @param {string | null} deviceId null for the one that looks away from the person
 * @returns {Promise<MediaStream>}
 * @throws {Problem}
 */
async function openCamera(deviceId) {
  if (!navigator.mediaDevices?.getUserMedia) throw new Problem('camera-missing');
  const which = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: { ideal: 'environment' } };
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: false, video: { ...SIZE, ...which } });
  } catch (cause) {
    throw new Problem(codeFor(cause), undefined, { cause });
  }
}

/**
 * @returns {Promise<string[]>} the cameras of this device; browsers name them once one was allowed
 */
async function listCameras() {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId).map(({ deviceId }) => deviceId);
}

/** @param {MediaStream} stream */
function closeCamera(stream) {
  for (const track of stream.getTracks()) track.stop();
}

/** @param {unknown} error @returns {string} */
function codeFor(error) {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') return 'camera-denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'camera-none';
  if (name === 'NotReadableError') return 'camera-busy';
  return 'camera-failed';
}

/** The lamp of a phone's camera, which TypeScript's own types do not know. @param {MediaStream} stream */
function hasLight(stream) {
  const can = /** @type {{ torch?: boolean } | undefined} */ (stream.getVideoTracks()[0].getCapabilities?.());
  return can?.torch === true;
}

/** @param {boolean} torch @returns {MediaTrackConstraints} */
const lightOf = (torch) => /** @type {any} */ ({ advanced: [{ torch }] });
