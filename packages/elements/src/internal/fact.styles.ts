import { css } from 'lit';

/**
 * - `.medicine`: CUI MEDi-001..054: generic heavy, lines with air, a label never parted from its value.
 */
export const factStyles = css`
  .facts { margin: 0; padding: 0; list-style: none; }
  .fact { padding: 0.3em 0; border-top: 1px solid var(--_border); }
  .fact:first-child { border-top: 0; padding-top: 0; }
  .meta { color: var(--_secondary); font-size: 0.875em; }
  .meta .meta, .state .meta { font-size: 1em; }
  .old { color: var(--_text); }
  .figure { font-size: 1.125em; }
  .caution { display: block; font-size: 0.875em; font-weight: 700; }
  .caution::before { content: '! ' / ''; }
  .progress { display: block; }
  .parts, .actions, .action { display: block; }
  .parts { font-size: 0.875em; }
  .action { padding-left: 1em; }
  .action::before { content: '– ' / ''; }
  .substance { font-size: 1.0625em; }
  .tag { display: inline-block; padding: 0 0.4em; border: 1px solid var(--_rule); border-radius: var(--_radius); font-size: 0.875em; font-weight: 700; }
  .tag.urgent { border-color: var(--_urgent); color: var(--_urgent); }
  .tag.urgent::before { content: '\\25B2\\00a0' / ''; }
  .tag.answered { border-color: var(--_answered); color: var(--_answered); }
  .tag.risk::before { content: '\\25C6\\00a0' / ''; }
  .medicine { padding: 0.45em 0; line-height: 1.4; }
  .m-generic { font-weight: 700; }
  .m-label { font-size: 0.8125em; color: var(--_secondary); }
  .m-dose { white-space: nowrap; }
  .trend { margin: 0.25em 0; }
  .chart { display: block; width: 100%; max-width: 20em; height: auto; border-bottom: 1px solid var(--_border); }
  .chart .line { stroke: var(--_link); stroke-width: 1.5; }
  .chart .usual { stroke: var(--_rule); stroke-width: 1; stroke-dasharray: 3 3; }
  .chart .dot { fill: var(--_link); }
  .chart .limit { fill: none; stroke: var(--_text); }
  figcaption { color: var(--_secondary); font-size: 0.875em; }
`;
