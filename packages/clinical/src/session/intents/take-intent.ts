import { sameDraft } from '../../assessment/same-draft.ts';
import { isDeciding, PLAN_KINDS, planKind } from '../../care-plan/kinds.ts';
import { unsoundFields } from '../../care-plan/tidy-field.ts';
import { EhchError } from '../../errors.ts';
import type { Draft } from '../../form/types.ts';
import type { FinishedAssessment } from '../../assessment/types.ts';
import type { CareIntent, KeptDraft, PlanLineIntent } from '../../ports/care-actions.ts';
import { isNamedHere } from '../../place/named-here.ts';
import { londonDate } from '../../time/london.ts';
import type { Instant } from '../../time/types.ts';
import { settingStop } from '../../rules/clinical-setting.ts';
import { decisionStop } from '../care-plan/stops.ts';
import { isReadableSetting } from './readable-setting.ts';

/** An intent as a port remembers it: without the form, which the answers name. */
export type TakenIntent = Omit<CareIntent, 'what'> & {
  readonly what:
    | Exclude<CareIntent['what'], { kind: 'finish-assessment' }>
    | { readonly kind: 'finish-assessment'; readonly assessment: FinishedAssessment };
};

/** What a port has to remember of an intent. */
export function traceOf({ id, resident, pressedAt, what }: CareIntent): TakenIntent {
  if (what.kind !== 'finish-assessment') return { id, resident, pressedAt, what };
  return { id, resident, pressedAt, what: { kind: what.kind, assessment: what.assessment } };
}

/** What a port knows when an intent arrives. */
export interface KnownHere {
  /** Every intent that it has taken before, in the order of the presses, whether it was sent or not. */
  readonly intents: readonly TakenIntent[];
  /** The kept draft of this resident and form; `null`: there is none. */
  readonly kept: KeptDraft | null;
}

/** What becomes of an intent: a refusal in words, or what happens to the draft behind it. */
export type Taken =
  | { readonly state: 'refused'; readonly why: string }
  /** It was taken before, word for word. Nothing is to be done again. */
  | { readonly state: 'known' }
  | { readonly state: 'taken'; readonly draft: 'stays' | 'goes' | 'comes-back' };

const STAYS: Taken = { state: 'taken', draft: 'stays' };

/**
 * Decides whether a port takes an intent over. Every port uses this rule, so that a page and the engine refuse alike.
 *
 * @throws {EhchError} `bad-argument` for another intent with a known id, or for an assessment of another resident
 */
export function takeIntent(intent: CareIntent, { intents, kept }: KnownHere): Taken {
  const before = intents.find(({ id }) => id === intent.id);
  // A different intent with that id would be lost, so it is an error.
  if (before !== undefined && JSON.stringify(before) !== JSON.stringify(traceOf(intent)))
    throw new EhchError('bad-argument', 'Another intent has this id. Make a new id at each press.');
  if (before !== undefined) return { state: 'known' };
  const { what } = intent;
  switch (what.kind) {
    case 'finish-assessment':
      return finish(ofResident(intent, what.assessment.draft), intents, kept);
    case 'withdraw-assessment': {
      const draft = ofResident(intent, what.draft);
      const why = notUndoable(what.finished, intents, 'taken back');
      if (why !== null) return refused(why);
      if (kept !== null && kept.draft.id !== draft.id)
        return refused(
          'Another draft of this form was begun meanwhile. Mark what was signed as entered in error.',
        );
      return { state: 'taken', draft: kept === null ? 'comes-back' : 'stays' };
    }
    case 'enter-in-error': {
      const why = notUndoable(what.finished, intents, 'marked as entered in error');
      return why === null ? STAYS : refused(why);
    }
    case 'plan-line': {
      if (!Object.hasOwn(PLAN_KINDS, what.of)) return refused('A plan has no line of this kind.');
      const why = notDecided(what, intent.pressedAt) ?? notWhole(what, intent.pressedAt);
      return why === null ? STAYS : refused(why);
    }
    case 'clinical-setting':
      return isReadableSetting(what) && settingStop(what, intent.pressedAt) === null
        ? STAYS
        : refused('A setting has all its parts, and a name with a role.');
    default:
      return STAYS;
  }
}

/** Guard: a decision is taken by whom the place names, whatever the screen has offered (SPEC L5). */
function notDecided(what: PlanLineIntent, pressedAt: Instant): string | null {
  if (!isDeciding(what)) return null;
  const { decider, by } = what;
  return decider !== undefined && isNamedHere(decider, by, londonDate(pressedAt))
    ? null
    : 'Only somebody whom the place names decides this. Propose it.';
}

/** Why a press on the plan is not taken; `null`: it is. A session holds back such a press, and a port does so again (SPEC L5, L6). */
function notWhole(what: PlanLineIntent, pressedAt: Instant): string | null {
  const { act, of, before, after, alsoEnds = [] } = what;
  // Guard: nothing but a decision in the place of others ends more than one line.
  if (!Array.isArray(alsoEnds) || (alsoEnds.length > 0 && (act !== 'replace' || !isDeciding(what))))
    return 'Only a decision in the place of others ends more than one.';
  if (act === 'end') return null;
  const fields = after ?? {};
  // Guard: a decision about CPR that does not say which must never be written as one of the two.
  if (unsoundFields(of, fields, act === 'change' ? before : null).length > 0)
    return 'Something that it has to say is missing, or cannot be read.';
  if (planKind(of).decided === null) return null;
  if (act === 'change') return 'A decision is never changed in part. Replace it whole.';
  return decisionStop(of, fields, pressedAt) === null
    ? null
    : 'A decision says who decided and when, and the day is not ahead.';
}

/** The draft behind an intent; `null`: it has none. */
export function draftOf({ what }: CareIntent): Draft | null {
  if (what.kind === 'finish-assessment') return what.assessment.draft;
  return what.kind === 'withdraw-assessment' ? what.draft : null;
}

/** The draft as it was signed; `null`: it is not signed. A signed draft may not be kept, or it would come back as unfinished. */
export function signedBefore(draft: Pick<Draft, 'id'>, intents: readonly TakenIntent[]): Draft | null {
  let signed: Draft | null = null;
  for (const { what } of intents) {
    if (what.kind === 'finish-assessment' && what.assessment.draft.id === draft.id)
      signed = what.assessment.draft;
    if (what.kind === 'withdraw-assessment' && what.draft.id === draft.id) signed = null;
  }
  return signed;
}

function finish(draft: Draft, intents: readonly TakenIntent[], kept: KeptDraft | null): Taken {
  // Answers that another person gave meanwhile must not disappear under this signature.
  if (kept?.draft.id === draft.id && !sameDraft(kept.draft, draft))
    return refused('It was answered elsewhere meanwhile. Look at the answers and sign again.');
  // Two windows had the same form open: one signing is enough, and a second one would count twice.
  const before = signedBefore(draft, intents);
  if (before !== null && sameDraft(before, draft))
    return refused('It was signed already, with these answers, in another window.');
  return { state: 'taken', draft: kept?.draft.id === draft.id ? 'goes' : 'stays' };
}

/** Why a signature cannot be undone; `null`: it can. */
function notUndoable(finished: string, intents: readonly TakenIntent[], doing: string): string | null {
  if (!intents.some(({ id, what }) => id === finished && what.kind === 'finish-assessment'))
    return `This assessment is not held here. It cannot be ${doing}.`;
  for (const { what } of intents) {
    if (what.kind === 'withdraw-assessment' && what.finished === finished)
      return 'The signature was taken back already.';
    if (what.kind === 'enter-in-error' && what.finished === finished)
      return 'It was marked as entered in error already.';
  }
  return null;
}

function refused(why: string): Taken {
  return { state: 'refused', why };
}

/** Guard: an assessment of one resident must never be signed for another. */
function ofResident({ resident }: CareIntent, draft: Draft): Draft {
  if (draft.resident === resident) return draft;
  throw new EhchError(
    'bad-argument',
    'The assessment is about another resident than the intent. Give both for one resident.',
  );
}
