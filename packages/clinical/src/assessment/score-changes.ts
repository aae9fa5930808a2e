import type { ScoreResult } from '../score.ts';
import { isUsed } from './is-used.ts';

/** What became of the result of one instrument since the last assessment. */
export interface ScoreChange {
  readonly instrument: string;
  /** `not-comparable`: another version or scale, or nobody knows which. `incomplete`: one of the two has no total. */
  readonly state: 'changed' | 'same' | 'new' | 'no-longer-scored' | 'not-comparable' | 'incomplete';
  readonly before: ScoreResult | null;
  readonly now: ScoreResult | null;
  /** Points more or fewer; `null` where the two numbers are not points of one scale. */
  readonly delta: number | null;
  /** The parts that changed, as far as both are known. */
  readonly items: readonly { readonly item: string; readonly before: unknown; readonly now: unknown }[];
}

/** Scales that stand in for each other and that nobody converts (clinical rules 4.2 and 7). */
const OTHER_SCALE: Readonly<Record<string, string>> = {
  'barthel-20': 'barthel-100',
  'barthel-100': 'barthel-20',
  efi: 'efi2',
  efi2: 'efi',
};

/** Compares results of the same instrument and version, and says of others that they do not compare. */
export function scoreChanges(
  last: readonly ScoreResult[],
  current: readonly ScoreResult[],
): readonly ScoreChange[] {
  const find = (scores: readonly ScoreResult[], id: string | undefined) =>
    scores.find(({ instrument, status }) => instrument === id && status === 'complete') ??
    scores.find((score) => score.instrument === id && isUsed(score)) ??
    null;
  const ids = [...new Set([...current, ...last].filter(isUsed).map(({ instrument }) => instrument))];
  return ids.flatMap((instrument) => {
    const now = find(current, instrument);
    const own = find(last, instrument);
    const other = OTHER_SCALE[instrument];
    if (now === null && find(current, other) !== null) return [];
    return [changeOf(instrument, own ?? (now === null ? null : find(last, other)), now)];
  });
}

function changeOf(instrument: string, before: ScoreResult | null, now: ScoreResult | null): ScoreChange {
  const about = { instrument, before, now, delta: null, items: [] };
  if (now === null) return { ...about, state: 'no-longer-scored' };
  if (before === null) return { ...about, state: 'new' };
  const scale = scaleOf(now);
  if (scale === null || scale !== scaleOf(before)) return { ...about, state: 'not-comparable' };
  const items = itemChanges(before, now);
  if (now.status !== 'complete' || before.status !== 'complete')
    return { ...about, items, state: 'incomplete' };
  const same = now.total === before.total && now.band === before.band && items.length === 0;
  return { ...about, items, delta: deltaOf(before, now), state: same ? 'same' : 'changed' };
}

/** `null`: the version is not stated, and a total without it means nothing. Totals of two lists do not compare either. */
function scaleOf(score: ScoreResult): string | null {
  if (score.version === 'not-stated' || score.flags.includes('tool-not-stated')) return null;
  return `${score.instrument} ${score.version} ${'tool' in score ? String(score.tool) : ''}`;
}

/** A number that is a name (a stool type) or a judged level (9 is no step after 8) has a band, no direction and no delta. */
function deltaOf(before: ScoreResult, now: ScoreResult): number | null {
  if (now.direction === 'none' && now.band !== null) return null;
  if (before.total === null || now.total === null) return null;
  // As people subtract: 58.2 from 60.5 is 2.3.
  return Number((now.total - before.total).toFixed(4));
}

function itemChanges(before: ScoreResult, now: ScoreResult): ScoreChange['items'] {
  return Object.entries(now.items).flatMap(([item, { value }]) => {
    const old = before.items[item]?.value ?? null;
    const known = value !== null && old !== null;
    return known && JSON.stringify(value) !== JSON.stringify(old) ? [{ item, before: old, now: value }] : [];
  });
}
