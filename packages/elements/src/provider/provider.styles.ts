import { css } from 'lit';

/** The provider is not there for layout: what it wraps keeps its place in the host's grid or flex box. */
export const styles = css`
  :host { display: contents; }
`;
