/** Names of the runtime ports of teaching. They stand apart, so that no content script carries them. */
export const TEACH_PORTS = {
  /** The script by which a person teaches a page. */
  teach: 'ehch-teach',
  /** The cover of a page that is being taught. */
  pick: 'ehch-pick',
} as const;
