import type { Answer, ItemKey } from '../../form/answer.ts';
import type { Disputed, Draft, ProblemDecision } from '../../form/draft.ts';
import type { Instant } from '../../time/types.ts';
import type { Said } from './merge-said.ts';

/** What people said otherwise. Somebody settles it by answering; until then the draft has no answer there. */
export type Dispute =
  | { readonly kind: 'answer'; readonly key: ItemKey; readonly said: Said<Answer> }
  | { readonly kind: 'decision'; readonly rule: string; readonly said: Said<ProblemDecision> }
  /** The draft keeps the moment that stood there before. */
  | { readonly kind: 'assessed-at'; readonly said: readonly Instant[] };

/** Everything in a draft that is still in dispute. */
export function disputesIn(draft: Draft): readonly Dispute[] {
  const { answers = {}, decisions = {}, assessedAt = null } = draft.disputed ?? {};
  return [
    ...Object.entries(answers).flatMap(([key, said]) =>
      Object.hasOwn(draft.answers, key) ? [] : [{ kind: 'answer', key, said } as const],
    ),
    ...Object.entries(decisions).flatMap(([rule, said]) =>
      Object.hasOwn(draft.decisions, rule) ? [] : [{ kind: 'decision', rule, said } as const],
    ),
    ...(assessedAt?.kept === draft.assessedAt
      ? [{ kind: 'assessed-at', said: assessedAt.said } as const]
      : []),
  ];
}

/** What a record of a draft has in one place, with what is in dispute there. */
export function saidAt<T>(
  settled: Readonly<Record<string, T>>,
  disputed: Readonly<Record<string, Said<T>>> | undefined,
  key: string,
): Said<T> {
  if (Object.hasOwn(settled, key)) return [settled[key] ?? null];
  const open = disputed !== undefined && Object.hasOwn(disputed, key) ? disputed[key] : undefined;
  return open ?? [null];
}

export function seenAt({ assessedAt, disputed }: Draft): readonly Instant[] {
  const open = disputed?.assessedAt ?? null;
  return open?.kept === assessedAt ? open.said : [assessedAt];
}

/** `null`: there is no dispute. */
export function disputedOf(
  answers: Disputed['answers'],
  decisions: Disputed['decisions'],
  assessedAt: Disputed['assessedAt'],
): Disputed | null {
  const isNone = [...Object.keys(answers), ...Object.keys(decisions)].length === 0 && assessedAt === null;
  return isNone ? null : { answers, decisions, assessedAt };
}
