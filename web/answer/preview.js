import { memo } from '../shared/memo.js';

const SIDE = 28;

/**
 * The ink image that the network saw, pixel by pixel.
 * @param {HTMLCanvasElement} canvas of 28 x 28; its CSS `color` is the ink's
 */
export function createPreview(canvas) {
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  // Asked for in the middle of every frame, it would have the page styled twice.
  /** @type {(appearance: number) => string} */
  const colorIn = memo(() => getComputedStyle(canvas).color);
  return {
    /** @type {(image: ArrayLike<number> | null, appearance: number) => void} image: 784 values row by row, 0 = paper,
     * 1 = ink, null for none; appearance: another number whenever colors may have changed */
    render: memo((image, appearance) => {
      context.clearRect(0, 0, SIDE, SIDE);
      context.fillStyle = colorIn(appearance);
      for (let index = 0; image && index < image.length; index += 1) {
        context.globalAlpha = image[index];
        if (image[index] > 0) context.fillRect(index % SIDE, Math.floor(index / SIDE), 1, 1);
      }
    }),
  };
}
