import { css } from 'lit';

/**
 * The night on paper, in a document of its own.
 *
 * - `.running`: Browsers repeat the head of a table on each sheet. Sheets get parted.
 */
export const nightPaper = css`
  body { margin: 0; font: 11pt / 1.4 Arial, Helvetica, sans-serif; color: #000; }
  p { margin: 0.3em 0; }
  .spoken { display: none; }
  .sheet { display: table; table-layout: fixed; width: 100%; }
  .running { display: table-header-group; break-inside: avoid; }
  .running-words {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    margin-bottom: 0.6em;
    padding-bottom: 0.3em;
    border-bottom: 2px solid;
    font-size: 10pt;
  }
  .rest { display: table-row-group; }
  table { width: 100%; margin-top: 0.8em; border-collapse: collapse; font-size: 10pt; }
  caption { padding-bottom: 0.4em; text-align: left; }
  th, td { padding: 0.25em 0.6em 0.25em 0; border-top: 1px solid; text-align: left; vertical-align: top; }
  tr { break-inside: avoid; }
  tbody th { white-space: nowrap; }
`;
