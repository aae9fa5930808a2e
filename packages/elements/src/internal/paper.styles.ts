import { css } from 'lit';

/**
 * On paper.
 *
 * - `.sheet`: A table, since every browser repeats the head of a table on each sheet, within a shadow root too. A fixed
 *   element comes again as well, and prints over the text; a margin box is of the document, which may show two residents.
 * - `.running`: Chromium repeats a head that cannot be broken, and no other.
 */
export const paperStyles = css`
  .running { display: none; }
  @media print {
    .base { container-type: normal; background: none; }
    .sheet { display: table; table-layout: fixed; width: 100%; }
    .running { display: table-header-group; break-inside: avoid; }
    .running-words {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.25em;
      margin-bottom: 0.5em;
      padding-bottom: 0.3em;
      border-bottom: 2px solid;
      font-size: 0.875em;
    }
    .rest { display: table-row-group; }
    .spoken { display: none; }
  }
`;
