import { css } from 'lit';
import { bannerStyles } from '../internal/banner.styles.ts';
import { factStyles } from '../internal/fact.styles.ts';
import { paperStyles } from '../internal/paper.styles.ts';
import { sectionStyles } from '../internal/section.styles.ts';
import { mediaStyles } from '../resident-summary/media.styles.ts';

/**
 * - `.unwell`: Stacked where it is narrow. A label then stands before each cell, since the head is out of sight.
 * - `.missing`: Not recorded is said plainly, with a shape, and in no colour of alarm.
 * - `.must-not`: Heavy and with a shape: who must not be told is read before who may.
 * - `.page-of-one`: Large, to be read together at arm's length.
 */
const layout = css`
  .base { container-type: inline-size; background: var(--_page); }
  .empty { margin: 0; padding: calc(2 * var(--_space)); background: var(--_card); border: 1px solid var(--_border); }
  .stay { margin: 0; padding: calc(0.5 * var(--_space)) calc(2 * var(--_space)); font-size: 0.875em; }
  .sections { display: grid; gap: calc(0.5 * var(--_space)); padding: calc(0.5 * var(--_space)); }
  .stay + .sections { padding-top: 0; }
  .standing { min-width: 0; padding: 0 calc(1.5 * var(--_space)); font-size: 0.9375em; }
  .standing p { margin: 0.15em 0; }
  .standing:not(:has(*)) { display: none; }
  .clock > summary { min-height: 24px; color: var(--_text); }
  .why { color: var(--_link); text-decoration: underline; }
  .clock ol, .more ol { margin: 0.2em 0; padding-left: 1.4em; }
  .wish { font-size: 1.1875em; line-height: 1.25; }
  .words { quotes: '\\201C' '\\201D'; }
  .said { color: var(--_secondary); font-size: 0.875em; }
  .missing { padding-left: 1.1em; text-indent: -1.1em; }
  .missing::before { content: '\\25CB\\00a0' / ''; }
  .must-not { display: block; color: var(--_urgent); }
  .proposed { padding-left: 0.6em; border-left: 2px dashed var(--_rule); }
  .unwell { width: 100%; margin: 0.4em 0; border-collapse: collapse; }
  .unwell caption { text-align: left; font-size: 0.875em; font-weight: 700; }
  .unwell :is(th, td) {
    padding: 0.25em 0.5em 0.25em 0;
    border-top: 1px solid var(--_border);
    text-align: left;
    vertical-align: top;
  }
  .unwell thead th { border-top: 0; color: var(--_secondary); font-size: 0.8125em; font-weight: 400; }
  .unwell .do { display: block; font-weight: 400; }
  .unwell .meta { display: block; font-weight: 400; }
  .tag { white-space: nowrap; }
  .tag[data-place='hospital'] { border-width: 2px; border-color: var(--_text); }
  .open-page { display: block; margin: 0.3em 0; min-height: 32px; }
  .buttons { display: flex; flex-wrap: wrap; gap: var(--_space); margin-top: var(--_space); }
  .page-of-one { margin: calc(0.5 * var(--_space)); font-size: 1.1875em; line-height: 1.4; }
  .page-of-one .heading { font-size: 1em; font-weight: 700; }
  .situation { font-size: 1.1875em; font-weight: 700; }
  .choice-of { min-width: 0; margin: 0 0 0.5em; padding: 0; border: 0; }
  .tick { display: flex; gap: 0.5em; align-items: baseline; min-height: 28px; padding: 0.15em 0; cursor: pointer; }
  .plan > .rest > :is(.form, .change-plan, .part-said) { margin: calc(0.5 * var(--_space)); }
  .choices { margin: 0; }
  .choice {
    margin: var(--_space) 0;
    padding: var(--_space);
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
  }
  .choice dt { font-weight: 700; }
  .choice dd { margin: 0.2em 0 0; font-weight: 400; }
  .choice .meta { display: block; }
  .edit { margin: 0.2em 0; }
  .on-paper { display: none; }
  .edit:focus { outline: none; }
  .change, .form button, .change-plan, .receipt button {
    min-height: 28px;
    margin: 0.1em 0.3em 0.1em 0;
    font-size: 0.9375em;
  }
  .form { padding: var(--_space); border: 2px solid var(--_link); border-radius: var(--_radius); }
  .form .save { font-weight: 700; }
  .field { display: block; margin: 0.5em 0; font-weight: 700; }
  .hint { color: var(--_secondary); font-size: 0.875em; font-weight: 400; }
  .field :is(input, select, textarea) {
    display: block;
    width: 100%;
    min-width: 0;
    min-height: 36px;
    margin-top: 0.2em;
    padding: 0.2em 0.4em;
    font: inherit;
    font-weight: 400;
    color: inherit;
    background: var(--_card);
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
  }
  .field :is(input, select, textarea):focus-visible, .side input:focus-visible {
    outline: 4px solid var(--_focus);
    box-shadow: inset 0 0 0 2px var(--_focus-text);
  }
  [aria-disabled='true'] { opacity: 1; border-style: dashed; cursor: default; }
  .receipt { padding: 0.3em 0.6em; border-left: 4px solid var(--_rule); }
  .receipt.not-sent { border-color: var(--_urgent); background: var(--_urgent-tint); }
  fieldset.sides {
    min-width: 0;
    margin: 0.5em 0;
    padding: 0;
    border: 0;
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  fieldset legend { padding: 0; font-weight: 700; }
  label.side { display: block; cursor: pointer; }
  label.side:has(:checked) { border: 3px solid var(--_text); }
  .footer { padding: 0 calc(2 * var(--_space)); font-size: 0.8125em; line-height: 1.3; }
  .footer p { margin: 0; }
  .whole > * + * { margin-top: calc(0.5 * var(--_space)); }
  @container (max-width: 22em) {
    .unwell, .unwell :is(caption, tbody, tr, th, td) { display: block; }
    .unwell thead { display: none; }
    .unwell td { padding-top: 0; border-top: 0; }
    .unwell .call::before { content: 'Call: '; }
  }
  @container (max-width: 17em) {
    .plan :is(time, .tag) { white-space: normal; }
    fieldset.sides { grid-template-columns: minmax(0, 1fr); }
  }
  @container (min-width: 44em) {
    .sections { grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: start; }
    [data-section='limits'], .standing, .whole { grid-column: 1 / -1; }
  }
  @media (pointer: coarse) {
    .open-page, .buttons button, .change, .form button, .change-plan { min-height: 44px; }
  }
  @media print {
    .on-paper { display: block; }
    .buttons, .open-page, .why, .change, .change-plan, .part-said, .form { display: none; }
    .unwell { break-inside: auto; }
    .unwell tr { break-inside: avoid; }
  }
`;

export const styles = [sectionStyles, factStyles, layout, bannerStyles, paperStyles, mediaStyles];
