import { css } from 'lit';

/** Of everything that `drawForm` draws. Stands beside `sectionStyles`, which has the buttons. */
export const formStyles = css`
  .form { display: block; }
`;
