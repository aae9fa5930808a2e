import type { PathStep, StoredResource } from '@ehch/store';

/** The newest version of a resource, as it was just read. */
export interface ReadVersion {
  readonly version: string | null;
  readonly text: string;
}

/**
 * What this context has just learnt about an entry. It only saves requests: a context that ends loses it, and the next
 * one reads the same again.
 */
export interface Hand {
  /** The newest version of each resource that the entry changes, by the part's place. */
  readonly read: Map<number, ReadVersion | 'gone'>;
  /** The text on which the edits of a part were made. `null`: it cannot be read any more. */
  readonly base: Map<number, string | null>;
  /** Parts of which it was looked up whether they arrived. */
  readonly checked: Set<number>;
  /** Creates that are not there now, with the page of a history that tells whether they ever were. `null`: the first. */
  readonly absent: Map<number, { readonly path: string; readonly pages: number } | null>;
  /** After `read`, the server was asked and had nothing of it: it may be sent. */
  isVerified: boolean;
  /** The server's ids of the parts that have arrived. */
  readonly arrived: Map<number, string>;
  /** Parts of which an answer alone says that they arrived, without a body that shows it. They have to be read. */
  readonly told: Set<number>;
  /** The accepted bodies. `null`: the resource was deleted since. */
  readonly bodies: Map<number, StoredResource | null>;
  /** Whether the bodies are the answer to our own write, so that their versions are ours. */
  isOwnAnswer: boolean;
  /** What somebody else had changed, where two changes were put together, with the version in which they had. */
  readonly merged: Map<
    number,
    { readonly others: readonly (readonly PathStep[])[]; readonly theirs: string }
  >;
  /** Failures in a row, for the back-off. */
  failures: number;
}

export function emptyHand(): Hand {
  return {
    read: new Map(),
    base: new Map(),
    checked: new Set(),
    absent: new Map(),
    isVerified: false,
    arrived: new Map(),
    told: new Set(),
    bodies: new Map(),
    isOwnAnswer: false,
    merged: new Map(),
    failures: 0,
  };
}
