import './panel.css';
import { build, setText } from '../shared/dom/elements.js';
import { text } from '../texts/texts.js';

/**
 * The part of the settings that turns learning on or off, and leads to what was learned.
 * @param {{
 *   settings: import('../settings/settings.js').Settings,
 *   hands: () => Promise<import('./hands.js').Hands>,
 * }} page
 */
export function createHandSection({ settings, hands }) {
  const learns = createLearnSwitch(settings);
  const count = build('p', { className: 'hand-note' });
  const link = build('a', { className: 'button', href: '#hands', textContent: text('hands.look') });
  const element = build(
    'section',
    { className: 'hand-section' },
    build('h3', { textContent: text('hands.title') }),
    learns.element,
    build('p', { className: 'hand-note', textContent: text('hands.learns.about') }),
    count,
    link,
  );
  /** @type {(() => void)[]} */
  let unsubscribes = [];

  async function refresh() {
    const { active } = await (await hands()).now();
    setText(count, text('hands.count', { count: active?.examples.length ?? 0 }));
  }

  return {
    element,
    open() {
      learns.render();
      unsubscribes = [settings.subscribe(learns.render)];
      refresh().catch((error) => console.info('The hand:', error));
    },
    close() {
      for (const unsubscribe of unsubscribes.splice(0)) unsubscribe();
    },
  };
}

/** @param {import('../settings/settings.js').Settings} settings */
export function createLearnSwitch(settings) {
  const box = build('input', { type: 'checkbox', name: 'learns' });
  box.addEventListener('change', () => settings.set('learns', box.checked));
  return {
    element: build(
      'label',
      { className: 'hand-switch panel-check' },
      box,
      build('span', { textContent: text('hands.learns') }),
    ),
    render() {
      box.checked = settings.get('learns') ?? true;
    },
  };
}
