/**
 * The tools lie under the hand that does not write.
 * @param {import('../settings/settings.js').Settings} settings
 */
export function showSettings(settings) {
  const show = () => (document.documentElement.dataset.hand = settings.get('hand'));
  settings.subscribe(show);
  show();
}
