import { PIXELS } from '../../reader/ink/rasterize.js';
import { CLASSES } from '../../reader/network/classes.js';
import {
  both,
  having,
  isBox,
  isCoordinate,
  isOneOf,
  isPlace,
  isPoint,
  isShare,
  isText,
  listOf,
  orNothing,
} from '../shapes.js';

/**
 * Whether what was kept of a reading is whole: corrections, and which part of a picture was read.
 *
 * @import { Is } from '../shapes.js'
 */

/** @type {Is} */
const isImage = (value) =>
  (Array.isArray(value) || ArrayBuffer.isView(value)) && Array.from(/** @type {any} */ (value)).length === PIXELS;

const isDigit = having({
  digit: isOneOf(null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
  confidence: isShare,
  probabilities: both(listOf(isShare), ({ length }) => length === CLASSES),
  box: isBox,
  image: isImage,
});

/** @type {Is} a number of a reading */
const isNumberReading = having({
  text: isText,
  confidence: isShare,
  box: isBox,
  line: isPlace,
  digits: listOf(isDigit),
  separators: listOf(having({ text: isText, after: isPlace, confidence: isShare, box: isBox })),
  alternatives: listOf(having({ text: isText, confidence: isShare })),
});

/** Numbers are there where a person had a place read that was passed over. @type {Is} */
export const isCorrections = listOf(
  both(having({ box: isBox, ink: isCoordinate, text: isText }), ({ of, numbers }) =>
    of === 'read' ? listOf(isNumberReading)(numbers) : ['part', 'number', 'checked'].includes(of),
  ),
);

/** @type {Is} of a picture; nothing for all of it */
export const isCrop = orNothing(
  both(
    both(isBox, ({ width, height }) => width > 0 && height > 0),
    having({ corners: orNothing(both(listOf(isPoint), ({ length }) => length === 4)) }),
  ),
);

/** @type {Is} degrees, clockwise */
export const isTurned = orNothing(isOneOf(0, 90, 180, 270));
