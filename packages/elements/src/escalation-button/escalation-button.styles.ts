import { css } from 'lit';
import { bannerStyles } from '../internal/banner.styles.ts';
import { sectionStyles } from '../internal/section.styles.ts';

/**
 * - `.stuck`: Always in sight, also while somebody reads further down: one line, which the receipt covers where it is in sight
 *   itself. Where the identity stays in sight, the line sticks below it. While observations are taken, their form has lines of
 *   its own that stay.
 * - `.not-sent`, `.long`, `.told-to-ring`: With a shape as well, because colour alone says nothing on a mono screen.
 * - `.answered`: The only colour of success, and only for a person's answer.
 * - `.danger .chip`, `.danger .heading, .wishes`: So close that a name, the warning of a namesake, her wishes and every danger sign
 *   fit on 320 by 568 pixels.
 * - `.line`: Large, to be read aloud at arm's length.
 */
const layout = css`
  .base { container-type: inline-size; }
  .base > :not(.spoken) { margin-bottom: calc(0.5 * var(--_space)); }
  .card, .receipt {
    padding: var(--_space) calc(2 * var(--_space));
    background: var(--_card);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  p, .heading { margin: 0.2em 0; }
  .heading { font-weight: 700; }
  .buttons, .chips, .row { display: flex; flex-wrap: wrap; gap: var(--_space); align-items: center; }
  .part .buttons { margin-top: var(--_space); }
  .wishes:focus-visible, .receipt:focus-visible, .card:focus-visible { outline: 2px solid var(--_focus); }
  .under { padding-left: 2em; }
  button { min-height: 44px; }
  .small { min-height: 32px; }
  .worry-button { flex: 1 1 100%; min-height: 56px; font-size: 1.25em; font-weight: 700; }
  .chip[aria-pressed='true'] { color: var(--_card); background: var(--_text); }
  .danger .chips { display: grid; grid-template-columns: 1fr 1fr; gap: 3px 4px; }
  .danger .chips > :last-child:nth-child(odd) { grid-column: 1 / -1; }
  .danger .heading, .wishes { margin: 0; }
  .danger .chip { min-height: 34px; padding: 1px 6px; text-align: left; line-height: 1.15; font-size: 0.875em; }
  .wishes { padding: 3px 8px; background: var(--_card); border-left: 6px solid var(--_rule); }
  fieldset { min-width: 0; }
  .danger .chip[aria-pressed='true']:not(:focus-visible) { background: var(--_urgent); }
  .danger .chip[aria-pressed='true']::before { content: '\\25B2\\00a0' / ''; }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'] { forced-color-adjust: none; color: HighlightText; background: Highlight; }
  }
  .tick { display: flex; gap: 0.6em; align-items: flex-start; padding: 0.35em 0; min-height: 32px; }
  .tick input { flex: none; width: 1.4em; height: 1.4em; margin: 0; accent-color: var(--_link); }
  .line { font-size: 1.25em; line-height: 1.4; }
  .part { margin: var(--_space) 0 0; padding: 0; border: 0; }
  legend { padding: 0; font-weight: 700; }
  .field { display: block; margin-top: var(--_space); }
  textarea, input[type='text'] {
    display: block; width: 100%; min-height: 44px; margin-top: 0.3em; font: inherit; color: inherit;
    background: var(--_card); border: 1px solid var(--_rule); border-radius: var(--_radius);
  }
  textarea:focus-visible, input:focus-visible {
    outline: 4px solid var(--_focus);
    box-shadow: inset 0 0 0 2px var(--_focus-text);
  }
  .to-ring { font-size: 1.25em; font-weight: 700; }
  .lead { font-size: 1.125em; }
  .danger .lead, .not-breathing .lead { color: var(--_urgent); }
  .receipt { position: relative; z-index: 1; border: 2px solid var(--_rule); }
  .stuck { position: sticky; top: 0; z-index: 1; background: var(--_card); border-radius: var(--_radius); }
  .base:has(ehch-frailty-scorer) .stuck { position: static; }
  .base :is(button, input, textarea, [tabindex]) { scroll-margin-top: 52px; }
  .base > p.stuck {
    box-sizing: border-box; height: 2em; margin: 0 0 -2em; padding: 0 8px; line-height: calc(2em - 4px);
    white-space: nowrap; overflow: hidden; font-weight: 700; font-size: min(1em, 5cqi); border: 2px solid var(--_rule);
  }
  :is(.receipt, p.stuck):is(.not-sent, .long, .told-to-ring) {
    border-color: var(--_urgent); background: var(--_urgent-tint);
  }
  :is(.receipt, p.stuck).answered { border-color: var(--_answered); }
  .send { width: 100%; font-weight: 700; }
  .worse { font-weight: 700; }
  [aria-disabled='true'] { opacity: 1; border-style: dashed; cursor: default; }
  @media screen and (min-height: 40em) {
    .stuck { top: calc(var(--_banner-top) + var(--_banner-height, 0px)); }
    .base :is(button, input, textarea, [tabindex]) {
      scroll-margin-top: calc(var(--_banner-top) + var(--_banner-height, 0px) + 52px);
    }
  }
  @media print {
    .base { container-type: normal; }
    button, textarea, input, .receipt, .stuck { position: static; }
    button, p.stuck { display: none; }
  }
`;

export const styles = [sectionStyles, bannerStyles, layout];
