import { css } from 'lit';

/**
 * - `:focus-visible`: Everything in what has the focus stands on the colour of the focus, whatever colour it has else.
 * - `[data-section='limits']`: Her wishes: a heavy neutral edge. No colour that calls them good or bad.
 */
export const sectionStyles = css`
  .section {
    min-width: 0;
    padding: calc(0.3 * var(--_space)) calc(1.5 * var(--_space));
    scroll-margin-top: 9em;
    font-size: 0.9375em;
    line-height: 1.3;
    background: var(--_card);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  [data-section='limits'] { border-left: 6px solid var(--_rule); }
  [data-section='allergies']:is([data-state='recorded'], [data-state='disagree']) .heading::before {
    content: '\\26A0\\00a0' / '';
  }
  .head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6em; margin-bottom: 0.05em; }
  .common { flex: 1 1 auto; text-align: right; }
  .head .heading { margin: 0; font-size: 1em; font-weight: 700; }
  .head p { margin: 0; }
  .state { font-size: 0.875em; font-weight: 400; }
  .body p { margin: 0.05em 0; }
  .end { font-size: 0.875em; }
  .heading:focus { outline: none; }
  .aside { color: var(--_secondary); font-size: 0.875em; }
  .between { margin: 0.1em 0 0; font-size: 0.875em; font-weight: 700; }
  .notice { margin: 0.2em 0; padding: 0.3em 0.6em; background: var(--_notice); border-left: 4px solid var(--_rule); }
  .strong { font-weight: 700; }
  .sides {
    display: grid;
    gap: var(--_space);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr));
    margin-top: var(--_space);
  }
  .side { min-width: 0; padding: var(--_space); border: 1px solid var(--_rule); }
  .side-head { font-weight: 700; }
  button, a { font: inherit; color: var(--_link); cursor: pointer; }
  a { display: inline-block; min-width: 24px; min-height: 24px; text-decoration: underline; }
  button {
    min-width: 24px;
    min-height: 24px;
    padding: 0.1em 0.6em;
    background: none;
    border: 1px solid currentcolor;
    border-radius: var(--_radius);
  }
  .retry { font-size: 0.875em; }
  button:hover, a:hover { color: var(--_link-hover); }
  .sources > summary { min-height: 24px; cursor: pointer; }
  .base :is(button, a, summary):focus-visible {
    outline: 4px solid transparent;
    color: var(--_focus-text);
    background: var(--_focus);
    box-shadow: 0 -2px var(--_focus), 0 4px var(--_focus-text);
  }
  .base :is(button, a, summary):focus-visible *, .base button:focus-visible::before { color: inherit; }
  .toggle { padding: 0 0 0 1.1em; border: 0; text-align: left; text-indent: -1.1em; font-weight: 700; }
  .toggle > * { text-indent: 0; }
  .toggle::before { content: '\\25B8' / ''; }
  .toggle[aria-expanded='true']::before { content: '\\25BE' / ''; }
`;
