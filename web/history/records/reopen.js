/**
 * @import { Corrections } from '../../shared/reading/correct.js'
 * @import { Drawing } from '../../shared/drawing.js'
 * @import { Box } from '../../reader/ink/rasterize.js'
 * @import { KeptReading } from './kept-reading.js'
 * @typedef {{ file: File, area: Box | null, corrections: Corrections }} ReopenedPicture
 */

/**
 * @param {KeptReading} record
 * @returns {Drawing | null} for the pad; null for a picture
 */
export function reopenDrawing({ ink, corrections }) {
  return ink && { ink, corrections };
}

/**
 * @param {KeptReading} record
 * @param {Blob} blob the picture that is kept of it
 * @returns {ReopenedPicture | null} boxes in the kept picture's own pixels; null where there is none
 */
export function reopenPicture({ picture, scale, corrections }, blob) {
  if (!picture || scale === null) return null;
  return {
    file: new File([blob], picture.name, { type: blob.type }),
    area: picture.area && scaled(picture.area, scale),
    corrections: corrections.map((each) => ({ ...each, box: scaled(each.box, scale) })),
  };
}

/** @param {Box} box @param {number} scale @returns {Box} */
function scaled({ x, y, width, height }, scale) {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}
