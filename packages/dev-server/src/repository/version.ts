/** One line of the log: a resource after one write. `json` is null after a deletion. */
export interface Version {
  readonly seq: number;
  readonly type: string;
  readonly id: string;
  readonly vid: number;
  /** Milliseconds since the epoch. */
  readonly updated: number;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly json: string | null;
}

/** How a write is done. The default is the server's own loading: at once, and not in the journal. */
export interface WriteTerms {
  /** The version that the writer claims to know, bare; null if it claims none. */
  readonly claimedBase?: string | null;
  /** Milliseconds until searches see it. */
  readonly indexLagMs?: number;
  /** Milliseconds by which `lastUpdated` is older than the commit. */
  readonly stampedEarlierMs?: number;
}
