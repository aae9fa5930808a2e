import type { FormTitle } from './line.ts';
import type { LimitsRow, LimitsStrip } from './care-plan.ts';
import type { AgreedLimits, CprDecision, DecisionMaker, LimitsDocument } from '../resident/limits.ts';
import { STATE_TITLES } from '../rules/state-settings.ts';
import { spanOf } from '../time/partial-date.ts';
import type { CivilDate, PartialDate } from '../time/types.ts';
import { PLAN_KINDS } from './kinds.ts';

/** DNACPR concerns CPR only, and each row says so (clinical rule 10). */
const CPR_WORDS = {
  attempt: 'Attempt CPR',
  'do-not-attempt': 'Do not attempt CPR. This is about CPR only: all other treatment is decided on its own.',
} as const;

const PLACES = {
  'preferred-place-of-care': 'Preferred place of care',
  'preferred-place-of-death': 'Preferred place of death',
} as const;

/** The agreed limits row by row: wishes first, then CPR, forms, other decisions, and who decides for her. */
export function limitsStrip(limits: AgreedLimits, today: CivilDate): LimitsStrip {
  return {
    rows: [
      ...limits.wishes.map((wish) => plain('wish', 'What I want', wish.text, wish)),
      ...limits.cpr.map((one) => cprRow(one, today)),
      ...limits.documents.map((one) => formRow(one, today)),
      ...limits.decisions.map((one) =>
        one.kind === 'preferred-place-of-care' || one.kind === 'preferred-place-of-death'
          ? placeRow(one.kind, one.text, one)
          : plain(
              'decision',
              one.kind === 'variation' ? STATE_TITLES.variation : 'Recorded decision',
              one.text,
              one,
            ),
      ),
      ...limits.decisionMakers.map((one) => makerRow(one)),
    ],
    lastDays: limits.lastDays,
  };
}

function cprRow(one: CprDecision, today: CivilDate): LimitsRow {
  return {
    kind: 'cpr',
    title: 'CPR',
    text: CPR_WORDS[one.decision],
    fact: one,
    original: one.original ?? originalOf(one),
    endsOn: one.reviewBy,
    isExpired: isPassed(one.reviewBy, today),
    atom: { kind: 'cpr', fields: { decision: one.decision, ...originalFields(one) } },
  };
}

const STANDING = {
  current: 'In force',
  superseded: 'Replaced by a newer one',
  unknown: 'Whether it is in force is not recorded',
} as const satisfies Readonly<Record<LimitsDocument['status'], string>>;

function formRow(one: LimitsDocument, today: CivilDate): LimitsRow {
  const title = formOf(one.title);
  return {
    kind: 'form',
    title: one.title,
    text: STANDING[one.status],
    fact: one,
    original: one.original ?? originalOf(one),
    endsOn: one.reviewBy,
    isExpired: isPassed(one.reviewBy, today),
    atom: title === null ? null : { kind: 'form', fields: { title, ...originalFields(one) } },
  };
}

function placeRow(kind: keyof typeof PLACES, text: string, fact: LimitsRow['fact']): LimitsRow {
  const of = kind === 'preferred-place-of-care' ? 'care' : 'death';
  return {
    ...plain('preferred-place', PLACES[kind], text, fact),
    atom: {
      kind: 'preferred-place',
      fields: { of, place: text, saidBy: fact.by?.name ?? fact.by?.role ?? null, saidOn: fact.on },
    },
  };
}

function makerRow(one: DecisionMaker): LimitsRow {
  const { standing } = one;
  const asides = [
    one.relation,
    standing === undefined ? null : REGISTERED[standing.registered ?? 'unknown'],
    standing?.acts === 'jointly' ? 'decides jointly with another' : null,
    standing?.acts === 'alone' ? 'may decide alone' : null,
  ].filter((aside) => aside !== null);
  return {
    ...plain('decision-maker', one.authority, [one.name, ...asides].join(', '), one),
    original:
      standing === undefined
        ? null
        : {
            at: null,
            signedBy: null,
            signedOn: null,
            sighted:
              standing.seenBy === null && standing.seenOn === null
                ? null
                : { by: standing.seenBy, on: standing.seenOn },
            madeIn: null,
          },
    atom:
      standing === undefined
        ? null
        : { kind: 'decision-maker', fields: { ...standing, name: one.name, relation: one.relation } },
  };
}

/** A power of attorney counts once it is registered (clinical rule 10), so silence about it is said as well. */
const REGISTERED = {
  yes: 'registered',
  no: 'not registered: no authority yet',
  unknown: 'whether it is registered is not recorded',
} as const satisfies Readonly<Record<string, string>>;

function plain(kind: LimitsRow['kind'], title: string, text: string, fact: LimitsRow['fact']): LimitsRow {
  const isExpired = fact.cautions.includes('past-its-date');
  return { kind, title, text, fact, original: null, endsOn: null, isExpired, atom: null };
}

function originalOf(one: CprDecision | LimitsDocument): LimitsRow['original'] {
  return {
    at: one.originalAt,
    signedBy: one.by?.name ?? one.by?.role ?? null,
    signedOn: one.on,
    sighted: null,
    madeIn: null,
  };
}

function originalFields(one: CprDecision | LimitsDocument) {
  const seen = one.original ?? originalOf(one);
  return {
    originalAt: one.originalAt,
    signedBy: seen?.signedBy ?? null,
    signedOn: seen?.signedOn ?? null,
    sightedBy: seen?.sighted?.by ?? null,
    sightedOn: seen?.sighted?.on ?? null,
    madeIn: seen?.madeIn ?? null,
    reviewBy: one.reviewBy,
  };
}

/** The kind of form that a title names. `null`: a title of another system, which can only be changed there. */
function formOf(title: string): FormTitle | null {
  const options = PLAN_KINDS.form.fields.title.form;
  if (options.kind !== 'one-of') return null;
  const found = Object.entries(options.options).find(([, words]) => words === title);
  return found === undefined ? null : (found[0] as FormTitle);
}

/** Whether a day has surely passed. A day that is only partly known has passed once its last day has. */
function isPassed(on: PartialDate | null, today: CivilDate): boolean {
  const span = spanOf(on);
  return span !== null && span.to < today;
}
