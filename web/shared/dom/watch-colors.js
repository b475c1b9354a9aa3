/**
 * Calls back when the page may have other colors: what is painted in pixels must be painted again.
 * @param {() => void} onChange
 */
export function watchColors(onChange) {
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    window.matchMedia(query).addEventListener('change', onChange);
  }
}
