import type { AboutMeEntry } from '../resident/about-me.ts';
import type { Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

/**
 * What each kind of line of the plan says, field by field. Every field is text, a day or one word of a list; `null` means that
 * nobody has said it. A list of fields is one conversation: `saidBy` names whose words they are.
 */
export interface PlanFields {
  /** About Me and the I-statements. `heading`: PRSB's. */
  readonly 'about-me': {
    readonly heading: AboutMeEntry['heading'];
    readonly text: string | null;
    readonly saidBy: string | null;
  };
  /** How to be with her: how I communicate, what calms me, how I show pain. */
  readonly comfort: { readonly about: Comfort; readonly text: string | null; readonly saidBy: string | null };
  /** Who she is to others. */
  readonly self: { readonly about: 'partner' | 'pronouns' | 'faith'; readonly text: string | null };
  /** "If I become unwell": what to do in one situation, agreed with somebody on a day. */
  readonly unwell: {
    readonly situation: string | null;
    readonly place: 'stay' | 'hospital' | 'ask-first' | null;
    readonly words: string | null;
    readonly ring: string | null;
    readonly agreedWith: string | null;
    readonly agreedOn: PartialDate | null;
  };
  /** How far the conversation about the future has come. `why`: for "not now" and "declined". `reviewBy`: when to come back to it. */
  readonly conversation: {
    readonly stage: ConversationStage;
    readonly why: string | null;
    readonly with: string | null;
    readonly reviewBy: PartialDate | null;
  };
  /** A goal of her own, in three lines. */
  readonly goal: {
    readonly want: string | null;
    readonly step: string | null;
    readonly with: string | null;
    readonly saidBy: string | null;
    readonly due: PartialDate | null;
  };
  readonly action: {
    readonly what: string | null;
    readonly owner: string | null;
    readonly due: PartialDate | null;
    readonly state: 'to-do' | 'under-way' | 'done' | 'not-done';
  };
  /** What one contact may be told, and what not. `person`: the name as her contacts have it. */
  readonly told: {
    readonly person: string | null;
    readonly may: string | null;
    readonly mustNot: string | null;
  };
  /** On what basis the plan is shared. */
  readonly sharing: { readonly basis: 'direct-care' | 'objection'; readonly words: string | null };
  /** The medicines for the last days, where they lie and who may give them. */
  readonly anticipatory: {
    readonly state: 'in-the-home' | 'not-in-the-home' | 'ordered';
    readonly what: string | null;
    readonly where: string | null;
    readonly expires: PartialDate | null;
    readonly mayGive: string | null;
    readonly checkedOn: PartialDate | null;
  };
  /** Before a decision: what it is about, and who can be asked. Its choices are lines of their own. */
  readonly decide: {
    readonly situation: string | null;
    readonly ask: string | null;
    readonly by: PartialDate | null;
  };
  /** One choice of a decision. `of`: the id of that line. `means`: what it would mean for her. */
  readonly choice: {
    readonly of: string | null;
    readonly choice: string | null;
    readonly means: string | null;
  };
  /** Somebody who helped to make the plan. */
  readonly helped: { readonly name: string | null; readonly how: string | null };
  /** The plan itself: its title, and when it is looked at again. */
  readonly frame: { readonly title: string | null; readonly reviewBy: PartialDate | null };
  /** Whether she can make one decision herself. */
  readonly capacity: {
    readonly decision: string | null;
    readonly finding: 'has' | 'lacks' | 'not-assessed';
    readonly assessedBy: string | null;
    readonly assessedOn: PartialDate | null;
  };
  /** A decision about CPR. It is about CPR only. */
  readonly cpr: { readonly decision: 'attempt' | 'do-not-attempt' } & SignedOriginal;
  /** A signed form or advance decision. */
  readonly form: { readonly title: FormTitle } & SignedOriginal;
  /** Somebody who decides or speaks for her in matters of health and welfare. */
  readonly 'decision-maker': {
    readonly authority: Authority;
    readonly name: string | null;
    readonly relation: string | null;
    readonly registered: 'yes' | 'no' | null;
    readonly seenBy: string | null;
    readonly seenOn: PartialDate | null;
    readonly acts: 'alone' | 'jointly' | null;
  };
  /** Deprivation of liberty safeguards. */
  readonly dols: {
    readonly state: 'authorised' | 'applied-for' | 'refused';
    readonly from: PartialDate | null;
    readonly until: PartialDate | null;
    readonly by: string | null;
  };
  readonly 'preferred-place': {
    readonly of: 'care' | 'death';
    readonly place: string | null;
    readonly saidBy: string | null;
    readonly saidOn: PartialDate | null;
  };
}

/**
 * What a line about comfort says: how the resident communicates, what calms the resident, how the resident shows pain.
 */
export type Comfort = 'communicate' | 'calms' | 'pain';

/**
 * How far the conversation about the plan has come. "Not now" and "declined" are the resident's answers. "Review due"
 * also stands for any stage whose day to come back to it has passed.
 */
export type ConversationStage =
  | 'not-started'
  | 'offered'
  | 'not-now'
  | 'thinking'
  | 'agreed'
  | 'best-interests'
  | 'declined'
  | 'review-due';

/**
 * Which signed form it is: ReSPECT, DNACPR, an advance decision to refuse treatment (`adrt`), an advance statement, or a
 * treatment escalation plan.
 */
export type FormTitle = 'respect' | 'dnacpr' | 'adrt' | 'statement' | 'escalation-plan';

/**
 * By what somebody decides or speaks for the resident under the Mental Capacity Act 2005: a lasting power of attorney
 * (`lpa`), as deputy of the Court of Protection, or as independent mental capacity advocate (`imca`), who speaks and
 * does not decide.
 */
export type Authority = 'lpa' | 'deputy' | 'imca';

/** Where a signed original is, who signed it, who has looked at it, and when it ends. */
export interface SignedOriginal {
  readonly originalAt: string | null;
  readonly signedBy: string | null;
  readonly signedOn: PartialDate | null;
  readonly sightedBy: string | null;
  readonly sightedOn: PartialDate | null;
  readonly madeIn: 'hospital' | 'community' | null;
  readonly reviewBy: PartialDate | null;
}

/** The kinds of line that a care plan has. Each kind has its own fields. */
export type PlanLineKind = keyof PlanFields;

/** The name of one field of a kind. */
export type PlanFieldName<K extends PlanLineKind = PlanLineKind> = K extends PlanLineKind
  ? keyof PlanFields[K] & string
  : never;

/** The fields of any kind by name, as a form holds them. */
export type PlanText = Readonly<Record<string, string | null>>;

/** One statement of the plan as it was read, with its date, source and cautions. */
export type PlanLine<K extends PlanLineKind = PlanLineKind> = {
  readonly [Kind in K]: Recorded & {
    readonly kind: Kind;
    readonly fields: PlanFields[Kind];
    readonly state: PlanLineState;
    /** For a proposal: the decision in whose place somebody wants it. Absent: in nobody's. */
    readonly replaces?: string;
    /** Who changed what, newest first, as far as the record says. */
    readonly history?: readonly PlanVersion[];
  };
}[K];

/** Whether anybody goes by a line of the plan. */
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
  /** "written", "changed", "made anew". `null`: the record says only that something was. */
  readonly what: string | null;
}
