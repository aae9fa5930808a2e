import { css } from 'lit';

/**
 * - `.edge`: The date at the edge of the last line of its fact, where there is room, else below.
 * - `.medicine`: CUI MEDi-001..054: generic heavy, lines with air, a label never parted from its value.
 * - `.note`, `.lines`: Line breaks as their writer set them.
 */
export const factStyles = css`
  .facts { margin: 0; padding: 0; list-style: none; }
  .facts + .facts > .fact:first-child { border-top: 1px solid var(--_border); padding-top: 0.15em; }
  .fact { display: flow-root; margin: 0; padding: 0.06em 0; border-top: 1px solid var(--_border); }
  .fact:first-child { border-top: 0; padding-top: 0; }
  .meta { color: var(--_secondary); font-size: 0.8125em; }
  .fact > .edge { float: right; margin-left: 0.6em; line-height: 1.65; }
  .meta .meta, .state .meta { font-size: 1em; }
  .old, .late { color: var(--_text); }
  .late { color: var(--_watch); }
  .figure { font-size: 1.125em; }
  .caution { display: block; clear: both; font-size: 0.875em; font-weight: 700; }
  .caution::before { content: '! ' / ''; }
  .note, .more { clear: both; font-size: 0.9375em; }
  .note { display: block; padding-left: 0.6em; border-left: 2px solid var(--_border); }
  .lines { white-space: pre-line; }
  .more ul { margin: 0; padding-left: 1.1em; }
  .more p { margin: 0.2em 0; }
  summary { min-height: 24px; color: var(--_link); cursor: pointer; }
  .parts, .actions, .action { display: block; }
  .parts { font-size: 0.875em; }
  .action { padding-left: 1em; }
  .action::before { content: '– ' / ''; }
  .substance, .wish { font-size: 1.0625em; }
  .tag {
    display: inline-block;
    padding: 0 0.4em;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    font-size: 0.875em;
    font-weight: 700;
  }
  .tag.decision { border: 2px solid var(--_text); font-size: 1em; }
  .tag.urgent { border-color: var(--_urgent); color: var(--_urgent); }
  .tag.urgent::before { content: '\\25B2\\00a0' / ''; }
  .tag.answered { border-color: var(--_answered); color: var(--_answered); }
  .tag.risk::before { content: '\\25C6\\00a0' / ''; }
  .medicine { padding: 0.15em 0; }
  .m-generic { font-weight: 700; }
  .m-label, .m-words { font-size: 0.8125em; }
  .m-dose { white-space: nowrap; }
  .trend { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.6em; margin: 0.1em 0; }
  .chart { display: block; width: 10em; max-width: 100%; height: auto; border-bottom: 1px solid var(--_border); }
  .chart .line { stroke: var(--_link); stroke-width: 1.5; }
  .chart .usual { stroke: var(--_rule); stroke-width: 1; stroke-dasharray: 3 3; }
  .chart .dot { fill: var(--_link); }
  .chart .limit { fill: none; stroke: var(--_text); }
  figcaption { flex: 1 1 8em; font-size: 0.8125em; }
`;
