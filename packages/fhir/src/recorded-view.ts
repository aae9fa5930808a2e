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
 * A view as the record states it, before anything is computed. Scores, bands and the words of a dosage are
 * still in parts. `completeView` computes the rest.
 */
export interface RecordedView extends Omit<ResidentView, 'sections' | 'glance' | 'scoreNotices'> {
  readonly sections: { readonly [N in SectionName]: Section<RecordedSections[N]> };
}

/** The sections whose content `completeView` still has to compute or put in words. */
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

/** Words whose numbers and dates are still to be written by the display rules. */
export type RecordedText = string | readonly TextPart[];

/** One part of such words: plain text, a quantity or a date. */
export type TextPart = string | QuantityPart | { readonly date: PartialDate };

/** A number with its unit, not yet in words. */
export interface QuantityPart {
  readonly value: number;
  /** Empty where no unit is recorded. */
  readonly unit: string;
  /** Present where the value is only a limit: `<`, `>=`. */
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
  /** For the resident's age at each assessment. */
  readonly born: PartialDate | null;
  /** Today in London, for an assessment that has no date. */
  readonly today: string;
}

/** A score that this product wrote, as far as its wording needs it. */
export interface RecordedScore extends Recorded, SayableScore {
  readonly instrument: string;
  readonly title: string;
}

/** `level` is 1 to 9. Any other number is not a level and was refused. */
export interface RecordedCfs extends Omit<CfsEntry, 'group' | 'warnings'> {
  /** What limits the score, as the assessor stated. */
  readonly flags: readonly string[];
}

export interface RecordedFrailtyIndex extends Omit<FrailtyIndexEntry, 'band' | 'roundedSource'> {
  readonly value: number;
  /**
   * What this product's own writer recorded: the band, where the printed value decides it, and whether the
   * index arrived rounded. `null`: this product did not write it.
   */
  readonly marked: { readonly band: FrailtyIndexEntry['band']; readonly roundedSource: boolean } | null;
}

/** The NEWS2 section before any set is scored. */
export interface RecordedNews2Story extends Omit<News2Story, 'scores' | 'observations' | 'results'> {
  readonly results: readonly Unwritten<NamedMeasurement>[];
  readonly scores: readonly RecordedNews2[];
  readonly observations: readonly RecordedVital[];
  /** Which scale each target for oxygen saturation asks for. Each NEWS2 set uses the target of its own day. */
  readonly askedScales?: readonly AskedScale[];
}

/** The scale that one target for oxygen saturation asks for. */
export interface AskedScale extends Pick<Spo2Target, 'on' | 'scale'> {
  /** Whether nothing puts the target in doubt. */
  readonly isFirm: boolean;
}

/** The raw parts that could be read with certainty, in the units of NEWS2. */
export interface News2Parts {
  readonly rr?: number;
  readonly spo2?: number;
  /** Whether the resident was on oxygen. */
  readonly oxygen?: boolean;
  readonly sbp?: number;
  readonly pulse?: number;
  readonly acvpu?: Acvpu;
  readonly temp?: number;
}

/** The latest reading of one vital sign. */
export interface RecordedVital extends Recorded {
  readonly sign: VitalSign;
  /** Empty where the reading cannot be part of a score. */
  readonly parts: VitalParts;
  /** The reading in words, where it cannot be part of a score. */
  readonly said: RecordedText | null;
  /** Why a part has no value: for a blood pressure, the systolic or the diastolic number. */
  readonly absent: { readonly [P in 'sbp' | 'dbp']?: string };
  /** The resident's position at the measurement, where recorded: "standing". */
  readonly position?: string;
}

/** The parts of NEWS2, and two readings that are shown beside them and never scored. */
export interface VitalParts extends News2Parts {
  readonly dbp?: number;
  readonly usualSpo2?: number;
}

/** The diastolic pressure is shown with the systolic, so it is no sign of its own. */
export type VitalSign = Exclude<keyof VitalParts, 'dbp'>;

/** The level of consciousness: alert, new confusion, voice, pain, unresponsive. */
export type Acvpu = 'A' | 'C' | 'V' | 'P' | 'U';

/** One NEWS2 set: its raw parts, and the score that its sender gave. */
export interface RecordedNews2 extends Recorded {
  readonly parts: News2Parts;
  /** When each part was measured. */
  readonly times: Readonly<Record<string, Instant>>;
  readonly born: PartialDate | null;
  /** The sender's score. `null`: nobody scored this set. */
  readonly sent: SentNews2 | null;
}

/** What the sender of a NEWS2 score states: the total and the sub-scores, never the raw parts. */
export interface SentNews2 {
  readonly total: number | null;
  readonly subscores: Readonly<Record<string, number>>;
  /** The SpO2 scale that the sender used. `null`: not stated, or both scales are present. */
  readonly scale: 1 | 2 | null;
  /** What this product's own writer recorded beside the total: `scale-1-assumed`. */
  readonly flags?: readonly string[];
  /** Sub-scores of both SpO2 scales are present, and only one of them can have been used. */
  readonly bothScales: boolean;
}

/** The medicines before their dosages are put into words and sorted. */
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

/** The care plan with the input of its review clock. */
export interface RecordedPlan extends Omit<PlanSummary, 'clock'> {
  /** `null`: nothing starts the review clock. */
  readonly clock: PlanClockInput | null;
}
