/** Long enough for a browser to begin the download; some ask first where to. */
const GRACE_MS = 60_000;

/**
 * Hands a file over as a download; nothing leaves the device.
 * @param {string} name
 * @param {string} text
 * @param {string} type
 */
export function saveFile(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), GRACE_MS);
}
