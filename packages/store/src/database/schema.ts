import type { DBSchema } from 'idb';
import type { Bytes } from '../keys/bytes.ts';
import type { Kept, Wrapping } from '../keys/key-ring.ts';
import type { Sealed } from '../keys/seal.ts';
import type { Slot } from '../keys/slot.ts';
import type { OutboxState } from '../outbox/outbox.ts';

/**
 * The stores of version 1. What has a name here can be read by a thief of the disk; all else is in `ct`.
 *
 * Short names are blinded ones (SPEC K4): `h` a home, `p` a resident of one source, `k` a resource, `b` a bucket.
 */
export interface Schema extends DBSchema {
  /** Counters, the salt of the wrapping key, the mode, and the settings. */
  meta: { key: string; value: unknown };
  slot: { key: string; value: Slot };
  home: { key: string; value: HomeRow };
  member: { key: [string, string]; value: MemberRow; indexes: { p: string } };
  key: { key: string; value: KeyRow; indexes: { source: string } };
  card: { key: [string, string]; value: CardRow; indexes: { p: string } };
  pack: { key: [string, number, number]; value: PackRow };
  delta: { key: [string, number, string]; value: DeltaRow };
  ver: { key: string; value: VerRow };
  outbox: { key: number; value: OutboxRow; indexes: { intents: string; lane: [string, number] } };
  ack: { key: string; value: AckRow; indexes: { intents: string; at: string; lane: string } };
  ckpt: { key: [string, string]; value: CheckpointRow };
  draft: { key: [string, string]; value: DraftRow };
  look: { key: [string, string]; value: FormatRow };
  quar: { key: number; value: QuarantineRow };
  ballast: { key: number; value: Bytes };
  log: { key: number; value: LogRow; indexes: { intents: string } };
}

/** The format of what is sealed in a row. Readers of every released one stay (SPEC D6). */
export type Format = 1;
export const FORMAT: Format = 1;

interface FormatRow extends Sealed {
  readonly format: Format;
}

/** Whose rows these are: a source, and how long it may be kept. */
interface OfSource {
  readonly source: string;
  readonly kept: Kept;
}

export interface HomeRow extends FormatRow, OfSource {
  readonly h: string;
}
export interface MemberRow extends FormatRow {
  readonly h: string;
  readonly p: string;
  /** The place in the roster. */
  readonly at: number;
}
export interface KeyRow extends OfSource {
  readonly p: string;
  /** The generation of the wrapping key. */
  readonly generation: Wrapping['generation'];
  /** `null`: purged, and not to be kept again until a pull brings it. */
  readonly wrapped: Bytes | null;
}
export interface CardRow extends FormatRow {
  readonly h: string;
  readonly p: string;
}
/** At most 128 resources. */
export interface PackRow extends FormatRow {
  readonly p: string;
  readonly b: number;
  readonly n: number;
}
/** One resource that changed since its pack was written. */
export interface DeltaRow extends FormatRow {
  readonly p: string;
  readonly b: number;
  readonly k: string;
}
/** The versions of one resident's resources with the tombstones, and how far each kind was read. */
export interface VerRow extends FormatRow {
  readonly p: string;
  /** For each bucket. */
  readonly buckets: readonly Bucket[];
  /** Milliseconds by the device's clock. Decides what goes first when the disk is full. */
  readonly usedAt: number;
}
export interface Bucket {
  readonly deltas: number;
  readonly packs: readonly (readonly [n: number, count: number])[];
}
export interface OutboxRow extends FormatRow {
  readonly n: number;
  /** Its own intent first, then those that were joined into it. */
  readonly intents: readonly string[];
  readonly lane: string;
  readonly state: OutboxState;
  readonly notBefore: number;
  readonly attempts: number;
  readonly epoch: number;
  readonly isEscalation: boolean;
  /** Whether the home's key opens it. */
  readonly isOfHome: boolean;
  /** Grows with each change of this row. */
  readonly revision: number;
  /**
   * What was learnt of it while records were locked, such as a refusal that was on its way. It lies under the home's key
   * until the row is sealed anew.
   */
  readonly news?: Sealed;
}
export interface AckRow extends FormatRow {
  readonly intent: string;
  readonly intents: readonly string[];
  readonly lane: string;
  readonly at: string;
  /** What was accepted. A purge of the resident takes it away. */
  readonly detail: (Sealed & { readonly isOfHome: boolean }) | null;
}
export interface CheckpointRow extends FormatRow, OfSource {
  readonly h: string;
  readonly c: string;
}
export interface DraftRow extends FormatRow {
  readonly r: string;
  readonly f: string;
  readonly revision: string;
}
export interface QuarantineRow {
  readonly store: string;
  readonly reason: 'does-not-open' | 'key-lost';
  readonly at: string;
  readonly row: unknown;
}
export interface LogRow extends FormatRow {
  readonly kind: 'discard' | 'joined';
  readonly at: string;
  readonly intents: readonly string[];
}
