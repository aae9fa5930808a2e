import { css } from 'lit';

/**
 * The provider is not there for layout: what it wraps keeps its place in the host's grid or flex box. A drill is another matter:
 * nobody may take it for earnest, on screen or on paper. The mark is decoration: the band says the same in words.
 *
 * - `.rung`: Beside the number that was tapped, however far down it stands.
 * - `.marked`: It clips and does not scroll, so that what stays in sight in earnest stays in sight in a drill.
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
  .rung { position: sticky; top: 0; z-index: 3; margin: 0; font-weight: 700; }
  .rung:not(:empty) { padding: var(--_space); background: var(--_notice); border-bottom: 4px dashed var(--_text); }
  .marked { position: relative; overflow: clip; }
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
