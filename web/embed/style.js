/** Colors and sizes are the page's to change: by custom properties, and by ::part(paper | field | row | undo | clear | picture). */
export const STYLE = `
:host { display: inline-flex; flex-direction: column-reverse; gap: .25rem; width: 20rem; max-width: 100%; vertical-align: top; color: inherit }
:host([hidden]), [hidden] { display: none }
svg { height: 9rem; border: 1px solid; border-radius: .25rem; touch-action: none; user-select: none; -webkit-user-select: none; cursor: crosshair }
path { fill: none; stroke: var(--ink-digit-pad-ink, currentcolor); stroke-width: var(--ink-digit-pad-pen, 4px); stroke-linecap: round; stroke-linejoin: round }
div { display: flex; gap: .25rem }
input, button { font: inherit; min-height: 2.75rem; box-sizing: border-box; color: inherit; background: none; border: 1px solid; border-radius: .25rem }
input { flex: 1; min-width: 0; padding: 0 .5rem }
button { min-width: 2.75rem; cursor: pointer }
button::before { content: '↶' }
[part=clear]::before { content: '✕' }
[part=picture]::before { content: '▣' }
:disabled { opacity: .5; cursor: default }
:focus-visible { outline: 3px solid; outline-offset: 1px }
svg:focus { outline: none }
`;
