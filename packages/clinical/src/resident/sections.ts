import type { AboutMe } from './about-me.ts';
import type { Alert } from './alert.ts';
import type { Allergy } from './allergy.ts';
import type { CareEvent } from './care-event.ts';
import type { Frailty } from './frailty.ts';
import type { Identity } from './identity.ts';
import type { AgreedLimits } from './limits.ts';
import type { FunctionStory, News2Story, WeightStory } from './measurements.ts';
import type { MedicineList } from './medicine.ts';
import type { OpenMatter } from './open-matter.ts';
import type { People } from './people.ts';
import type { PlanSummary } from './plan.ts';
import type { Problem } from './problem.ts';
import type { ScoreEntry } from './score-entry.ts';

/** The sections of a resident's view, in their fixed reading order. */
export interface ResidentSections {
  readonly identity: Identity;
  readonly limits: AgreedLimits;
  readonly allergies: readonly Allergy[];
  readonly open: readonly OpenMatter[];
  readonly alerts: readonly Alert[];
  readonly aboutMe: AboutMe;
  readonly frailty: Frailty;
  readonly news2: News2Story;
  readonly weight: WeightStory;
  readonly function: FunctionStory;
  /** Scores of instruments that have no section of their own, newest first. */
  readonly scores: readonly ScoreEntry[];
  readonly medicines: MedicineList;
  readonly problems: readonly Problem[];
  readonly events: readonly CareEvent[];
  readonly people: People;
  readonly plan: PlanSummary;
}

/** The name of a section of a view, as in `refresh(resident, section)`. */
export type SectionName = keyof ResidentSections;

/** The order on screen, in print and in the accessibility tree. */
export const SECTION_ORDER = [
  'identity',
  'limits',
  'allergies',
  'open',
  'alerts',
  'aboutMe',
  'frailty',
  'news2',
  'weight',
  'function',
  'scores',
  'medicines',
  'problems',
  'events',
  'people',
  'plan',
] as const satisfies readonly SectionName[];

/** The sections that come on screen before any other: identity, agreed limits and allergies. */
export const LEADING_SECTIONS: readonly SectionName[] = ['identity', 'limits', 'allergies'];
