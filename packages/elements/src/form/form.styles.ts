import { css } from 'lit';

/**
 * Of all that `drawForm` draws; `sectionStyles` and `factStyles` stand beside it, with the buttons and the words.
 *
 * - `unicode-bidi`: A text of an imported form keeps its own direction to itself.
 * - `.option`: The label is the target: 24 px for a mouse, 44 px where a finger is the pointer.
 * - `.long`: A long list scrolls by itself, and never the page.
 * - `.option:has(:checked)`: The choice is seen without the colour of the browser's own dot, too.
 * - `@container`: Where there is room, a question stands beside its answer, as on a clinical template: half as long.
 * - No `content-visibility`: it halves the layout of a long form, and takes every question that is out of sight out of
 *   Chromium's accessibility tree.
 * - `.written`: in a block, as a row of fields is not broken between two sheets and overprints what follows.
 * - `@media print`: What was not chosen is no answer, and a control is none on paper. Blocks in place of grids: where a sheet ends
 *   within a grid, Chromium prints what follows over what stands there.
 */
export const formStyles = css`
  .form, .group, .row, .under, .kept-back { display: grid; gap: var(--_space); min-width: 0; }
  .group { margin: 0; padding: 0; border: 0; }
  .group .group, .row { padding-left: var(--_space); border-left: 3px solid var(--_border); }
  .under { padding-left: calc(2 * var(--_space)); }
  .form button { justify-self: start; }
  legend { width: 100%; padding: 0; border-bottom: 2px solid var(--_rule); }
  .group .heading { font-size: 1.125em; font-weight: 700; }
  .item { min-width: 0; margin: 0; padding-bottom: var(--_space); border-bottom: 1px solid var(--_border); }
  .item > span, .said > span, .item > .answer { display: block; unicode-bidi: isolate; }
  .option { unicode-bidi: isolate; }
  .text { display: block; font-weight: 700; }
  .required { font-weight: 400; }
  .hint { color: var(--_secondary); font-size: 0.875em; }
  .refused { padding-left: 0.5em; border-left: 4px solid; font-weight: 700; }
  .unusual { margin: 0.2em 0; padding: 0.3em 0.6em; background: var(--_notice); border-left: 4px solid var(--_rule); }
  .folds { gap: 0.3em; padding: 0; border: 0; }
  .group .folds { padding-left: 0; border-left: 0; }
  .folds > legend { border-bottom: 1px solid var(--_border); }
  .form .fold {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5em;
    width: 100%;
    min-height: 32px;
    margin: 0;
    padding: 0.2em 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 700;
    text-align: left;
  }
  .fold > :first-child { flex: 1; }
  .fold[aria-expanded='false']::before { content: '\\25B8' / ''; }
  .fold[aria-expanded='true']::before { content: '\\25BE' / ''; }
  .left { font-size: 0.875em; font-weight: 400; }
  .said-so-far { color: var(--_secondary); font-size: 0.875em; padding-left: 1.2em; }
  .group-tools { min-width: 0; }
  .offers { margin: 0 0 0.3em; padding: 0; list-style: none; }
  .offer {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.6em;
    padding: 0.15em 0;
    border-bottom: 1px dashed var(--_border);
    font-size: 0.875em;
  }
  .offer > span { min-width: 0; overflow-wrap: anywhere; }
  .offer > button { flex: none; }
  .group-tools > button { margin-right: 0.6em; }
  .suggestion { margin: 0.2em 0; font-size: 0.875em; }
  .options, .fields { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.8em; min-width: 0; }
  .item > :is(.options, .fields) {
    display: inline-flex;
    max-width: calc(100% - 0.5em);
    margin-right: 0.5em;
    vertical-align: top;
  }
  .item > .reasons { display: flex; margin: 0.2em 0 0 1em; }
  .item > .long {
    display: block;
    max-height: 16em;
    overflow-y: auto;
    border: 1px solid var(--_rule);
    padding: 0 0.5em;
  }
  .option, .field {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-width: 0;
    max-width: 100%;
    min-height: 28px;
  }
  .option { cursor: pointer; }
  .long .option { display: flex; }
  .option:has(:checked) { font-weight: 700; text-decoration: underline; text-underline-offset: 0.2em; }
  .field { flex-wrap: wrap; margin: 0.1em 0; }
  input, textarea {
    min-width: 0;
    max-width: 100%;
    min-height: 28px;
    margin: 0;
    padding: 0.15em 0.4em;
    font: inherit;
    color: inherit;
    accent-color: var(--_link);
    background: var(--_card);
    border: 2px solid var(--_rule);
    border-radius: 0;
  }
  input:is([type='radio'], [type='checkbox']) { flex: none; width: 1.25em; height: 1.25em; min-height: 0; }
  textarea { display: block; width: 100%; min-height: 2.2em; resize: vertical; field-sizing: content; }
  [aria-invalid='true'] { border-width: 4px; }
  .form :is(input, textarea, [tabindex]):focus-visible {
    outline: 3px solid var(--_focus);
    box-shadow: 0 0 0 5px var(--_focus-text);
  }
  .quiet {
    min-height: 28px;
    padding: 0 0.3em;
    margin: 0 0.4em 0 -0.3em;
    border-color: transparent;
    text-align: left;
    text-decoration: underline;
    font-size: 0.875em;
  }
  .quiet[aria-expanded='false']::before { content: '\\25B8\\00a0' / ''; }
  .quiet[aria-expanded='true']::before { content: '\\25BE\\00a0' / ''; }
  .notices { font-size: 0.875em; }
  .notices summary { min-height: 24px; cursor: pointer; }
  .total { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6em; }
  .score { font-weight: 700; font-variant-numeric: tabular-nums; }
  @container (min-width: 44em) {
    .item:has(> .text) { display: flow-root; padding-left: 34%; }
    .item > .text { float: left; width: 48%; margin-left: -51.5%; }
  }
  @media (pointer: coarse) {
    .option, .notices summary, .fold, .form :is(button, input:not([type='radio'], [type='checkbox'])) {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .option:has(:checked) { outline: 2px solid Highlight; }
    .unusual { border: 1px solid; }
    .form :focus-visible { outline-color: Highlight; }
  }
  .written { display: none; }
  @media print {
    textarea:has(+ .written), input:has(+ .written) { display: none; }
    .written { display: block; }
    .item > .fields:has(.written) { display: block; max-width: none; }
    .kept-back, .suggestion, .group-tools, .option:not(:has(:checked)), .option > input, .long,
    .reasons, .item > .field, .item > .aside {
      display: none;
    }
    .form :is(input, textarea) { padding: 0; background: none; border: 0; resize: none; field-sizing: content; }
    .form, .group, .row, .under { display: block; }
    :is(.form, .group, .row, .under) > * + * { margin-top: var(--_space); }
    .item:not(:has(.written)) { break-inside: avoid; }
    .item[data-state='none'] > :is(.options, .fields, textarea) { display: none; }
    .item[data-state='none']:not(:has(> .answer))::after { content: 'not answered'; }
  }
`;
