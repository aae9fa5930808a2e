import type { ItemKey } from '../form/answer.ts';
import type { Draft } from '../form/draft.ts';
import type { Author } from '../recorded.ts';
import { readInstant } from '../time/london.ts';
import type { Instant } from '../time/types.ts';

/** What one person did in an assessment that several fill in over several days. */
export interface Contribution {
  /** `null`: who it was is not recorded. */
  readonly by: Author | null;
  /** What they answered, or said was not assessed, as it stands now; first answered first. */
  readonly answered: readonly { readonly key: ItemKey; readonly at: Instant }[];
  /** The rules whose candidate problem they decided. */
  readonly decided: readonly { readonly rule: string; readonly at: Instant }[];
  readonly first: Instant;
  readonly last: Instant;
}

/**
 * Who answered what and when, earliest first. Only what still stands: whose answer was overwritten is not in a draft. What
 * the form filled in by itself is nobody's.
 */
export function contributorsOf(draft: Draft): readonly Contribution[] {
  const acts = [
    ...Object.entries(draft.answers)
      .filter(([, answer]) => answer.state !== 'given' || answer.from.kind !== 'initial')
      .map(([key, { at, by }]) => ({ kind: 'answer', key, at, by }) as const),
    ...Object.entries(draft.decisions).map(
      ([key, { at, by }]) => ({ kind: 'decision', key, at, by }) as const,
    ),
  ].sort((a, b) => (readInstant(a.at) ?? 0) - (readInstant(b.at) ?? 0));
  const nameOf = (by: Author | null) => JSON.stringify(by === null ? null : [by.name, by.role]);
  const people = [...new Set(acts.map(({ by }) => nameOf(by)))];
  return people.flatMap((person) => {
    const theirs = acts.filter(({ by }) => nameOf(by) === person);
    const [first, last] = [theirs[0], theirs.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [
      {
        by: first.by,
        answered: theirs.flatMap(({ kind, key, at }) => (kind === 'answer' ? [{ key, at }] : [])),
        decided: theirs.flatMap(({ kind, key, at }) => (kind === 'decision' ? [{ rule: key, at }] : [])),
        first: first.at,
        last: last.at,
      },
    ];
  });
}
