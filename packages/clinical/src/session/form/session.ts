import type { AssessmentTemplate, FinishedAssessment } from '../../assessment/types.ts';
import type { ItemKey } from '../../form/answer.ts';
import type { FormDefinition } from '../../form/definition.ts';
import type { Draft } from '../../form/draft.ts';
import type { Evaluation, ExpressionEvaluator, FormState } from '../../form/state.ts';
import type { Offer } from '../../form/offer.ts';
import type { PlaceConfiguration } from '../../place/place.ts';
import type { CareIntent } from '../../ports/care-actions.ts';
import type { Author } from '../../recorded.ts';
import type { ResidentId } from '../../resident/identity.ts';
import type { ResidentView } from '../../resident/view.ts';
import type { LondonFields } from '../../time/london-fields.ts';
import type { Instant } from '../../time/types.ts';
import type { Entries } from './entry.ts';
import type { Heard } from './heard.ts';
import type { Keep } from './keep.ts';
import type { AssessmentRules } from './rules.ts';

/**
 * One form for one resident, from its opening until nothing of it is on its way any more: a value. `resident` and `port`
 * never change (G1): what was answered here is kept here, whatever is on screen by then.
 */
export interface FormSession {
  readonly id: string;
  readonly resident: ResidentId;
  readonly form: FormDefinition | AssessmentTemplate;
  /** Names the port that keeps its answers. `null`: the page gives none, and nothing is kept. */
  readonly port: string | null;
  readonly around: Surroundings;
  readonly phase: Phase;
  /** The form with its answers. `null`: it has not been opened yet. */
  readonly state: FormState | null;
  /** The assessment that this one goes on from. */
  readonly previous: FinishedAssessment | null;
  /** Who is answering, where the page does not say it and a person did. */
  readonly author: Author | null;
  /** Whether anything was answered since it was opened. */
  readonly touched: boolean;
  /** Until when answers had been given that were there when it was opened. `null`: there were none. */
  readonly since: Instant | null;
  /** What stands in fields and is no answer: text being typed, an entry that was refused, a part that is open. */
  readonly entries: Entries;
  readonly elsewhere: Elsewhere;
  readonly keep: Keep;
  readonly drafts: Drafts;
  readonly offered: Offered;
  /** What the given evaluator was asked. */
  readonly evaluating: readonly Evaluation[];
  readonly signing: Signing | null;
  /** The taking back that made this form open again, until the server has it. Until then the signature stands there. */
  readonly takenBack: TakenBack | null;
  readonly screen: Screen;
}

/** What the page and the record say at this moment. It changes under an open form, and changes no answer. */
export interface Surroundings {
  /** About the session's resident, or `null`. */
  readonly view: ResidentView | null;
  readonly place: PlaceConfiguration | null;
  /** Who is answering, as the page says it. */
  readonly author: Author | null;
  readonly readOnly: boolean;
  readonly evaluator: ExpressionEvaluator | null;
  /** `null`: not fetched, and for a form of somebody else not needed. */
  readonly rules: AssessmentRules | null;
}

export type Phase =
  /** The port is asked for a draft. `asking`: only the last one counts. `focus`: a person's press opened it. */
  | { readonly state: 'loading'; readonly asking: string; readonly focus: boolean }
  | { readonly state: 'load-failed'; readonly why: LoadFailure }
  /** `failure`: why it was not finished when somebody tried. */
  | { readonly state: 'open'; readonly failure: Failure | null }
  | { readonly state: 'finishing' }
  | ({ readonly state: 'finished' | 'withdrawing' } & Finished);

export type LoadFailure =
  /** What came back is a draft of another resident or form. Nothing of it is shown. */
  | { readonly kind: 'of-another' }
  /** Whether answers were kept is not known. `asking`: what may still be answered late (S6). */
  | { readonly kind: 'not-known'; readonly error: unknown; readonly asking: string }
  /** The draft breaks its contract. */
  | { readonly kind: 'unreadable'; readonly error: unknown };

/** What the port threw, or the receipt of its refusal. */
export interface Failure {
  readonly error: unknown;
}

/** `receipt`: what became of the signature. `null`: no port took it, and the page alone has it. */
export interface Finished extends Heard {
  readonly assessment: FinishedAssessment;
  /** The intent that finished it. */
  readonly intent: string;
  /** What was asked since: to take it back, or to mark it as entered in error. */
  readonly asked: Asked | null;
  /** Why taking it back, or marking it as entered in error, did not come about. */
  readonly failure: Failure | null;
  /** Marked as entered in error: by whom, when and why. */
  readonly inError: { readonly reason: string; readonly at: Instant; readonly by: Author | null } | null;
}

/** What a person asked about a finished assessment. A repeat of it is the same intent. */
export interface Asked extends Heard {
  readonly intent: CareIntent;
  readonly state: 'on-its-way' | 'failed' | 'taken';
}

/** A signature that was taken back here. */
export interface TakenBack extends Heard {
  readonly intent: string;
}

/** What came while the form was being answered, and waits for a person. */
export interface Elsewhere {
  readonly draft: Draft | null;
  readonly previous: FinishedAssessment | null;
  /** The record offers something else than when the form was opened. */
  readonly record: boolean;
  /** Answers given elsewhere were put together with these. */
  readonly merged: boolean;
}

/** The drafts by which a session tells its own answers from those of others. */
export interface Drafts {
  /** As it was when it was opened, or last put together with another. */
  readonly opened: Draft | null;
  /** The last draft that the port had and that these answers were made of. `null`: of none, as far as is known. */
  readonly base: Draft | null;
  /** The draft that was opened, and the last ones that came of it here: a page may hand one of them back. */
  readonly own: readonly Draft[];
  /** What the page gave to start from. */
  readonly given: Draft | null;
}

/** What the record and the last assessment offer. The same object while they say the same. */
export interface Offered {
  readonly all: readonly Offer[];
  /** By the question, or by the list in which it makes a row. */
  readonly at: ReadonlyMap<ItemKey, readonly Offer[]>;
}

/** What a person signed, made at the first press: a repeat has the same id, and another signing has another one. */
export interface Signing {
  readonly intent: CareIntent;
  readonly assessment: FinishedAssessment;
}

/** What of a form is open on screen beside its answers. */
export interface Screen {
  /** The top group that is in front. */
  readonly section: ItemKey | null;
  /** The groups that a person, or the way to a question, opened (`true`) or closed. */
  readonly openGroups: ReadonlyMap<ItemKey, boolean>;
  /** The group whose "not assessed because …" is open. */
  readonly whyNotGroup: ItemKey | null;
  /** The question that was answered or gone to last, or the section that was opened since. */
  readonly last: ItemKey | null;
  /** The score that is explained. */
  readonly why: ItemKey | null;
  /** The candidate problem that is being worded or dismissed. */
  readonly deciding: {
    readonly rule: string;
    readonly how: 'edit' | 'dismiss';
    readonly words: string;
  } | null;
  /** What became of the last copy: the clipboard took it, a person takes it by hand, or there is no text to be had. */
  readonly copied: {
    readonly text: string;
    readonly how: 'taken' | 'by-hand' | 'failed' | 'not-noted';
  } | null;
  /** The instrument that was answered last, by its group. */
  readonly scored: ItemKey | null;
  /** Somebody pressed "finish" and something stands in the way, or few questions are answered. */
  readonly stopped: 'no' | 'stopped' | 'few-answers';
  /** What is typed as the moment when the person was seen, and cannot be it. `null`: what the draft says stands there. */
  readonly seen: LondonFields | null;
  /** What changed since the last assessment stands in the place of the questions. */
  readonly onlyChanged: boolean;
  /** "Entered in error because …" is open, with what is typed there. */
  readonly inErrorReason: string | null;
  /** Who marks it, as it is typed where the page names nobody: it need not be the person who signed. */
  readonly markedBy: string;
}

export const NOTHING_OPEN: Screen = {
  section: null,
  openGroups: new Map(),
  whyNotGroup: null,
  last: null,
  why: null,
  deciding: null,
  copied: null,
  scored: null,
  stopped: 'no',
  seen: null,
  onlyChanged: false,
  inErrorReason: null,
  markedBy: '',
};

export const NOTHING_ELSEWHERE: Elsewhere = { draft: null, previous: null, record: false, merged: false };
