import { css } from 'lit';

/**
 * The glance: weight, shape and place carry the meaning; colour only repeats it.
 *
 * - `.glance-line`: A shape, the words, the date at the edge, and room for a press that hides it.
 * - `[data-urgency]`: Red is kept for what is asked of somebody now, and for somebody who is unwell now.
 * - `.go::after`: The whole line leads to its section, without being a second thing to read.
 */
export const glanceStyles = css`
  [data-section='glance'] { padding-bottom: calc(0.5 * var(--_space)); border-color: var(--_rule); }
  [data-section='glance'] .body { margin: 0 calc(-1.5 * var(--_space)); }
  [data-section='glance'] .body > :not(.glance-lines) { margin-left: calc(1.5 * var(--_space)); }
  .glance-lines { margin: 0; padding: 0; list-style: none; }
  .glance-line {
    position: relative;
    display: grid;
    grid-template-columns: 1.1em minmax(0, 1fr) auto auto;
    column-gap: 0.4em;
    align-items: start;
    padding: 0.25em calc(1.5 * var(--_space));
    border-top: 1px solid var(--_border);
  }
  .shape { font-weight: 700; text-align: center; }
  .glance-line > .meta { padding-top: 0.15em; text-align: right; }
  .quote { display: block; }
  .go { min-height: 24px; margin: -0.15em 0; padding: 0.15em 0; border: 0; color: inherit; text-align: left; }
  .go::after { content: ''; position: absolute; inset: 0; }
  .go:hover { color: inherit; text-decoration: underline; }
  .base .go:focus-visible { background: none; box-shadow: none; color: inherit; outline: none; }
  .go:focus-visible::after {
    outline: 3px solid var(--_focus-text);
    outline-offset: -3px;
    box-shadow: inset 0 0 0 6px var(--_focus);
  }
  .hide { position: relative; margin: -0.15em 0; padding: 0; border: 0; color: var(--_secondary); line-height: 1; }
  :is([data-urgency='asked'], [data-urgency='unwell']):not([data-rule='last-days']) { background: var(--_urgent-tint); }
  :is([data-urgency='asked'], [data-urgency='unwell']):not([data-rule='last-days']) :is(.shape, strong) {
    color: var(--_urgent);
  }
  :is([data-urgency='late'], [data-urgency='important']) :is(.shape, strong) { color: var(--_watch); }
  [data-urgency='quiet'] strong { font-weight: 400; }
  [data-shape='unknown'] strong { font-weight: 700; }
  .spark { width: 3.6em; height: 0.9em; vertical-align: baseline; }
  .spark line { stroke: currentcolor; stroke-width: 3; }
  .spark circle { r: 6px; fill: currentcolor; }
  [data-section='glance'] .toggle { margin: 0.25em 1.5em 0 0; }
`;
