import { css } from 'lit';

/**
 * CUI patient banner: a border of its own, labels lighter in weight than values, nothing truncated.
 *
 * - `.heading`: No larger than the text where it is narrow: a family name broken in two is another name.
 * - `.banner.died`: CUI PAB-0055..0060: after death another colour and a pattern, because colour alone is not seen
 *   by all.
 * - `.namesake`: Stays where the host shows the identity itself: its banner does not know of the other person.
 * - `@media screen and (min-height`: The identity stays in sight, where there is height enough that it does not
 *   bury what it belongs to.
 */
export const bannerStyles = css`
  .banner {
    position: relative;
    padding: var(--_space) calc(2 * var(--_space));
    background-color: var(--_card);
    border: 1px solid var(--_rule);
    border-top: 4px solid var(--_link);
  }
  .banner .heading { margin: 0; font-size: max(1em, min(1.1875em, 9cqi)); font-weight: 700; line-height: 1.3; }
  .banner p { margin: 0.2em 0; }
  .identity { display: flex; flex-wrap: wrap; gap: 0.125em calc(2.5 * var(--_space)); margin: 0.125em 0 0; }
  .pair { display: flex; flex-wrap: wrap; gap: 0 0.4em; }
  dd { margin: 0; font-weight: 700; }
  .number, time { white-space: nowrap; }
  .banner.died {
    background-color: var(--_page);
    background-image: repeating-linear-gradient(135deg, transparent 0 8px, var(--_border) 8px 9px);
    border-color: var(--_text);
  }
  .banner .namesake {
    margin: 0.3em calc(-2 * var(--_space)) calc(-1 * var(--_space));
    padding: 0.3em calc(2 * var(--_space));
    background: var(--_notice);
    border-top: 1px solid var(--_rule);
  }
  @media screen {
    :host([hide-banner]) .banner:not(.stays, .warns), :host([hide-banner]) .banner.warns > :not(.namesake) {
      display: none;
    }
    :host([hide-banner]) .banner.warns .namesake { margin-top: calc(-1 * var(--_space)); border-top: 0; }
  }
  @media screen and (min-height: 40em) {
    .banner { position: sticky; top: var(--_banner-top); z-index: 2; }
    button, a { scroll-margin-top: 9em; }
  }
`;
