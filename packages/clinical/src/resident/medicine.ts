import type { Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

/** A medicine as a list says it. It is not evidence that a dose was given. */
export interface Medicine extends Recorded {
  /** Generic name where the record has one. Shown lower case and bold. */
  readonly generic: string | null;
  /** Brand name, shown upper case after the generic. */
  readonly brand: string | null;
  /** "modified-release tablet". */
  readonly form: string | null;
  /** The dose as a quantity, when it is structured. */
  readonly dose: { readonly value: number; readonly unit: string } | null;
  readonly route: string | null;
  /** "three times a day", or the whole instruction as text when it is not structured. */
  readonly instructions: string | null;
  readonly use: 'regular' | 'as-required' | 'not-stated';
  readonly status: 'in-use' | 'on-hold' | 'stopped' | 'intended' | 'not-stated';
  readonly started: PartialDate | null;
  readonly stopped: PartialDate | null;
  /** Why it is taken. */
  readonly indication: string | null;
  /** Why it was stopped or held. */
  readonly statusReason: string | null;
  readonly highRisk: readonly HighRiskClass[];
}

export type HighRiskClass =
  'anticoagulant' | 'insulin' | 'opioid' | 'parkinsons' | 'epilepsy' | 'steroid' | 'narrow-range';

export interface MedicineList {
  readonly medicines: readonly Medicine[];
  /** The day the list was last reviewed, when recorded. */
  readonly reviewed: (Recorded & { readonly text: string }) | null;
}
