import { css, unsafeCSS } from 'lit';

/** The inner name, the name to set it from outside, its default, and its default where the page is dark. */
type Token = readonly [inner: string, outer: string, light: string, dark?: string];

/**
 * Keeps the display rules of the NHS digital service manual, with an accent of our own: NHS blue and the NHS identity are
 * for those who may use them. Each token can be set from outside as `--ehch-…`;
 * components use the inner name, so that a default stands in one place.
 */
const TOKENS: readonly Token[] = [
  ['text', 'color-text', '#212b32', '#f0f4f5'],
  ['secondary', 'color-text-secondary', '#4c6272', '#b3c1c9'],
  ['link', 'color-link', '#24516a', '#8ec5ff'],
  ['link-hover', 'color-link-hover', '#7c2855', '#f3b6d6'],
  ['focus', 'color-focus', '#ffeb3b'],
  ['focus-text', 'color-focus-text', '#212b32'],
  ['page', 'color-page', '#f0f4f5', '#11191d'],
  ['card', 'color-card', '#fff', '#1c262b'],
  ['border', 'color-border', '#d8dde0', '#43535c'],
  ['rule', 'color-rule', '#4c6272', '#93a7b3'],
  ['urgent', 'color-urgent', '#d5281b', '#ff9c92'],
  ['urgent-tint', 'color-urgent-tint', '#fdf1f0', '#3d1f20'],
  ['watch', 'color-watch', '#7a4a00', '#ffc875'],
  ['answered', 'color-answered', '#007f3b', '#7fdca4'],
  ['notice', 'color-notice', '#fff9c4', '#443c14'],
  ['space', 'space', '0.5em'],
  ['radius', 'radius', '4px'],
  ['banner-top', 'banner-top', '0px'],
];

function declared([inner, outer]: Token, value: string): string {
  return `--_${inner}: var(--ehch-${outer}, ${value}); `;
}

const light = TOKENS.map((token) => declared(token, token[2]));
const dark = TOKENS.flatMap((token) =>
  token[3] === undefined ? [] : [declared(token, `light-dark(${token[2]}, ${token[3]})`)],
);

/**
 * - `@supports`: Dark where the page is dark, by its `color-scheme`: a page that follows the device says `light dark`,
 *   and one that says nothing is light, and gets no dark block in its middle. A browser without `light-dark()` stays light.
 * - `@media print`: Paper is white.
 */
export const tokens = css`
  .base { ${unsafeCSS(light.join(''))}}
  @supports (color: light-dark(#000, #fff)) {
    .base { ${unsafeCSS(dark.join(''))}}
  }
  @media print {
    .base { color-scheme: only light; }
  }
`;
