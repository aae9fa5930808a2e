import { css } from 'lit';
import { bannerStyles } from '../internal/banner.styles.ts';
import { factStyles } from '../internal/fact.styles.ts';
import { mediaStyles } from './media.styles.ts';
import { sectionStyles } from '../internal/section.styles.ts';

/**
 * - `:host([compact]) .sections`: The short form is a list of lines, not of cards.
 */
const layout = css`
  .base { container-type: inline-size; background: var(--_page); }
  .empty { margin: 0; padding: calc(2 * var(--_space)); background: var(--_card); border: 1px solid var(--_border); }
  .stay { margin: 0; padding: var(--_space) calc(2 * var(--_space)); font-size: 0.9375em; }
  .sections { display: grid; gap: var(--_space); padding: var(--_space); }
  :host([compact]) .sections { gap: 0; }
  :host([compact]) .section { padding: calc(0.75 * var(--_space)) calc(1.5 * var(--_space)); border-radius: 0; }
  :host([compact]) .section + .section { border-top: 0; }
  :host([compact]) .head { margin-bottom: 0; }
  .stay + .sections { padding-top: 0; }
  .footer { padding: 0 calc(2 * var(--_space)) var(--_space); color: var(--_secondary); font-size: 0.8125em; }
  .footer p { margin: 0 0 0.25em; }
  @container (min-width: 44em) {
    :host(:not([compact])) .sections { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    [data-section='limits'], ehch-what-changed, [data-section='medicines'] { grid-column: 1 / -1; }
  }
`;

export const styles = [sectionStyles, factStyles, layout, bannerStyles, mediaStyles];
