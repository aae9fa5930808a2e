import { EhchError } from '../../errors.ts';
import type { Answer, ItemKey } from '../../form/answer.ts';
import type { FormDefinition } from '../../form/definition.ts';
import type { Draft, ProblemDecision, SetAside } from '../../form/draft.ts';
import { itemKey } from '../../form/key.ts';
import { readInstant } from '../../time/london.ts';
import type { Instant } from '../../time/types.ts';
import { saysTheSame } from '../same-answer.ts';
import { alignRows, namesEver, pathsTo } from './align-rows.ts';
import { mergeRows, type RowsMerge } from './merge-rows.ts';
import { repeatingGroups, type RepeatingGroup } from './row-keys.ts';
import { equal, threeWay } from './three-way.ts';

/** What two people said otherwise. A person decides; until then the merged draft has neither. */
export type DraftConflict =
  | {
      readonly kind: 'answer';
      readonly key: ItemKey;
      readonly base: Answer | null;
      readonly mine: Answer | null;
      readonly theirs: Answer | null;
    }
  | {
      readonly kind: 'decision';
      readonly rule: string;
      readonly mine: ProblemDecision | null;
      readonly theirs: ProblemDecision | null;
    }
  /** One took a row away in which the other wrote. The row stays as it was written. */
  | {
      readonly kind: 'row';
      readonly group: ItemKey;
      readonly row: string;
      readonly removedBy: 'mine' | 'theirs';
    }
  /** The draft keeps what stood there before. */
  | { readonly kind: 'assessed-at'; readonly mine: Instant; readonly theirs: Instant };

export interface DraftMerge {
  readonly draft: Draft;
  readonly conflicts: readonly DraftConflict[];
}

/**
 * Puts together what two people made of one draft apart from each other. Answers made apart are both kept; what both
 * answered otherwise is a conflict, with nothing preselected; rows that each added are both there.
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
  const answers = mergeAnswers(base, mine, aligned, rows);
  const decisions = mergeDecisions(base, mine, theirs);
  const seen = threeWay(base.assessedAt, mine.assessedAt, theirs.assessedAt, equal, (at) => at);
  const made = madeIn(groups, rows, base, mine, aligned);
  const setAside = allSetAside(mine, theirs);
  return {
    draft: {
      ...base,
      answers: answers.kept,
      rows: rows.rows,
      ...(made === null ? {} : { made }),
      ...(setAside.length === 0 ? {} : { setAside }),
      decisions: decisions.kept,
      assessedAt: seen.state === 'agreed' ? (seen.value ?? base.assessedAt) : base.assessedAt,
      changedAt: laterOf(mine.changedAt, theirs.changedAt),
    },
    conflicts: [
      ...rows.conflicts,
      ...answers.conflicts,
      ...decisions.conflicts,
      ...(seen.state === 'agreed'
        ? []
        : [{ kind: 'assessed-at', mine: mine.assessedAt, theirs: theirs.assessedAt } as const]),
    ],
  };
}

function isOf(form: FormDefinition, base: Draft, draft: Draft): boolean {
  const { id, resident } = draft;
  const ofForm = draft.form.id === form.id && draft.form.version === form.version;
  return ofForm && id === base.id && resident === base.resident;
}

function mergeAnswers(base: Draft, mine: Draft, theirs: Draft, rows: RowsMerge) {
  const conflicts: DraftConflict[] = [];
  const kept = keysOf(base.answers, mine.answers, theirs.answers).flatMap((key) => {
    const [b, m, t] = [base, mine, theirs].map(({ answers }) => at(answers, key));
    const side = rows.sideOf(key);
    if (side === 'gone') return [];
    const merged =
      side === 'both'
        ? threeWay(b ?? null, m ?? null, t ?? null, saysTheSame, (answer) => answer.at)
        : ({ state: 'agreed', value: (side === 'mine' ? m : t) ?? null } as const);
    if (merged.state === 'agreed') return merged.value === null ? [] : [[key, merged.value] as const];
    conflicts.push({ kind: 'answer', key, base: b ?? null, mine: merged.mine, theirs: merged.theirs });
    return [];
  });
  return { kept: Object.fromEntries(kept), conflicts };
}

function mergeDecisions(base: Draft, mine: Draft, theirs: Draft) {
  const conflicts: DraftConflict[] = [];
  const kept = keysOf(base.decisions, mine.decisions, theirs.decisions).flatMap((rule) => {
    const [b, m, t] = [base, mine, theirs].map(({ decisions }) => at(decisions, rule));
    const merged = threeWay(b ?? null, m ?? null, t ?? null, sameDecision, (decision) => decision.at);
    if (merged.state === 'agreed') return merged.value === null ? [] : [[rule, merged.value] as const];
    conflicts.push({ kind: 'decision', rule, mine: merged.mine, theirs: merged.theirs });
    return [];
  });
  return { kept: Object.fromEntries(kept), conflicts };
}

function sameDecision(a: ProblemDecision, b: ProblemDecision): boolean {
  const said = (it: ProblemDecision) => [
    it.state,
    it.state === 'accepted' ? it.problem : it.reason,
    it.about,
  ];
  return equal(said(a), said(b));
}

/** The highest row that was ever made, of each group where that is higher than the rows that are left. */
function madeIn(
  groups: readonly RepeatingGroup[],
  { rows }: RowsMerge,
  ...drafts: readonly Draft[]
): Record<ItemKey, number> | null {
  const entries = groups.flatMap((group) =>
    pathsTo(group, groups, ...drafts).flatMap((path) => {
      const key = itemKey(group.id, path);
      const highest = Math.max(0, ...drafts.flatMap((draft) => namesEver(draft, key)));
      const left = Math.max(0, ...(at(rows, key) ?? ['1']).map(Number).filter(Number.isInteger));
      return highest > left ? [[key, highest] as const] : [];
    }),
  );
  return entries.length === 0 ? null : Object.fromEntries(entries);
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

function at<T>(record: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(record, key) ? (record[key] ?? null) : null;
}
