import { css } from 'lit';

/**
 * - `.body[hidden]`: Paper cannot be opened by a press.
 */
export const mediaStyles = css`
  @media print {
    .sections { display: block; padding: 0; }
    .section { break-inside: auto; margin: 0.5em 0; }
    .fact, .head, .banner, .trend { break-inside: avoid; }
    .trend { break-before: avoid; }
    .head { break-after: avoid; }
    .retry, .hide { display: none; }
    .body[hidden], .glance-lines[hidden] { display: block; }
    details::details-content { content-visibility: visible; height: auto; }
  }
  @media (forced-colors: active) {
    .chart .line, .chart .usual { stroke: CanvasText; }
    .chart .dot, .chart .limit { fill: CanvasText; }
    .tag, .notice, .section, .banner, .namesake { border: 1px solid CanvasText; }
    .toggle[aria-expanded]::before { color: ButtonText; }
  }
`;
