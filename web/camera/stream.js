import { Problem } from '../reader/problem.js';

/** Sharp enough for a page of numbers; a camera that has less gives what it has. */
const SIZE = { width: { ideal: 2560 }, height: { ideal: 1440 } };

/**
 * Starts a camera.
 * @param {string | null} deviceId null for the one that looks away from the person
 * @returns {Promise<MediaStream>}
 * @throws {Problem}
 */
export async function openCamera(deviceId) {
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
export async function listCameras() {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId).map(({ deviceId }) => deviceId);
}

/** @param {MediaStream} stream */
export function closeCamera(stream) {
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
