import { currentLanguage } from '../../texts/texts.js';

/**
 * Calls back when the page speaks another language: then it says so at its root.
 * @param {() => void} onChange
 */
export function watchLanguage(onChange) {
  let spoken = currentLanguage();
  const observer = new MutationObserver(() => {
    if (currentLanguage() === spoken) return;
    spoken = currentLanguage();
    onChange();
  });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
}
