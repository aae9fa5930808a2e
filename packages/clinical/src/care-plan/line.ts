import type { Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

/**
 * What each kind of line of the plan says, field by field. Every field is text, a day or one word of a list; `null` means that
 * nobody has said it. A list of fields is one conversation: `saidBy` names whose words they are.
 */
export interface PlanFields {
  /** About Me and the I-statements. `heading`: PRSB's. */
  readonly 'about-me': { readonly heading: AboutMeHeading; readonly text: Words; readonly saidBy: Words };
  /** How to be with her: how I communicate, what calms me, how I show pain. */
  readonly comfort: { readonly about: Comfort; readonly text: Words; readonly saidBy: Words };
  /** Who she is to others. */
  readonly self: { readonly about: 'partner' | 'pronouns' | 'faith'; readonly text: Words };
  /** "If I become unwell": what to do in one situation, agreed with somebody on a day. */
  readonly unwell: {
    readonly situation: Words;
    readonly place: 'stay' | 'hospital' | 'ask-first' | null;
    readonly words: Words;
    readonly ring: Words;
    readonly agreedWith: Words;
    readonly agreedOn: Day;
  };
  /** How far the conversation about the future has come. `why`: for "not now" and "declined". */
  readonly conversation: { readonly stage: ConversationStage; readonly why: Words; readonly with: Words };
  /** A goal of her own, in three lines. */
  readonly goal: {
    readonly want: Words;
    readonly step: Words;
    readonly with: Words;
    readonly saidBy: Words;
    readonly due: Day;
  };
  readonly action: {
    readonly what: Words;
    readonly owner: Words;
    readonly due: Day;
    readonly state: 'to-do' | 'under-way' | 'done' | 'not-done';
  };
  /** What one contact may be told, and what not. `person`: the name as her contacts have it. */
  readonly told: { readonly person: Words; readonly may: Words; readonly mustNot: Words };
  /** On what basis the plan is shared. */
  readonly sharing: { readonly basis: 'direct-care' | 'objection'; readonly words: Words };
  /** The medicines for the last days, where they lie and who may give them. */
  readonly anticipatory: {
    readonly state: 'in-the-home' | 'not-in-the-home' | 'ordered';
    readonly what: Words;
    readonly where: Words;
    readonly expires: Day;
    readonly mayGive: Words;
    readonly checkedOn: Day;
  };
  /** Before a decision: what it is about, and who can be asked. Its choices are lines of their own. */
  readonly decide: { readonly situation: Words; readonly ask: Words; readonly by: Day };
  /** One choice of a decision. `of`: the id of that line. `means`: what it would mean for her. */
  readonly choice: { readonly of: Words; readonly choice: Words; readonly means: Words };
  /** Somebody who helped to make the plan. */
  readonly helped: { readonly name: Words; readonly how: Words };
  /** The plan itself: its title, and when it is looked at again. */
  readonly frame: { readonly title: Words; readonly reviewBy: Day };
  /** Whether she can make one decision herself. */
  readonly capacity: {
    readonly decision: Words;
    readonly finding: 'has' | 'lacks' | 'not-assessed';
    readonly assessedBy: Words;
    readonly assessedOn: Day;
  };
  /** A decision about CPR. It is about CPR only. */
  readonly cpr: { readonly decision: 'attempt' | 'do-not-attempt' } & SignedOriginal;
  /** A signed form or advance decision. */
  readonly form: { readonly title: FormTitle } & SignedOriginal;
  /** Somebody who decides or speaks for her in matters of health and welfare. */
  readonly 'decision-maker': {
    readonly authority: Authority;
    readonly name: Words;
    readonly relation: Words;
    readonly registered: 'yes' | 'no' | null;
    readonly seenBy: Words;
    readonly seenOn: Day;
    readonly acts: 'alone' | 'jointly' | null;
  };
  /** Deprivation of liberty safeguards. */
  readonly dols: {
    readonly state: 'authorised' | 'applied-for' | 'refused';
    readonly from: Day;
    readonly until: Day;
    readonly by: Words;
  };
  readonly 'preferred-place': { readonly of: 'care' | 'death'; readonly place: Words };
}

type Words = string | null;
type Day = PartialDate | null;

export type AboutMeHeading =
  'communication' | 'what-matters' | 'people' | 'wellness' | 'please-do' | 'support' | 'also-know';

export type Comfort = 'communicate' | 'calms' | 'pain';

export type ConversationStage =
  | 'not-started'
  | 'offered'
  | 'not-now'
  | 'thinking'
  | 'agreed'
  | 'best-interests'
  | 'declined'
  | 'review-due';

export type FormTitle = 'respect' | 'dnacpr' | 'adrt' | 'statement' | 'escalation-plan';

export type Authority = 'lpa' | 'deputy' | 'imca';

/** Where a signed original is, who signed it, who has looked at it, and when it ends. */
interface SignedOriginal {
  readonly originalAt: Words;
  readonly signedBy: Words;
  readonly signedOn: Day;
  readonly sightedBy: Words;
  readonly sightedOn: Day;
  readonly madeIn: 'hospital' | 'community' | null;
  readonly reviewBy: Day;
}

export type PlanLineKind = keyof PlanFields;

/** The name of one field of a kind. */
export type PlanFieldName<K extends PlanLineKind = PlanLineKind> = K extends PlanLineKind
  ? keyof PlanFields[K] & string
  : never;

/** One statement of the plan as it was read, with its date, source and cautions. */
export type PlanLine<K extends PlanLineKind = PlanLineKind> = {
  readonly [Kind in K]: Recorded & {
    readonly kind: Kind;
    readonly fields: PlanFields[Kind];
    readonly state: PlanLineState;
    /** Who changed what, newest first, as far as the record says. */
    readonly history?: readonly PlanVersion[];
  };
}[K];

export type PlanLineState =
  | 'in-force'
  /** Somebody proposes it. Nothing goes by it until somebody who may decide has taken it over. */
  | 'proposed'
  /** It counts no more, and stays readable. */
  | 'ended';

/** One earlier state of a line, or of the plan. */
export interface PlanVersion {
  readonly at: PartialDate;
  readonly by: string | null;
  /** "Changed by the nurse in charge". `null`: the record says only that it was changed. */
  readonly what: string | null;
}

/** A day on which something in the plan ends, told against today. */
export interface EndsOn {
  readonly on: PartialDate;
  readonly state: 'ahead' | 'within-28-days' | 'passed';
}
