import { EhchError } from '../../errors.ts';
import type { ItemKey } from '../../form/answer.ts';
import type { FormDefinition } from '../../form/definition.ts';
import type { Draft, ProblemDecision, SetAside } from '../../form/draft.ts';
import { itemKey } from '../../form/key.ts';
import { readInstant } from '../../time/london.ts';
import type { Instant } from '../../time/types.ts';
import { saysTheSame } from '../same-answer.ts';
import { alignRows, namesEver, pathsTo } from './align-rows.ts';
import { madeByAnswers, rowsOfAnswers } from './answer-rows.ts';
import { disputedOf, disputesIn, saidAt, seenAt, type Dispute } from './disputes.ts';
import { mergeRows, type RowConflict, type RowsMerge } from './merge-rows.ts';
import { equal, mergeSaid, type Said } from './merge-said.ts';
import { repeatingGroups, type RepeatingGroup } from './row-keys.ts';

export type DraftConflict = Dispute | RowConflict;

export interface DraftMerge {
  readonly draft: Draft;
  /** What a person has to look at. Disputes are in the draft as well, so that none goes with this list. */
  readonly conflicts: readonly DraftConflict[];
}

/**
 * Puts together what two people made of one draft apart from each other. Answers made apart are both kept; what both
 * answered otherwise is in dispute, with nothing preselected; rows that each added are both there.
 *
 * @param base The draft as both had it.
 * @throws {EhchError} `bad-argument` unless all three are drafts of one assessment of one resident by this form's version.
 */
export function mergeDrafts(form: FormDefinition, base: Draft, mine: Draft, theirs: Draft): DraftMerge {
  for (const draft of [base, mine, theirs])
    if (!isOf(form, base, draft))
      throw new EhchError(
        'bad-argument',
        'Merge only drafts of the same assessment, resident and form version.',
      );
  const groups = repeatingGroups(form);
  const aligned = alignRows(groups, base, mine, theirs);
  const rows = mergeRows(groups, base, mine, aligned);
  const answers = settle(mergeAnswers(base, mine, aligned, rows));
  const decisions = settle(mergeDecisions(base, mine, theirs));
  const seen = mergeSaid(seenAt(base), seenAt(mine), seenAt(theirs), equal, (at) => at).filter(
    (at) => at !== null,
  );
  const [kept = base.assessedAt] = seen.length === 1 ? seen : [];
  const disputed = disputedOf(answers.open, decisions.open, seen.length === 1 ? null : { kept, said: seen });
  const made = {
    ...madeIn(groups, rows, base, mine, aligned),
    ...madeByAnswers(groups, base, mine, aligned),
  };
  const setAside = allSetAside(mine, theirs);
  const { disputed: _, made: __, setAside: ___, ...about } = base;
  const draft: Draft = {
    ...about,
    answers: answers.settled,
    rows: rowsOfAnswers(groups, rows.rows, answers.settled, mine, aligned),
    ...(Object.keys(made).length === 0 ? {} : { made }),
    ...(setAside.length === 0 ? {} : { setAside }),
    ...(disputed === null ? {} : { disputed }),
    decisions: decisions.settled,
    assessedAt: kept,
    changedAt: laterOf(mine.changedAt, theirs.changedAt),
  };
  return { draft, conflicts: [...rows.conflicts, ...disputesIn(draft)] };
}

function isOf(form: FormDefinition, base: Draft, draft: Draft): boolean {
  const { id, resident } = draft;
  const ofForm = draft.form.id === form.id && draft.form.version === form.version;
  return ofForm && id === base.id && resident === base.resident;
}

function mergeAnswers(base: Draft, mine: Draft, theirs: Draft, rows: RowsMerge) {
  const all = [base, mine, theirs];
  const keys = keysOf(...all.flatMap(({ answers, disputed }) => [answers, disputed?.answers ?? {}]));
  return keys.flatMap((key) => {
    const side = rows.sideOf(key);
    if (side === 'gone') return [];
    const at = (draft: Draft) => saidAt(draft.answers, draft.disputed?.answers, key);
    if (side !== 'both') return [[key, at(side === 'mine' ? mine : theirs)] as const];
    return [[key, mergeSaid(at(base), at(mine), at(theirs), saysTheSame, (answer) => answer.at)] as const];
  });
}

function mergeDecisions(base: Draft, mine: Draft, theirs: Draft) {
  const all = [base, mine, theirs];
  const rules = keysOf(...all.flatMap(({ decisions, disputed }) => [decisions, disputed?.decisions ?? {}]));
  return rules.map((rule) => {
    const at = (draft: Draft) => saidAt(draft.decisions, draft.disputed?.decisions, rule);
    return [
      rule,
      mergeSaid(at(base), at(mine), at(theirs), sameDecision, (decision) => decision.at),
    ] as const;
  });
}

function sameDecision(a: ProblemDecision, b: ProblemDecision): boolean {
  const said = (it: ProblemDecision) => [
    it.state,
    it.state === 'accepted' ? it.problem : it.reason,
    it.about,
  ];
  return equal(said(a), said(b));
}

/** What is one thing is settled, what are several is open, and what is nothing is not there. */
function settle<T>(all: readonly (readonly [string, Said<T>])[]) {
  return {
    settled: Object.fromEntries(
      all.flatMap(([key, said]) => {
        const [one = null] = said.length === 1 ? said : [];
        return one === null ? [] : [[key, one] as const];
      }),
    ),
    open: Object.fromEntries(all.filter(([, said]) => said.length > 1)),
  };
}

/** The highest row that was ever made, of each group where that is higher than the rows that are left. */
function madeIn(
  groups: readonly RepeatingGroup[],
  { rows }: RowsMerge,
  ...drafts: readonly Draft[]
): Readonly<Record<ItemKey, number>> {
  const entries = groups.flatMap((group) =>
    pathsTo(group, groups, ...drafts).flatMap((path) => {
      const key = itemKey(group.id, path);
      const highest = Math.max(0, ...drafts.flatMap((draft) => namesEver(draft, key)));
      const names = Object.hasOwn(rows, key) ? (rows[key] ?? []) : ['1'];
      const left = Math.max(0, ...names.map(Number).filter(Number.isInteger));
      return highest > left ? [[key, highest] as const] : [];
    }),
  );
  return Object.fromEntries(entries);
}

function allSetAside(mine: Draft, theirs: Draft): readonly SetAside[] {
  const all = [...(mine.setAside ?? []), ...(theirs.setAside ?? [])];
  return all.filter((each, i) => i === all.findIndex((other) => equal(each, other)));
}

function laterOf(a: Instant, b: Instant): Instant {
  return (readInstant(b) ?? 0) > (readInstant(a) ?? 0) ? b : a;
}

function keysOf(...records: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))];
}
