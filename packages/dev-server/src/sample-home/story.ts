import type { MedicineName } from './catalogue/medicines.ts';
import type { ProblemName } from './catalogue/problems.ts';

/** Days before the day of the demo. A negative number is in the future. */
export type DaysAgo = number;

/**
 * The story of a resident, from which the builders make resources. An absent part makes no resource, which is how "not
 * recorded" looks on a server.
 */
export interface Story {
  /** Unique in the home. It never leaves this package; ids are hashes of it. */
  readonly key: string;
  readonly family: string;
  readonly given: readonly string[];
  readonly title: string;
  readonly preferred?: string;
  readonly maiden?: string;
  /** A FHIR date, which may be partial. */
  readonly born: string;
  readonly gender: 'female' | 'male';
  readonly number: NumberStory;
  /** UK Core ethnic category, England. */
  readonly ethnicity?: string;
  readonly languages?: readonly LanguageStory[];
  readonly practice?: 'usual' | 'other';
  readonly stay: StayStory;
  readonly died?: DaysAgo;
  readonly problems?: readonly ProblemStory[];
  readonly allergies?: readonly AllergyStory[] | { readonly noneKnown: 'drug' | 'any'; readonly on: DaysAgo };
  /** A medicine given by name only is taken as the catalogue says. */
  readonly medicines?: readonly (MedicineName | MedicineStory)[];
  /** Repeats that are exported as authorisation and issues, and are on no other list. */
  readonly repeats?: readonly RepeatStory[];
  readonly frailty?: { readonly cfs?: number; readonly on: DaysAgo; readonly efiDeficits?: number };
  readonly vitals?: VitalsStory;
  readonly weight?: WeightStory;
  readonly results?: readonly ResultStory[];
  readonly swallowing?: SwallowingStory;
  readonly mobility?: readonly MobilityStory[];
  readonly needs?: NeedsStory;
  readonly limits?: LimitsStory;
  readonly flags?: readonly FlagStory[];
  readonly objectsToSharing?: DaysAgo;
  readonly aboutMe?: Readonly<Partial<Record<AboutMePart, string>>>;
  readonly people?: readonly PersonStory[];
  readonly plan?: PlanStory;
  readonly events?: readonly EventStory[];
  readonly vaccines?: readonly VaccineStory[];
  readonly open?: readonly OpenStory[];
}

export type NumberStory =
  | { readonly nhs: number; readonly status?: '01' | '02' | '03' }
  | { readonly unavailable: 'nhs-number-not-known' }
  | { readonly chi: string };

export interface LanguageStory {
  readonly name: 'English' | 'English and Makaton signs' | 'Gujarati' | 'Hungarian' | 'Urdu' | 'Welsh';
  readonly preferred?: boolean;
  readonly interpreter?: boolean;
}

interface StayStory {
  readonly room: string;
  readonly since: DaysAgo;
  readonly kind?: 'permanent' | 'respite';
  /** In hospital now. */
  readonly inHospital?: { readonly since: DaysAgo; readonly why: string };
  /** Back from hospital. */
  readonly back?: { readonly away: DaysAgo; readonly on: DaysAgo; readonly at: string; readonly why: string };
}

interface ProblemStory {
  readonly name: ProblemName;
  /** A FHIR date for distant events; days for events of these weeks. */
  readonly since?: string | DaysAgo;
  readonly status?: 'active' | 'resolved' | 'inactive';
  readonly ended?: string;
  readonly note?: string;
}

export interface AllergyStory {
  readonly substance: 'penicillin' | 'aspirin' | 'peanut' | 'trimethoprim' | 'latex' | 'codeine';
  readonly kind?: 'allergy' | 'intolerance';
  readonly criticality?: 'low' | 'high';
  readonly reaction?: string;
  readonly severity?: 'mild' | 'moderate' | 'severe';
  readonly recorded: string | DaysAgo;
  readonly note?: string;
}

export interface MedicineStory {
  readonly name: MedicineName;
  /** How the medicine is taken, in words, if it differs from the catalogue. */
  readonly take?: string;
  readonly since?: DaysAgo;
  readonly status?: 'active' | 'on-hold' | 'stopped';
  readonly stopped?: DaysAgo;
  readonly reason?: string;
  readonly for?: string;
  readonly note?: string;
}

export interface RepeatStory {
  readonly name: MedicineName;
  readonly since: DaysAgo;
  readonly issued: readonly DaysAgo[];
  readonly note?: string;
}

export interface VitalsStory {
  readonly rr: number;
  readonly spo2: number;
  readonly sbp: number;
  readonly dbp: number;
  readonly pulse: number;
  readonly temp: number;
  readonly oxygen?: true;
  /** The target saturation that a specialist set, in per cent. It is not a reading. */
  readonly target?: { readonly low: number; readonly high: number; readonly on: DaysAgo };
  /** Scale 2, if a clinician set and recorded it. */
  readonly scale?: 2;
  /** The usual NEWS2 that a clinician set. */
  readonly usual?: { readonly total: number; readonly on: DaysAgo };
  /** Sets that differ from the usual ones. `null` means that the part was not taken. */
  readonly unwell?: readonly ({ readonly ago: DaysAgo; readonly at: string } & Partial<VitalsReading>)[];
  /** The day from which no more sets are taken. */
  readonly stoppedAt?: DaysAgo;
}

export interface VitalsReading {
  readonly rr: number | null;
  readonly spo2: number | null;
  readonly sbp: number | null;
  readonly dbp: number | null;
  readonly pulse: number | null;
  readonly temp: number | null;
  readonly oxygen: boolean | null;
  readonly acvpu: 'A' | 'C' | 'V' | 'P' | 'U' | null;
}

interface WeightStory {
  readonly now: number;
  readonly before: number;
  readonly height: number;
  /** How the last weight was taken. */
  readonly note?: string;
  /** A weighing that was offered and refused, with the resident's words. */
  readonly declined?: { readonly on: DaysAgo; readonly words: string };
  /** A weight that somebody entered under a wrong date, in the future. */
  readonly slip?: { readonly kg: number; readonly on: DaysAgo };
}

export interface ResultStory {
  readonly test: 'egfr' | 'haemoglobin';
  readonly value: number;
  readonly on: DaysAgo;
  readonly note?: string;
}

interface SwallowingStory {
  /** IDDSI levels, by number only. */
  readonly drinks: number;
  readonly food: number;
  readonly help: string;
  readonly on: DaysAgo;
}

export interface MobilityStory {
  readonly item: 'roll-over' | 'sit-up' | 'transfer' | 'four-steps';
  readonly help: 'dependent' | 'substantial' | 'partial' | 'not-attempted';
  readonly on: DaysAgo;
}

interface NeedsStory {
  /** Barthel totals, version 0–20, newest first. */
  readonly barthel?: readonly {
    readonly total: number;
    readonly on: DaysAgo;
    readonly version?: '0-20' | null;
  }[];
  /** Help to move, in words. Absent if the resident walks alone. */
  readonly moving?: string;
  /** Continence, in words. Absent if the resident is continent. */
  readonly continence?: string;
}

interface LimitsStory {
  /** What the resident wants, in one short sentence. */
  readonly wish?: { readonly words: string; readonly on: DaysAgo };
  /** CPR recommendations in force. Two different ones are two records that disagree. */
  readonly cpr?: readonly {
    readonly decision: 'attempt' | 'do-not-attempt';
    readonly on: DaysAgo;
    readonly by: 'gp' | 'hospital';
  }[];
  readonly respect?: { readonly on: DaysAgo; readonly original: string; readonly superseded?: true };
  readonly refusal?: {
    readonly words: string;
    /** Exceptions from the refusal. Each becomes a provision inside it. */
    readonly except?: readonly string[];
    readonly on: DaysAgo;
    readonly original: string;
  };
  readonly preferredPlace?: { readonly of: 'care' | 'death'; readonly words: string; readonly on: DaysAgo };
  readonly lastDays?: { readonly words: string; readonly on: DaysAgo };
}

export interface FlagStory {
  readonly kind: 'reasonable-adjustment' | 'deprivation-of-liberty' | 'infection' | 'safeguarding';
  readonly words: string;
  readonly on: DaysAgo;
  readonly until?: DaysAgo;
}

export type AboutMePart =
  'what-matters' | 'people' | 'communication' | 'wellness' | 'please-do' | 'support' | 'also-know';

export interface PersonStory {
  readonly given: string;
  readonly family: string;
  readonly relation: string;
  /** The last three digits of a number in Ofcom's range for drama, 01632 960. */
  readonly phone?: string;
  readonly roles?: readonly ('next-of-kin' | 'attorney-health' | 'attorney-property' | 'first-contact')[];
}

interface PlanStory {
  readonly on: DaysAgo;
  readonly reviewIn: number;
  readonly status?: 'active' | 'draft';
  readonly goals: readonly {
    readonly words: string;
    readonly status?: 'active' | 'completed' | 'proposed';
  }[];
  readonly actions: readonly { readonly words: string; readonly owner: StaffName; readonly dueIn: number }[];
}

type StaffName = 'gp' | 'nurse' | 'manager' | 'pharmacist' | 'carer' | 'physio' | 'dietitian' | 'therapist';

export interface EventStory {
  readonly kind: 'fall' | 'visit' | 'hospital-stay' | 'phone' | 'medication-review';
  readonly ago: DaysAgo;
  readonly until?: DaysAgo;
  readonly words: string;
  /** The event was planned and did not happen. */
  readonly cancelled?: true;
}

interface VaccineStory {
  readonly name: string;
  readonly ago: DaysAgo;
  readonly declined?: string;
}

export type OpenStory =
  | {
      readonly kind: 'worry';
      readonly ago: DaysAgo;
      readonly at: string;
      readonly words: string;
      readonly answer?: { readonly at: string; readonly words: string };
      readonly seen?: string;
    }
  | {
      readonly kind: 'action';
      readonly ago: DaysAgo;
      readonly words: string;
      readonly owner: StaffName;
      readonly dueIn: number;
    }
  | { readonly kind: 'message'; readonly ago: DaysAgo; readonly at: string; readonly words: string };
