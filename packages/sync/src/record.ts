import type { ResidentId, WithheldReason, SectionError } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { TypeOutcome } from '@ehch/fhir';

/** How far the engine has read one resident's record. The store holds the answers themselves. */
export interface ResidentRecord {
  readonly resident: ResidentId;
  readonly kinds: Map<string, KindProgress>;
  /** When the last round of requests began, by the clinical clock. */
  askedAt: Instant | null;
  /** Whether a screen shows the resident. */
  watched: boolean;
}

/**
 * How far the engine has read one kind of resource. `run` counts the requests, so that a late older answer is dropped.
 */
export interface KindProgress {
  run: number;
  running: boolean;
  /** When the kind was last read with success. */
  asOf: Instant | null;
  last:
    | { readonly state: 'none' }
    | { readonly state: 'loaded' }
    | { readonly state: 'failed'; readonly error: SectionError; readonly at: Instant }
    | { readonly state: 'withheld'; readonly why: WithheldReason };
}

export function newRecord(resident: ResidentId): ResidentRecord {
  return { resident, kinds: new Map(), askedAt: null, watched: true };
}

/** The progress of one kind of resource. A kind that was never asked for starts with none. */
export function progressOf(record: ResidentRecord, kind: string): KindProgress {
  const progress = record.kinds.get(kind) ?? { run: 0, running: false, asOf: null, last: { state: 'none' } };
  record.kinds.set(kind, progress);
  return progress;
}

/** How the reader sees one kind. A refresh that runs or failed leaves the former answer in place. */
export function outcomeOf({ running, asOf, last }: KindProgress): TypeOutcome {
  if (last.state === 'withheld') return { state: 'withheld', why: last.why };
  if (running) return asOf === null ? { state: 'loading' } : { state: 'refreshing', asOf };
  if (last.state === 'failed')
    return { state: 'failed', error: last.error, at: last.at, ...(asOf === null ? {} : { last: { asOf } }) };
  return asOf === null ? { state: 'loading' } : { state: 'loaded', asOf };
}
