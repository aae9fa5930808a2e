import { css } from 'lit';

/**
 * - `.summary`: As a table, so that the identity comes again at the top of every page.
 * - `.body[hidden]`: Paper cannot be opened by a press.
 */
export const mediaStyles = css`
  @media print {
    .base { container-type: normal; background: none; }
    .summary { display: table; width: 100%; }
    .banner, :host([hide-banner]) .banner:not(.stays) { display: table-header-group; }
    .banner > * { margin-left: 0; padding-left: 0; }
    .identity { padding-bottom: 0.3em; border-bottom: 2px solid; }
    .rest { display: table-row-group; }
    .sections { display: block; padding: 0; }
    .section { break-inside: auto; margin: 0.5em 0; }
    .fact, .head { break-inside: avoid; }
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
