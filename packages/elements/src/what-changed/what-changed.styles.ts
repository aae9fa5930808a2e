import { css } from 'lit';
import { factStyles } from '../internal/fact.styles.ts';
import { sectionStyles } from '../internal/section.styles.ts';

const alone = css`
  .empty {
    margin: 0;
    padding: var(--_space) calc(2 * var(--_space));
    background: var(--_card);
    border: 1px solid var(--_border);
  }
`;

export const styles = [sectionStyles, factStyles, alone];
