import { css } from 'lit';

/**
 * Labelled fields outside a clinical form.
 *
 * - `.fault`: What is wrong stands between the label and its field, so that both are read together.
 * - `.option`: The label is the target.
 */
export const fieldStyles = css`
  .base > :not(.spoken) { margin-bottom: calc(0.5 * var(--_space)); }
  .card {
    padding: var(--_space) calc(2 * var(--_space));
    background: var(--_card);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  p, .heading { margin: 0.2em 0; }
  .heading { font-weight: 700; }
  .items { margin: 0; padding: 0; list-style: none; }
  .row { padding: 0.4em 0; border-top: 1px solid var(--_border); }
  .meta { color: var(--_secondary); font-size: 0.875em; }
  .field { display: block; margin: var(--_space) 0 0; max-width: 28em; }
  .field > span, legend { display: block; padding: 0; font-weight: 700; }
  .field > .hint, .hint { display: block; color: var(--_secondary); font-size: 0.875em; font-weight: 400; }
  .field > .fault, .fault { display: block; padding-left: 0.5em; border-left: 4px solid; font-weight: 700; }
  fieldset { min-width: 0; margin: var(--_space) 0 0; padding: 0; border: 0; }
  .parts { display: flex; flex-wrap: wrap; gap: var(--_space); }
  .parts .field { width: 5em; }
  .notice { margin: var(--_space) 0; }
  .option { display: flex; gap: 0.5em; align-items: baseline; min-height: 24px; padding: 0.2em 0; }
  input:not([type='radio'], [type='checkbox'], [type='file']) {
    display: block;
    width: 100%;
    min-height: 32px;
    padding: 0.2em 0.4em;
    font: inherit;
    color: inherit;
    background: var(--_card);
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
  }
  input[type='file'] { max-width: 100%; font: inherit; color: inherit; }
  input:focus-visible { outline: 4px solid var(--_focus); box-shadow: inset 0 0 0 2px var(--_focus-text); }
  .buttons { display: flex; flex-wrap: wrap; gap: var(--_space); margin: var(--_space) 0 0; }
  [aria-disabled='true'] { opacity: 1; border-style: dashed; cursor: default; }
  .heading:focus { outline: none; }
  @media (pointer: coarse) {
    button, .option { min-height: 44px; }
  }
  @media print {
    button, input, .field, fieldset { display: none; }
  }
`;
