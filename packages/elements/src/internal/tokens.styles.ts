import { css } from 'lit';

/**
 * The look of the NHS digital service manual by default. Each token can be set from outside as `--ehch-…`;
 * components use the inner name, so that a default stands in one place.
 *
 * - `@supports`: Dark where the page is dark, by its `color-scheme`: a page that follows the device says `light dark`,
 *   and one that says nothing is light, and gets no dark block in its middle. A browser without `light-dark()` stays light.
 * - `@media print`: Paper is white.
 */
export const tokens = css`
  .base { --_text: var(--ehch-color-text, #212b32); --_secondary: var(--ehch-color-text-secondary, #4c6272); --_link: var(--ehch-color-link, #005eb8); --_link-hover: var(--ehch-color-link-hover, #7c2855); --_focus: var(--ehch-color-focus, #ffeb3b); --_focus-text: var(--ehch-color-focus-text, #212b32); --_page: var(--ehch-color-page, #f0f4f5); --_card: var(--ehch-color-card, #fff); --_border: var(--ehch-color-border, #d8dde0); --_rule: var(--ehch-color-rule, #4c6272); --_urgent: var(--ehch-color-urgent, #d5281b); --_urgent-tint: var(--ehch-color-urgent-tint, #fdf1f0); --_watch: var(--ehch-color-watch, #7a4a00); --_answered: var(--ehch-color-answered, #007f3b); --_notice: var(--ehch-color-notice, #fff9c4); --_space: var(--ehch-space, 0.5em); --_radius: var(--ehch-radius, 4px); --_banner-top: var(--ehch-banner-top, 0px); }
  @supports (color: light-dark(#000, #fff)) {
    .base { --_text: var(--ehch-color-text, light-dark(#212b32, #f0f4f5)); --_secondary: var(--ehch-color-text-secondary, light-dark(#4c6272, #b3c1c9)); --_link: var(--ehch-color-link, light-dark(#005eb8, #8ec5ff)); --_link-hover: var(--ehch-color-link-hover, light-dark(#7c2855, #f3b6d6)); --_page: var(--ehch-color-page, light-dark(#f0f4f5, #11191d)); --_card: var(--ehch-color-card, light-dark(#fff, #1c262b)); --_border: var(--ehch-color-border, light-dark(#d8dde0, #43535c)); --_rule: var(--ehch-color-rule, light-dark(#4c6272, #93a7b3)); --_urgent: var(--ehch-color-urgent, light-dark(#d5281b, #ff9c92)); --_urgent-tint: var(--ehch-color-urgent-tint, light-dark(#fdf1f0, #3d1f20)); --_watch: var(--ehch-color-watch, light-dark(#7a4a00, #ffc875)); --_answered: var(--ehch-color-answered, light-dark(#007f3b, #7fdca4)); --_notice: var(--ehch-color-notice, light-dark(#fff9c4, #443c14)); }
  }
  @media print {
    .base { color-scheme: only light; }
  }
`;
