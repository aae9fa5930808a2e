import type {
  AboutMe,
  AboutMeEntry,
  AgreedLimits,
  CareEvent,
  CfsEntry,
  FormAnswer,
  Frailty,
  FrailtyIndexEntry,
  FunctionStory,
  LimitsDecision,
  Medicine,
  MedicineList,
  NamedMeasurement,
  News2Story,
  PlanSummary,
  Recorded,
  ResidentSections,
  ResidentView,
  Section,
  SectionName,
  Spo2Target,
  Wish,
} from '@ehch/clinical';
import type { SayableScore } from '@ehch/clinical/assessment';
import type { PlanClockInput } from '@ehch/clinical/rules';
import type { Instant, PartialDate } from '@ehch/clinical/time';
import type { Dosage } from './readers/r4/dosage.ts';

/**
 * A view as the record gives it, before anything is computed from it: scores, bands and the words of a dosage are still
 * their parts. `completeView` computes the rest.
 */
export interface RecordedView extends Omit<ResidentView, 'sections'> {
  readonly sections: { readonly [N in SectionName]: Section<RecordedSections[N]> };
}

export interface RecordedSections extends Omit<
  ResidentSections,
  'limits' | 'aboutMe' | 'frailty' | 'news2' | 'function' | 'scores' | 'medicines' | 'events' | 'plan'
> {
  readonly limits: RecordedLimits;
  readonly aboutMe: RecordedAboutMe;
  readonly frailty: RecordedFrailty;
  readonly function: RecordedFunction;
  readonly news2: RecordedNews2Story;
  readonly scores: readonly RecordedScore[];
  readonly medicines: RecordedMedicineList;
  readonly events: readonly RecordedEvent[];
  readonly plan: RecordedPlan;
}

/** Words, with the numbers and dates among them still to be written as the display rules have it. */
export type RecordedText = string | readonly TextPart[];

export type TextPart = string | QuantityPart | { readonly date: PartialDate };

export interface QuantityPart {
  readonly value: number;
  /** Empty where there is none. */
  readonly unit: string;
  /** The value is only a limit: `<`, `>=`. */
  readonly comparator?: string;
}

/** A fact whose words are not written yet. */
export type Unwritten<T extends { readonly text: string }> = Omit<T, 'text'> & {
  readonly text: RecordedText;
};

export interface RecordedLimits extends Omit<AgreedLimits, 'decisions' | 'wishes'> {
  readonly wishes: readonly Unwritten<Wish>[];
  readonly decisions: readonly Unwritten<LimitsDecision>[];
}

export interface RecordedAboutMe extends Omit<AboutMe, 'entries'> {
  readonly entries: readonly Unwritten<AboutMeEntry>[];
}

export interface RecordedEvent extends Omit<CareEvent, 'answers'> {
  readonly answers?: readonly RecordedAnswer[];
}

export type RecordedAnswer = Omit<FormAnswer, 'answer'> & { readonly answer: RecordedText | null };

export interface RecordedFunction extends Omit<FunctionStory, 'statements'> {
  readonly statements: readonly Unwritten<FunctionStory['statements'][number]>[];
}

export interface RecordedFrailty extends Pick<Frailty, 'notMeasured'> {
  readonly statements: readonly Unwritten<Frailty['statements'][number]>[];
  readonly cfs: readonly RecordedCfs[];
  readonly indices: readonly RecordedFrailtyIndex[];
  /** For her age at each assessment. */
  readonly born: PartialDate | null;
  /** The day in London, for an assessment without a day. */
  readonly today: string;
}

/** A score that was written by this product, as far as words are made of it. */
export interface RecordedScore extends Recorded, SayableScore {
  readonly instrument: string;
  readonly title: string;
}

/** `level` is one of the scale's nine: anything else is no level, and was refused. */
export interface RecordedCfs extends Omit<CfsEntry, 'group' | 'warnings'> {
  /** What whoever judged it said limits it. */
  readonly flags: readonly string[];
}

export interface RecordedFrailtyIndex extends Omit<FrailtyIndexEntry, 'band' | 'roundedSource'> {
  readonly value: number;
  /** As our own writer left them: the band of an index that is banded by its printed value, and that it came rounded. */
  readonly marked: { readonly band: FrailtyIndexEntry['band']; readonly roundedSource: boolean } | null;
}

export interface RecordedNews2Story extends Omit<News2Story, 'scores' | 'observations' | 'results'> {
  readonly results: readonly Unwritten<NamedMeasurement>[];
  readonly scores: readonly RecordedNews2[];
  readonly observations: readonly RecordedVital[];
  /** Targets of oxygen saturation before the one that holds, newest first: each set goes by that of its day. */
  readonly earlierTargets?: readonly Pick<Spo2Target, 'on' | 'scale'>[];
}

/** The raw parts that could be read for certain, in the units of the instrument. */
export interface News2Parts {
  readonly rr?: number;
  readonly spo2?: number;
  /** Whether she was on oxygen. */
  readonly oxygen?: boolean;
  readonly sbp?: number;
  readonly pulse?: number;
  readonly acvpu?: Acvpu;
  readonly temp?: number;
}

/** The latest reading of one vital sign. */
export interface RecordedVital extends Recorded {
  readonly sign: VitalSign;
  /** Empty where the reading makes no part of a score. */
  readonly parts: VitalParts;
  /** What stands in its place then. */
  readonly said: RecordedText | null;
  /** Why a part of it has no value: of a blood pressure, the upper or the lower number. */
  readonly absent: { readonly [P in 'sbp' | 'dbp']?: string };
  /** How she was when it was measured, where the record says so: "standing". */
  readonly position?: string;
}

export interface VitalParts extends News2Parts {
  readonly dbp?: number;
  readonly usualSpo2?: number;
}

export type VitalSign = Exclude<keyof VitalParts, 'dbp'>;

export type Acvpu = 'A' | 'C' | 'V' | 'P' | 'U';

/** One NEWS2 set: its raw parts, and what its sender made of them. */
export interface RecordedNews2 extends Recorded {
  readonly parts: News2Parts;
  readonly times: Readonly<Record<string, Instant>>;
  readonly born: PartialDate | null;
  /** `null`: nobody added this set up. */
  readonly sent: SentNews2 | null;
}

/** What the sender of a NEWS2 total says: the total and the sub-scores, never the raw parts. */
export interface SentNews2 {
  readonly total: number | null;
  readonly subscores: Readonly<Record<string, number>>;
  /** The SpO2 scale that was used; `null` when not told, or when both scales are there. */
  readonly scale: 1 | 2 | null;
  /** What our own writer left beside the total: `scale-1-assumed`. */
  readonly flags?: readonly string[];
  /** Sub-scores of both SpO2 scales, of which only one can have been used. */
  readonly bothScales: boolean;
}

export interface RecordedMedicineList extends Omit<MedicineList, 'medicines'> {
  readonly medicines: readonly RecordedMedicine[];
}

export interface RecordedMedicine extends Omit<
  Medicine,
  'dose' | 'route' | 'instructions' | 'use' | 'highRisk' | 'joined'
> {
  readonly dosage: readonly Dosage[];
  readonly joined?: readonly RecordedMedicine[];
}

export interface RecordedPlan extends Omit<PlanSummary, 'clock'> {
  /** `null`: nothing starts a clock. */
  readonly clock: PlanClockInput | null;
}
