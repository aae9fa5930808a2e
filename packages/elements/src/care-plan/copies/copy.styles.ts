import { css } from 'lit';

/**
 * The copy on paper, in a document of its own.
 *
 * - `font-size`: Large print, as the RNIB and NHS England's Accessible Information Standard understand it: 16 point or more.
 * - `.running`: Browsers repeat the head of a table on each sheet. Sheets get parted.
 */
export const copyStyles = css`
  body { margin: 0; font: 16pt / 1.45 Arial, Helvetica, sans-serif; color: #000; }
  h1 { margin: 0 0 0.3em; font-size: 24pt; }
  h2 { margin: 1em 0 0.2em; padding-top: 0.3em; border-top: 2px solid; font-size: 19pt; break-after: avoid; }
  h3 { margin: 0.6em 0 0.1em; font-size: 16pt; break-after: avoid; }
  p, ul { margin: 0.3em 0; }
  li, .situation, p { break-inside: avoid; }
  small { display: block; font-size: 13pt; }
  .lines { white-space: pre-line; }
  .sheet { display: table; table-layout: fixed; width: 100%; }
  .running { display: table-header-group; break-inside: avoid; }
  .running-words {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    margin-bottom: 0.6em;
    border-bottom: 2px solid;
    font-size: 13pt;
  }
  .rest { display: table-row-group; }
`;
