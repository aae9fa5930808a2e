import { css } from 'lit';

/**
 * The provider is not there for layout: what it wraps keeps its place in the host's grid or flex box. A drill is another matter:
 * nobody may take it for earnest, on screen or on paper. The mark is decoration: the band says the same in words.
 */
export const styles = css`
  :host { display: contents; }
  :host([drilling]) { display: block; border: 4px dashed; }
  .band {
    margin: 0;
    padding: var(--_space);
    font-size: 1.125em;
    background: var(--_notice);
    color: var(--_text);
    border-block: 4px dashed var(--_text);
  }
  .rung { margin: 0; padding-inline: var(--_space); font-weight: 700; }
  .marked { position: relative; overflow: hidden; }
  .mark {
    position: absolute;
    inset: 0;
    display: flex;
    flex-wrap: wrap;
    align-content: space-around;
    gap: 3em 2em;
    overflow: hidden;
    pointer-events: none;
    font-weight: 700;
    opacity: 0.14;
    font-style: italic;
  }
  .mark span::before { content: 'PRACTICE RUN · NOT SENT'; }
`;
