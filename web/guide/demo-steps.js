import { text } from '../texts/texts.js';
import { build } from '../shared/dom/elements.js';

/** The guide's four steps; the one that the demonstration shows is marked. */
export function createDemoSteps() {
  const items = [
    [text('guide.write'), text('guide.write.words')],
    [text('guide.read'), text('guide.read.words')],
    [text('guide.doubt'), text('guide.doubt.words')],
    [text('guide.correct'), text('guide.correct.words')],
  ].map(([name, words]) => build('li', {}, build('strong', { textContent: name }), ` ${words}`));
  return {
    element: build('ol', { className: 'demo-steps', role: 'list', ariaLabel: text('guide.steps') }, ...items),
    /** @param {number} step */
    render: (step) => items.forEach((item, place) => (item.ariaCurrent = place === step ? 'step' : null)),
    /** @param {number} step */
    textOf: (step) => items[step].textContent ?? '',
  };
}
