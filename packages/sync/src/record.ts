import type { ResidentId, SectionError } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { TypeOutcome } from '@ehch/fhir';
import type { KindState, ResourceKey } from '@ehch/store';

/** What the engine is doing about one resident. The store holds what was read. */
export interface ResidentRecord {
  readonly resident: ResidentId;
  readonly kinds: Map<string, KindProgress>;
  /** When the last round of requests began, by the clinical clock. */
  askedAt: Instant | null;
  /** Whether a screen shows the resident. */
  watched: boolean;
  /** Ends the open requests when the resident leaves the screen. */
  stop: AbortController;
}

/** What the engine is doing about one kind. `run` counts the requests, so that a late older answer is dropped. */
export interface KindProgress {
  run: number;
  running: boolean;
  /** What came with the last answer. */
  arrived: ReadonlySet<ResourceKey>;
  /** Why the last answer could not be kept on this device. `null`: it was, or there was none. */
  trouble: { readonly error: SectionError; readonly at: Instant } | null;
}

export function newRecord(resident: ResidentId): ResidentRecord {
  return { resident, kinds: new Map(), askedAt: null, watched: true, stop: new AbortController() };
}

/** The progress of one kind of resource. A kind that was never asked for starts with none. */
export function progressOf(record: ResidentRecord, kind: string): KindProgress {
  const progress = record.kinds.get(kind) ?? {
    run: 0,
    running: false,
    arrived: new Set<ResourceKey>(),
    trouble: null,
  };
  record.kinds.set(kind, progress);
  return progress;
}

/**
 * How the reader sees one kind. A refresh that runs or failed leaves the former answer in place.
 *
 * @param checked when the pull of the home last found this kind current. `null`: never
 */
export function outcomeOf(
  state: KindState | undefined,
  { running, trouble }: KindProgress,
  checked: Instant | null,
): TypeOutcome {
  if (state?.last.state === 'withheld') return { state: 'withheld', why: state.last.why };
  const asOf = newest(state?.asOf ?? null, checked);
  if (running) return asOf === null ? { state: 'loading' } : { state: 'refreshing', asOf };
  const failed = trouble ?? failureIn(state, checked);
  if (failed !== null) {
    const { error, at } = failed;
    return { state: 'failed', error, at, ...(asOf === null ? {} : { last: { asOf } }) };
  }
  return asOf === null ? { state: 'loading' } : { state: 'loaded', asOf };
}

/** A failure counts until the pull of the home has succeeded after it. */
function failureIn(state: KindState | undefined, checked: Instant | null): KindProgress['trouble'] {
  if (state?.last.state !== 'failed') return null;
  const { error, at } = state.last;
  return checked !== null && Date.parse(checked) > Date.parse(at) ? null : { error, at };
}

/** The pull of a home renews what was read whole before. It makes no whole of what never was one. */
function newest(asOf: Instant | null, checked: Instant | null): Instant | null {
  return asOf !== null && checked !== null && Date.parse(checked) > Date.parse(asOf) ? checked : asOf;
}
