/**
 * Calls back when the page may have other colors: what is painted in pixels must be painted again.
 * @param {() => void} onChange
 */
export function watchColors(onChange) {
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    window.matchMedia(query).addEventListener('change', onChange);
  }
}

/**
 * Calls back when what is painted in pixels must be painted again: another size, rotation, zoom or screen, dark mode,
 * forced colors.
 * @param {Element} element
 * @param {() => void} onChange
 */
export function watchAppearance(element, onChange) {
  new ResizeObserver(onChange).observe(element);
  window.addEventListener('resize', onChange);
  watchColors(onChange);
  watchPixelRatio(onChange);
}

/**
 * A window that moves to another screen is not resized; and a query for a ratio only tells when that one is left.
 * @param {() => void} onChange
 */
function watchPixelRatio(onChange) {
  const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  query.addEventListener(
    'change',
    () => {
      onChange();
      watchPixelRatio(onChange);
    },
    { once: true },
  );
}
