import { css } from 'lit';

/**
 * Shadow DOM alone lets inherited properties through: a host's `text-transform: uppercase` would turn
 * "micrograms" into "MICROGRAMS", and `direction: rtl` would turn a date around.
 *
 * - `min-inline-size`: What measures its own width has none by itself: floated, or in a flex row, it would shrink to nothing.
 * - `[hidden]`: A rule of the host for every element, such as `* { all: revert }`, would show what the host hides.
 * - `direction`: "all" leaves these two alone.
 * - `color-scheme`: Dark or light as the page is.
 * - `font`: "medium" is the reader's own setting: it follows it, and a host's 62.5 % root size does not change it.
 * - `.spoken`: For ears: what a screen reader says where eyes read something shorter.
 */
export const isolation = css`
  :host { display: block; min-inline-size: min(100%, 240px); }
  :host([hidden]) { display: none !important; }
  .base {
    all: initial;
    color-scheme: inherit;
    box-sizing: border-box;
    display: block;
    direction: ltr;
    unicode-bidi: isolate;
    font: 400 var(--ehch-font-size, medium) / 1.4 var(--ehch-font-family, Arial, Helvetica, sans-serif);
    color: var(--_text);
    text-size-adjust: 100%;
    overflow-wrap: anywhere;
  }
  *, ::before, ::after { box-sizing: border-box; }
  [hidden] { display: none; }
  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
