/** Labels of made-up sheets, and their ink. */

/**
 * Labels of a drawing: `|` and `-` are rules, `#` is a pen, a letter four pixels each way.
 *
 * @param {string[]} rows
 */
export function labelsOf(rows) {
  const times = 4;
  const [width, height] = [rows[0].length * times, rows.length * times];
  const plane = (/** @type {string} */ letters) =>
    Float32Array.from({ length: width * height }, (_, at) => {
      const letter = rows[Math.floor(at / width / times)][Math.floor((at % width) / times)];
      return letters.includes(letter) ? 0.9 : 0.02;
    });
  return { pen: plane('#'), print: plane('p'), rule: plane('|-'), other: plane('o'), width, height };
}

/** Ink of twice the labels' size where they say pen. @param {ReturnType<typeof labelsOf>} labels */
export function inkOf({ pen, width, height }) {
  const data = Uint8Array.from({ length: 4 * width * height }, (_, at) =>
    Number(pen[(Math.floor(at / (2 * width)) >> 1) * width + ((at % (2 * width)) >> 1)] > 0.5),
  );
  const gray = Uint8ClampedArray.from(data, (value) => 255 * value);
  return { data, gray, width: 2 * width, height: 2 * height, stroke: 8 };
}
