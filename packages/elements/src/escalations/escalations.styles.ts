import { css } from 'lit';
import { bannerStyles } from '../internal/banner.styles.ts';
import { sectionStyles } from '../internal/section.styles.ts';

/**
 * - `.row.urgent`, `.not-sent`: With a shape as well, because colour alone says nothing on a mono screen.
 * - `.row.answered`: The only colour of success, and only for a person's answer.
 * - `.limits`: Her wishes: a heavy neutral edge. No colour that calls them good or bad.
 */
const layout = css`
  .base { container-type: inline-size; }
  .base > :not(.spoken) { margin-bottom: calc(0.5 * var(--_space)); }
  p, .heading { margin: 0.2em 0; }
  .heading { font-weight: 700; }
  ul { margin: 0; padding: 0; list-style: none; }
  .row, .card, .receipt {
    padding: var(--_space) calc(2 * var(--_space));
    background: var(--_card);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .row { margin-bottom: var(--_space); border-left: 6px solid var(--_border); overflow-wrap: anywhere; }
  .row.urgent { border-left-color: var(--_urgent); }
  .row.urgent .standing { color: var(--_urgent); }
  .row.answered { border-left-color: var(--_answered); }
  .row.ended { background: var(--_page); }
  .row .heading { font-size: 1.0625em; }
  .toggle { min-height: 32px; }
  .meta, .aside { color: var(--_secondary); font-size: 0.875em; }
  .limits { padding-left: 8px; border-left: 4px solid var(--_rule); }
  .answer, .caution, .strong { font-weight: 700; }
  .receipt { padding: 4px 8px; }
  .receipt.not-sent { border: 2px solid var(--_urgent); background: var(--_urgent-tint); }
  .open { margin-top: var(--_space); padding-top: var(--_space); border-top: 1px solid var(--_border); }
  .history { margin: var(--_space) 0; padding-left: 1em; font-size: 0.9375em; }
  .buttons { display: flex; flex-wrap: wrap; gap: var(--_space); align-items: center; margin: var(--_space) 0; }
  .open button { min-height: 36px; }
  .send { font-weight: 700; }
  [aria-disabled='true'] { opacity: 1; border-style: dashed; cursor: default; }
  .part { min-width: 0; margin: var(--_space) 0 0; padding: var(--_space); border: 1px solid var(--_rule); }
  legend { padding: 0; font-weight: 700; }
  .tick { display: flex; gap: 0.6em; align-items: flex-start; padding: 0.25em 0; min-height: 32px; }
  .tick input { flex: none; width: 1.4em; height: 1.4em; margin: 0; accent-color: var(--_link); }
  .night { overflow-wrap: anywhere; }
  .night table { width: 100%; margin: 0.4em 0; border-collapse: collapse; font-size: 0.9375em; }
  .night caption { text-align: left; }
  .night :is(th, td) { padding: 0.25em 0.5em 0.25em 0; text-align: left; vertical-align: top; }
  .night tr > * { border-top: 1px solid var(--_border); }
  @container (max-width: 40em) {
    .night :is(table, caption, tbody, tr, th, td) { display: block; }
    .night thead { display: none; }
    .night tr > td { padding-top: 0; border-top: 0; }
    .night [data-column]::before { content: attr(data-column); }
  }
  .choices { max-height: 20em; overflow: auto; }
  .field { display: block; margin-top: var(--_space); }
  .under { padding-left: 2em; }
  select { min-height: 36px; max-width: 100%; font: inherit; }
  textarea, input:is([type='text'], [type='date'], [type='datetime-local']) {
    display: block; width: 100%; min-height: 44px; margin-top: 0.3em; font: inherit; color: inherit;
    background: var(--_card); border: 1px solid var(--_rule); border-radius: var(--_radius);
  }
  textarea:focus-visible, input:focus-visible {
    outline: 4px solid var(--_focus);
    box-shadow: inset 0 0 0 2px var(--_focus-text);
  }
  :is(.rows, .plain) time { white-space: normal; }
  @media print {
    .base { container-type: normal; }
    button:not(.toggle), .keys { display: none; }
  }
`;

export const styles = [sectionStyles, bannerStyles, layout];
