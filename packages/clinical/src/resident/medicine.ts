import type { Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

/** A medicine as listed. It is not evidence that a dose was given. */
export interface Medicine extends Recorded {
  /** The generic name, if the record has one. Shown in lower case and bold. */
  readonly generic: string | null;
  /** Brand name, shown upper case after the generic. */
  readonly brand: string | null;
  /** "modified-release tablet". */
  readonly form: string | null;
  /** The ingredients, if the name does not say them: "amlodipine 5 mg per tablet", "lactose, not active". */
  readonly contents?: readonly string[];
  /** The dose as a quantity, when it is structured. */
  readonly dose: { readonly value: number; readonly unit: string } | null;
  readonly route: string | null;
  /** "three times a day", or the whole instruction as text. Line breaks are kept, because they give an order. */
  readonly instructions: string | null;
  readonly use: 'regular' | 'as-required' | 'not-stated';
  readonly status: MedicineStatus;
  readonly started: PartialDate | null;
  readonly stopped: PartialDate | null;
  /** Why it is taken. */
  readonly indication: string | null;
  /** Why it was stopped or held. */
  readonly statusReason: string | null;
  /** Whether the record is an instruction not to give the medicine, in force or not. */
  readonly prohibits?: true;
  /** The authority to issue it again, if the record has one. */
  readonly repeat?: MedicineRepeat;
  /** What else the record says: "short course", "prescribed in hospital", "to be given by a nurse". */
  readonly remarks?: readonly string[];
  /** The high-risk classes that the name belongs to. An empty list is never "low risk". */
  readonly highRisk: readonly HighRiskClass[];
  /**
   * Other records of the same product, strength, form and dose that this line represents, such as the issues of a
   * repeat. Each is whole, so that a reader can open the line.
   */
  readonly joined?: readonly Medicine[];
}

/**
 * How a medicine stands on the day of the view. "Not stated" is unknown: nobody may read "in use" or "stopped" into it.
 */
export type MedicineStatus =
  | 'in-use'
  /** An instruction in force that the resident must not have it. */
  | 'not-to-be-given'
  /** The record calls it active, but its end date has passed. */
  | 'past-its-end'
  | 'on-hold'
  | 'stopped'
  /** A prescription that was carried out. It does not say whether the resident still takes the medicine. */
  | 'completed'
  /** Planned, or to start after today. */
  | 'intended'
  | 'not-stated';

/** A repeat prescription: how often it was and may be issued, and its review date. */
export interface MedicineRepeat {
  readonly issued: number | null;
  readonly allowed: number | null;
  /** The day by which a prescriber must review it with the resident. */
  readonly reviewBy: PartialDate | null;
}

/**
 * [P] A class of medicines of which a missed, wrong or refused dose is a sign to act on. The kit finds it by ingredient
 * and brand, so a medicine without a class is not therefore safe.
 */
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

/** The medicines of the record. It is what was ordered or stated, and not what was given. */
export interface MedicineList {
  readonly medicines: readonly Medicine[];
  /** The day the list was last reviewed, when recorded. */
  readonly reviewed: (Recorded & { readonly text: string }) | null;
}
