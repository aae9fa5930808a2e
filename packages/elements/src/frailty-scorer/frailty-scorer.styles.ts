import { css } from 'lit';
import { factStyles } from '../internal/fact.styles.ts';
import { sectionStyles } from '../internal/section.styles.ts';
import { formStyles } from '../form/form.styles.ts';
import { bannerStyles } from '../internal/banner.styles.ts';
import { paperStyles } from '../internal/paper.styles.ts';

/**
 * - `.bar`: Below the questions, so that it grows over them and moves nothing; its room is there before there is a score.
 * - `@media screen and (min-height`: It stays in sight where there is height enough that it buries no question.
 */
const layout = css`
  .base { container-type: inline-size; background: var(--_page); }
  .card, .panel, .page {
    margin: var(--_space);
    padding: var(--_space) calc(2 * var(--_space));
    background: var(--_card);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  p { margin: 0.3em 0; }
  .heading { font-weight: 700; }
  .title { margin: var(--_space) calc(2 * var(--_space)); }
  .tabs { display: flex; flex-wrap: wrap; gap: 4px; padding: 0.3em var(--_space); background: var(--_page); }
  .tab { margin: 0; padding: 0.1em 0.6em; background: var(--_card); font-size: 0.875em; }
  .tab[aria-selected='true'] { border-width: 3px; border-color: var(--_text); color: var(--_text); font-weight: 700; }
  .buttons { display: flex; flex-wrap: wrap; gap: var(--_space); margin: var(--_space) 0; align-items: end; }
  .primary {
    background: var(--_link);
    border-color: var(--_link);
    color: var(--_card);
    font-weight: 700;
    padding: 0.4em 1em;
  }
  .primary:hover { background: var(--_link-hover); border-color: var(--_link-hover); color: var(--_card); }
  .choices, .links { margin: 0 0 var(--_space); padding: 0; list-style: none; }
  .choices { columns: 18em; }
  .choice, .link { width: 100%; border: 0; text-align: left; text-decoration: underline; }
  .link { width: auto; padding: 0; }
  .bar { padding: 0.4em calc(2 * var(--_space)); background: var(--_card); border-top: 4px solid var(--_rule); }
  .figures { min-height: 3em; }
  .headline { display: block; font-variant-numeric: tabular-nums; }
  .why { max-height: 40vh; overflow: auto; border-bottom: 1px solid var(--_border); font-size: 0.875em; }
  .copy { width: 100%; font: inherit; }
  .unfinished, .just-signed {
    margin-bottom: var(--_space);
    padding-left: var(--_space);
    border-left: 4px solid var(--_rule);
  }
  /* Unfinished forms that come late move the others from under a finger: for that moment none of them is pressed. */
  .unfinished ~ * { animation: ehch-settle 400ms step-end; }
  @keyframes ehch-settle { from { pointer-events: none; } }
  .meant { font-weight: 700; }
  .receipt { font-weight: 700; }
  :is(.panel, .page, .finish, .after-score):focus { outline: none; }
  .paper { display: none; }
  @media print {
    .screen, .buttons, .tabs, button:not(.link) { display: none; }
    .paper { display: block; }
    .card, .panel, .page, .bar { margin: 0.5em 0; padding: 0; border: 0; }
    .bar { border-top: 2px solid; }
  }
  @media (forced-colors: active) {
    .tab[aria-selected='true'] { outline: 2px solid Highlight; }
  }
  @media (pointer: coarse) {
    button, summary { min-height: 44px; }
  }
  @media screen and (min-height: 40em) {
    .tabs { position: sticky; top: calc(var(--_banner-top) + var(--_banner-height, 0px)); z-index: 1; }
    .bar { position: sticky; bottom: 0; z-index: 1; }
    input, textarea, button {
      scroll-margin-block: calc(var(--_banner-top) + var(--_banner-height, 0px) + 7em) 9em;
    }
    .finish { margin-bottom: 9em; }
    .after-score { scroll-margin-top: 13em; }
  }
`;

export const styles = [sectionStyles, factStyles, formStyles, layout, bannerStyles, paperStyles];
