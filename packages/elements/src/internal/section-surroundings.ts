import { SECTION_ORDER, undisputedIn } from '@ehch/clinical';
import { plainLines } from '@ehch/clinical/display';
import type {
  AgreedLimits,
  Identity,
  MatterRecord,
  PlaceConfiguration,
  Recorded,
  ResidentView,
  Section,
  SectionName,
} from '@ehch/clinical';
import type { CivilDate, Instant } from '@ehch/clinical/time';

import type { CommonRecord } from './common-record.ts';
import { isFutureDated } from './future-dated.ts';

/** What a section needs to know of its surroundings to be rendered. */
export interface SectionSurroundings {
  readonly view: ResidentView;
  readonly now: Instant;
  readonly today: CivilDate;
  readonly place: PlaceConfiguration | null;
  /** Of the sections' headings. */
  readonly level: number;
  readonly compact: boolean;
  /** Sections that a person opened. */
  readonly opened: ReadonlySet<SectionName>;
  readonly died: boolean;
  /** An undisputed plan for the last days of life. */
  readonly lastDays: Recorded | null;
  /** Whether a body tells all that is known, or one side of records that disagree. */
  readonly scope: 'whole' | 'side';
  /** One state of nearly all of the record is told once, below: no section explains it again. */
  readonly wholeRecord?: boolean;
  /** What the facts of the section share, said once at its head. */
  readonly common?: CommonRecord;
}

/** The record with a failed section in the place of each that is missing: what is not there must not read as none. */
export function withAllSections<R extends Pick<MatterRecord, 'sections'>>(record: R, now: Instant): R {
  const known = WHOLE.get(record);
  if (known !== undefined) return known as R;
  const missing = { state: 'failed', error: { code: 'malformed' }, at: now } as const;
  const given: Partial<ResidentView['sections']> | undefined = record.sections;
  const all = Object.fromEntries(SECTION_ORDER.map((name) => [name, given?.[name] ?? missing]));
  const whole = { ...record, sections: { ...record.sections, ...all } };
  WHOLE.set(record, whole);
  return whole;
}

/** A record is a value: it is made whole once, and is the same one to whoever compares it. */
const WHOLE = new WeakMap<object, object>();

/** The person the record speaks of, when it speaks of one and with one voice. */
export function undisputed(section: Section<Identity>): Identity | null {
  return section.state === 'known' && section.content.kind === 'recorded' ? section.content.value : null;
}

export function hasDied(view: ResidentView): boolean {
  return undisputed(view.sections.identity)?.death.state === 'died';
}

/** Only a plan for the last days that has begun and that no record disputes silences the scores. */
export function lastDaysOf(view: ResidentView): AgreedLimits['lastDays'] {
  const plan = undisputedIn(view, 'limits')?.lastDays ?? null;
  return plan === null || isFutureDated(plan) ? null : plan;
}

/**
 * The view as it is rendered. What came from its own source needs no word on every line: the footer names it, and others keep
 * theirs. Every text is plain from here on, wherever it is drawn and whoever made the view; its line breaks stay.
 */
export function asPlainView(view: ResidentView): ResidentView {
  return JSON.parse(
    JSON.stringify(view, (key, value: unknown) =>
      typeof value !== 'string'
        ? value
        : key === 'label' && value === view.sourceLabel
          ? ''
          : plainLines(value),
    ),
  ) as ResidentView;
}
