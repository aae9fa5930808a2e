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
  /** What is in it, where its name does not say so: "amlodipine 5 mg per tablet", "lactose, not active". */
  readonly contents?: readonly string[];
  /** The dose as a quantity, when it is structured. */
  readonly dose: { readonly value: number; readonly unit: string } | null;
  readonly route: string | null;
  /** "three times a day", or the whole instruction as text. Line breaks are kept: they stand for an order. */
  readonly instructions: string | null;
  readonly use: 'regular' | 'as-required' | 'not-stated';
  readonly status: MedicineStatus;
  readonly started: PartialDate | null;
  readonly stopped: PartialDate | null;
  /** Why it is taken. */
  readonly indication: string | null;
  /** Why it was stopped or held. */
  readonly statusReason: string | null;
  /** The record is an instruction not to give it, in force or not. */
  readonly prohibits?: true;
  /** The authority to issue it again, where the record has one. */
  readonly repeat?: MedicineRepeat;
  /** What else the record says of it, in words: "short course", "prescribed in hospital", "to be given by a nurse". */
  readonly remarks?: readonly string[];
  /** The classes of its name whose mistakes do most harm. None of them is never "low risk". */
  readonly highRisk: readonly HighRiskClass[];
  /**
   * Other records of the same product, strength, form and dose that this line stands for, such as the issues of a repeat.
   * Each is whole, so that the line can be opened.
   */
  readonly joined?: readonly Medicine[];
}

export type MedicineStatus =
  | 'in-use'
  /** An instruction, in force, that she must not have it. */
  | 'not-to-be-given'
  /** The record calls it active, and the end that it gives has passed. */
  | 'past-its-end'
  | 'on-hold'
  | 'stopped'
  /** A prescription that was carried out. Whether she still takes the medicine, it does not say. */
  | 'completed'
  /** Planned, or to start after today. */
  | 'intended'
  | 'not-stated';

/** A repeat: how often it was and may be issued, and when it is to be reviewed. */
export interface MedicineRepeat {
  readonly issued: number | null;
  readonly allowed: number | null;
  /** The day by which a prescriber must review it with her. */
  readonly reviewBy: PartialDate | null;
}

export type HighRiskClass =
  | 'anticoagulant'
  | 'insulin'
  | 'sulfonylurea'
  | 'opioid'
  | 'midazolam'
  | 'parkinsons'
  | 'epilepsy'
  | 'steroid'
  | 'thickener'
  | 'narrow-range';

export interface MedicineList {
  readonly medicines: readonly Medicine[];
  /** The day the list was last reviewed, when recorded. */
  readonly reviewed: (Recorded & { readonly text: string }) | null;
}
