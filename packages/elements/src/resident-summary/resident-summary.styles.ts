import { css } from 'lit';
import { bannerStyles } from '../internal/banner.styles.ts';
import { glanceStyles } from './glance/glance.styles.ts';
import { factStyles } from '../internal/fact.styles.ts';
import { paperStyles } from '../internal/paper.styles.ts';
import { mediaStyles } from './media.styles.ts';
import { sectionStyles } from '../internal/section.styles.ts';

/**
 * - `:host([compact]) .sections`: The short form is a list of lines, not of cards.
 */
const layout = css`
  .base { container-type: inline-size; background: var(--_page); }
  .empty { margin: 0; padding: calc(2 * var(--_space)); background: var(--_card); border: 1px solid var(--_border); }
  .stay { margin: 0; padding: calc(0.5 * var(--_space)) calc(2 * var(--_space)); font-size: 0.875em; }
  .sections { display: grid; padding: calc(0.5 * var(--_space)); }
  .section { border-radius: 0; }
  .section + .section { border-top: 0; }
  .section[data-section='glance'], [data-section='glance'] + .section.section {
    margin-top: calc(0.75 * var(--_space));
    border-top: 1px solid var(--_border);
  }
  :host([compact]) .head { margin-bottom: 0; }
  :is(.head, .heading):has(> .toggle), .head:has(> .heading > .toggle) > .heading { flex: 1 1 100%; }
  .heading > .toggle {
    display: grid;
    grid-template-columns: 6.2em minmax(0, 1fr) 1em;
    column-gap: 0.5em;
    align-items: baseline;
    width: 100%;
    padding: 0;
    color: var(--_text);
    text-indent: 0;
  }
  .heading > .toggle::before { order: 3; color: var(--_link); text-align: right; }
  .row-says { font-weight: 400; }
  .stay + .sections { padding-top: 0; }
  .footer { padding: 0 calc(2 * var(--_space)); font-size: 0.8125em; line-height: 1.3; }
  .footer p { margin: 0; }
  @container (max-width: 17em) {
    .heading > .toggle { grid-template-columns: minmax(0, 1fr) 1em; }
    .row-says { grid-column: 1; }
    .row-says time { white-space: normal; }
    .glance-line { grid-template-columns: 1.1em minmax(0, 1fr) auto; }
    .glance-line > .said { grid-column: 2 / -1; }
    .glance-line > .meta { grid-column: 2; text-align: left; }
  }
  @container (min-width: 44em) {
    :host(:not([compact])) .sections {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: calc(0.5 * var(--_space));
    }
    :host(:not([compact])) .section {
      margin-top: 0;
      border-top: 1px solid var(--_border);
      border-radius: var(--_radius);
    }
    [data-section='glance'], [data-section='medicines'], [data-section^='together'] { grid-column: 1 / -1; }
  }
`;

export const styles = [
  sectionStyles,
  factStyles,
  layout,
  glanceStyles,
  bannerStyles,
  paperStyles,
  mediaStyles,
];
