/** Sharp enough for a page of numbers; a camera that has less gives what it has. */
const SIZE = { width: { ideal: 2560 }, height: { ideal: 1440 } };

/**
 * Starts a camera.
 * @param {string | null} deviceId null for the one that looks away from the person
 * @returns {Promise<MediaStream>}
 * @throws {Error} with a message for a person, and a way out
 */
export async function openCamera(deviceId) {
  if (!navigator.mediaDevices?.getUserMedia) {
    throw new Error('This browser gives pages no camera, or only over https.');
  }
  const which = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: { ideal: 'environment' } };
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: false, video: { ...SIZE, ...which } });
  } catch (cause) {
    throw new Error(reasonFor(cause), { cause });
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
function reasonFor(error) {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') return "The camera was not allowed. The browser's settings for this page allow it.";
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'No camera was found.';
  if (name === 'NotReadableError') return 'The camera does not start: another program may be using it.';
  return 'The camera does not start.';
}
