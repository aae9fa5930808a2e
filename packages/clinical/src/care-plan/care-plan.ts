import type { AboutMe } from '../resident/about-me.ts';
import type { ResidentId } from '../resident/identity.ts';
import type { AgreedLimits, OriginalSeen } from '../resident/limits.ts';
import type { Contact } from '../resident/people.ts';
import type { CarePlanEntry, GoalEntry } from '../resident/plan.ts';
import type { Recorded } from '../recorded.ts';
import type { Section } from '../section.ts';
import type { PartialDate } from '../time/types.ts';
import type { ClockInWords } from './clock-in-words.ts';
import type { PlanLine, PlanLineKind, PlanText, PlanVersion } from './line.ts';
import type { Objections } from './objections.ts';

/**
 * The personalised plan of one resident, put together from the view for the card. Each part keeps the state of the section from
 * which it comes, so that a part that could not be read never looks like a part that holds nothing.
 */
export interface CarePlan {
  readonly resident: ResidentId;
  /** The agreed limits, row by row. They stand above everything else. */
  readonly limits: Section<LimitsStrip>;
  readonly aboutMe: Section<AboutMe>;
  readonly body: Section<PlanBody>;
  readonly contacts: Section<readonly ToldContact[]>;
  /** What stands in the way of a copy for anybody else. */
  readonly objections: Objections;
  /** `null`: no clock runs. `noClock` is the sentence that says why, where that is known. */
  readonly clock: ClockInWords | null;
  readonly noClock: string | null;
  /** What is missing, said plainly, in the order of the card. Only of what was read. */
  readonly missing: readonly MissingPart[];
}

/** The strip of agreed limits. */
export interface LimitsStrip {
  readonly rows: readonly LimitsRow[];
  readonly lastDays: AgreedLimits['lastDays'];
}

/** One agreed limit, wish or decision, ready to be shown. Its date, author, source and cautions are in `fact`. */
export interface LimitsRow {
  readonly kind: 'wish' | 'cpr' | 'form' | 'decision' | 'preferred-place' | 'decision-maker';
  /** "ReSPECT form". */
  readonly title: string;
  readonly text: string;
  readonly fact: Recorded;
  /** Where the signed original is, and who has looked at it. `null`: a row of this kind has no original. */
  readonly original: OriginalSeen | null;
  readonly endsOn: PartialDate | null;
  /** Whether its last day is before today. It stands on the card all the same, and says so. */
  readonly isExpired: boolean;
  /** The decision as it would be replaced, whole. `null`: it can only be changed where it was made. */
  readonly atom: { readonly kind: PlanLineKind; readonly fields: PlanText } | null;
}

/** The lines of the plan by kind, each list in its fixed order. An empty list means that nobody has recorded one. */
export interface PlanBody {
  readonly unwell: readonly PlanLine<'unwell'>[];
  /** Newest first; the first is where the conversation stands. */
  readonly conversation: readonly PlanLine<'conversation'>[];
  readonly capacity: readonly PlanLine<'capacity'>[];
  readonly dols: readonly PlanLine<'dols'>[];
  readonly anticipatory: readonly PlanLine<'anticipatory'>[];
  readonly comfort: readonly PlanLine<'comfort'>[];
  readonly self: readonly PlanLine<'self'>[];
  readonly goals: readonly PlanLine<'goal'>[];
  readonly actions: readonly PlanLine<'action'>[];
  readonly sharing: readonly PlanLine<'sharing'>[];
  readonly decide: readonly DecideTogether[];
  readonly helped: readonly PlanLine<'helped'>[];
  /** What may be told to somebody whom no contact of the record names. It is never dropped for want of a contact. */
  readonly toldOthers: readonly PlanLine<'told'>[];
  readonly frame: PlanLine<'frame'> | null;
  /** Changes of decisions that somebody has proposed and nobody has taken over. */
  readonly proposals: readonly PlanLine[];
  /** Who changed what in the whole plan, newest first. */
  readonly versions: readonly PlanVersion[];
  /** Lines that stand under nothing here: a choice whose decision is not there, a second title. They are shown all the same. */
  readonly unplaced: readonly PlanLine[];
  /** Lines that hold no longer. They stay readable. */
  readonly ended: readonly PlanLine[];
  /** Goals and plans of other systems, as their record says them. */
  readonly otherGoals: readonly GoalEntry[];
  readonly otherPlans: readonly CarePlanEntry[];
}

/** "What we will decide together", on one page. */
export interface DecideTogether {
  readonly decision: PlanLine<'decide'>;
  readonly choices: readonly PlanLine<'choice'>[];
}

/** A contact with what this person may be told. */
export interface ToldContact {
  readonly contact: Contact;
  /** `not-read`: the plan could not be read, so nobody knows what may be told. */
  readonly told: readonly PlanLine<'told'>[] | 'not-read';
}

/** Something that nobody has recorded. Never "no". */
export interface MissingPart {
  readonly part: PlanLineKind | 'original' | 'sighted' | 'about-me' | 'contacts' | 'review';
  /** One sentence for the reader: "Where she wants to be cared for is not recorded." */
  readonly words: string;
}
