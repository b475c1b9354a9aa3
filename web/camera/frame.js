import { Problem } from '../reader/problem.js';

/** @import { Box } from '../reader/ink/rasterize.js' */

/** The guide's shares of the live view, as view.css draws it. */
const GUIDE = { width: 0.86, height: 0.4 };
/** Pixels across, which are enough for a number in the guide and read in a moment. */
const PREVIEW_WIDTH = 800;

/**
 * @param {{ width: number, height: number }} size of a frame
 * @returns {Box} the framing guide, in whole pixels of the frame
 */
export function guideIn({ width, height }) {
  const [across, down] = [Math.round(width * GUIDE.width), Math.round(height * GUIDE.height)];
  return { x: Math.round((width - across) / 2), y: Math.round((height - down) / 2), width: across, height: down };
}

/**
 * Cuts out the guide, and makes it small.
 * @param {HTMLVideoElement} video that plays
 * @returns {Promise<ImageBitmap>} to be closed
 */
export function grabArea(video) {
  const { x, y, width, height } = guideIn({ width: video.videoWidth, height: video.videoHeight });
  const resizeWidth = Math.min(PREVIEW_WIDTH, width);
  const resizeHeight = Math.max(1, Math.round((height * resizeWidth) / width));
  return createImageBitmap(video, x, y, width, height, { resizeWidth, resizeHeight, resizeQuality: 'medium' });
}

/**
 * Takes a photograph as large as the camera gives it.
 * @param {HTMLVideoElement} video that plays
 * @returns {Promise<File>}
 * @throws {Problem} where the browser makes no picture of it
 */
export async function grabFrame(video) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.drawImage(video, 0, 0);
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95));
  // An empty canvas gives its memory back at once, of which Safari keeps little for canvases.
  canvas.width = canvas.height = 0;
  if (!blob) throw new Problem('camera-picture');
  const time = new Date().toISOString().slice(0, 19).replaceAll(/[:T]/g, '-');
  return new File([blob], `camera-${time}.jpg`, { type: 'image/jpeg' });
}
