/**
 * What is transparent of a picture is paper. White letters on nothing, as stickers and screens have them, would not be seen on
 * white: they are read as dark ones.
 */

/** Ink leaves so much of a picture free, of 1. */
const FREE = 0.5;

/** Of what is not transparent no more than this share is dark, of light ink; of 255. */
const DARK = 0.002;
const MIDDLE = 128;

/** Rec. 709. */
const [RED, GREEN, BLUE] = [0.2126, 0.7152, 0.0722];

/**
 * @param {Uint8ClampedArray} colors red, green, blue and opacity of each pixel
 * @returns {Uint8ClampedArray} the same, changed in place: opaque, on white
 */
export function onPaper(colors) {
  let [covered, dark] = [0, 0];
  for (let at = 0; at < colors.length; at += 4) {
    covered += colors[at + 3];
    if (RED * colors[at] + GREEN * colors[at + 1] + BLUE * colors[at + 2] < MIDDLE) dark += colors[at + 3];
  }
  const all = 255 * (colors.length / 4);
  if (covered === all) return colors;
  const isLight = covered < FREE * all && dark <= DARK * covered;
  for (let at = 0; at < colors.length; at += 4) {
    const opacity = colors[at + 3] / 255;
    for (let color = at; color < at + 3; color++) {
      const own = isLight ? 255 - colors[color] : colors[color];
      colors[color] = 255 + (own - 255) * opacity;
    }
    colors[at + 3] = 255;
  }
  return colors;
}
