import { css } from 'lit';
import { sectionStyles } from '../internal/section.styles.ts';

/**
 * - `.well`: One quiet line.
 * - `.worry`: The only red here, with a word and a shape.
 * - `.before`: What it was stands over both versions, which stand side by side also where it is narrow.
 * - `.paper`: What a record says is not printed without a name.
 */
const layout = css`
  .base { container-type: inline-size; }
  .base > :not(.spoken) { margin-bottom: calc(0.5 * var(--_space)); }
  .card, .worry {
    padding: var(--_space) calc(2 * var(--_space));
    background: var(--_card);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  p, .heading { margin: 0.2em 0; }
  .heading { font-weight: 700; }
  .well { padding: 0.2em calc(2 * var(--_space)); color: var(--_secondary); font-size: 0.875em; }
  .worry { background: var(--_urgent-tint); border: 2px solid var(--_urgent); border-left-width: 8px; }
  .worry .strong { color: var(--_urgent); }
  .worry .strong::before { content: '\\25B2\\00a0' / ''; }
  summary { min-height: 24px; cursor: pointer; }
  time { white-space: nowrap; }
  .headline:focus { outline: none; }
  progress { width: 100%; accent-color: var(--_link); }
  .items { margin: 0; padding: 0; list-style: none; }
  .item { padding: 0.3em 0; border-top: 1px solid var(--_border); }
  .meta { color: var(--_secondary); font-size: 0.8125em; }
  .opened { padding: 0.2em 0 0.2em 1.1em; }
  .compared { margin: 0.6em 0; }
  .sides { grid-template-columns: 1fr 1fr; gap: 4px; margin: 0; }
  .side { padding: 0.3em 0.5em; }
  .side.before { grid-column: 1 / -1; border-style: dashed; }
  .side.mine:last-child, .side.before + .side.theirs { grid-column: 1 / -1; }
  dt { color: var(--_secondary); font-size: 0.8125em; }
  dd { margin: 0; font-weight: 700; }
  .choice { display: flex; flex-wrap: wrap; gap: 0 calc(2 * var(--_space)); margin-top: 0.3em; }
  .choice label { display: flex; align-items: center; gap: 0.5em; min-height: 32px; cursor: pointer; }
  .choice input { flex: none; width: max(20px, 1.25em); height: max(20px, 1.25em); margin: 0; }
  .choice input { accent-color: var(--_link); }
  .choice input:focus-visible { outline: 4px solid var(--_focus); box-shadow: 0 0 0 2px var(--_focus-text); }
  .lines { white-space: pre-line; }
  .buttons { display: flex; flex-wrap: wrap; gap: var(--_space); margin: var(--_space) 0 0; }
  .field { display: block; }
  textarea {
    margin-top: 0.3em;
    display: block;
    width: 100%;
    font: inherit;
    color: inherit;
    background: var(--_card);
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
  }
  textarea:focus-visible { outline: 4px solid var(--_focus); box-shadow: inset 0 0 0 2px var(--_focus-text); }
  [aria-disabled='true'] { opacity: 1; border-style: dashed; cursor: default; }
  .paper { display: none; }
  @container (min-width: 34em) {
    .sides { grid-template-columns: 1fr 1fr 1fr; }
    .side.before, .side.before + .side.theirs { grid-column: auto; }
  }
  @media (pointer: coarse) {
    button, .choice label { min-height: 44px; }
  }
  @media print {
    .base { container-type: normal; }
    button:not(.toggle), progress, .opened { display: none; }
    .paper { display: block; }
  }
`;

export const styles = [sectionStyles, layout];
