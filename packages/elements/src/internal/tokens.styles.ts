import { css } from 'lit';

/**
 * The look of the NHS digital service manual by default. Each token can be set from outside as `--ehch-…`;
 * components use the inner name, so that a default stands in one place.
 */
export const tokens = css`
  .base { --_text: var(--ehch-color-text, #212b32); --_secondary: var(--ehch-color-text-secondary, #4c6272); --_link: var(--ehch-color-link, #005eb8); --_link-hover: var(--ehch-color-link-hover, #7c2855); --_focus: var(--ehch-color-focus, #ffeb3b); --_focus-text: var(--ehch-color-focus-text, #212b32); --_page: var(--ehch-color-page, #f0f4f5); --_card: var(--ehch-color-card, #fff); --_border: var(--ehch-color-border, #d8dde0); --_rule: var(--ehch-color-rule, #4c6272); --_urgent: var(--ehch-color-urgent, #d5281b); --_urgent-tint: var(--ehch-color-urgent-tint, #fdf1f0); --_watch: var(--ehch-color-watch, #7a4a00); --_answered: var(--ehch-color-answered, #007f3b); --_notice: var(--ehch-color-notice, #fff9c4); --_space: var(--ehch-space, 0.5em); --_radius: var(--ehch-radius, 4px); --_banner-top: var(--ehch-banner-top, 0px); }
`;
