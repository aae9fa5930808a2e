import { css } from 'lit';

export const kitFooterStyles = css`
  .kit-foot {
    padding: 0 calc(2 * var(--_space)) calc(0.5 * var(--_space));
    font-size: 0.8125em;
    line-height: 1.3;
  }
  .kit-foot p { margin: 0; }
  .kit-foot .strong { font-weight: 700; }
  .kit-foot button {
    font: inherit;
    min-height: 24px;
    padding: 0 0.5em;
    color: var(--_link);
    background: none;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .kit-foot button:focus-visible, .kit-foot textarea:focus-visible {
    outline: 3px solid var(--_focus-text);
    outline-offset: 2px;
    background: var(--_focus);
    color: var(--_focus-text);
  }
  .kit-foot textarea {
    display: block;
    width: 100%;
    font: inherit;
    color: var(--_text);
    background: var(--_card);
    border: 1px solid var(--_rule);
  }
  @media print {
    .kit-foot button, .kit-foot .incident { display: none; }
  }
`;
