import type { NEWS2_PARTS } from '../instruments/news2/news2-part.ts';
import type { Author } from '../recorded.ts';
import type { CivilDate } from '../time/types.ts';

/** The parts of NEWS2, as the instrument names them. */
export type News2PartName = (typeof NEWS2_PARTS)[number];

/** What a clinician sets for one resident. The newest one of each kind counts, and earlier ones stay in the record. */
export type ClinicalSetting =
  /** What NEWS2 is when the resident is as usual: the points of each part, and on which SpO2 scale. */
  | {
      readonly kind: 'usual-news2';
      readonly parts: Readonly<Record<News2PartName, number>>;
      readonly scale: 1 | 2;
      readonly words: string;
    }
  /** The target of oxygen saturation in %. It decides the SpO2 scale. `words`: on what the decision rests. */
  | { readonly kind: 'spo2-target'; readonly low: number; readonly high: number; readonly words: string }
  /**
   * Whether the resident is in the last days of life, or how care differs from the home's usual steps. Words name no rung of the
   * ladder, so a variation lowers none by itself (escalation SPEC R8).
   */
  | {
      readonly kind: 'last-days' | 'variation';
      readonly state: 'set' | 'ended';
      readonly words: string;
      /** Of a variation that is set for a time: its last day. Absent: it has no end yet. */
      readonly until?: CivilDate;
    };

/** One press by which a clinician sets something. It counts from the moment of the press. */
export interface ClinicalSettingIntent {
  readonly kind: 'clinical-setting';
  readonly set: ClinicalSetting;
  readonly by: Author;
  /**
   * The ids of the facts of this kind that stood on screen at the press. They are over, whatever the clocks of the PCs say: an end of
   * the last days that a slow clock dates before their beginning would end nothing (session SPEC C7). Absent: the clocks decide.
   */
  readonly ends?: readonly string[];
}
