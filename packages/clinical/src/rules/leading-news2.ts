import { compareText } from '../display/compare-text.ts';
import type { Caution } from '../recorded.ts';
import type { News2Entry, News2Story } from '../resident/measurements.ts';
import { daysBetween } from '../time/civil-date.ts';
import { civilDayOf, comparePartialDates } from '../time/partial-date.ts';
import type { CivilDate } from '../time/types.ts';

/** RCP 2017: the highest possible total of the seven parameters. */
const MOST = 20;

/** [P] Days. Older observations do not describe the present condition and stay in their section. */
export const NEWS2_TOLD_DAYS = 31;

/**
 * Returns the entry that describes the present condition, or `undefined` if none has a figure. [P] An incomplete set
 * proves nobody well, so the last whole set stands until another replaces it, unless the later parts already score
 * higher. So does a firm set before one in doubt.
 */
export function leadingNews2(happened: readonly News2Entry[], today: CivilDate): News2Entry | undefined {
  const leading = leadingOf(happened, today);
  if (leading === undefined || !isInDoubt(leading)) return leading;
  const firm = leadingOf(
    happened.filter((entry) => !isInDoubt(entry)),
    today,
  );
  const age = firm === undefined ? null : news2Age(firm, today);
  if (firm === undefined || age === null || age > NEWS2_TOLD_DAYS) return leading;
  return (news2Figure(firm)?.value ?? 0) > (news2Figure(leading)?.value ?? 0) ? firm : leading;
}

/** The entry that describes the present condition, and the newest one where that is another. */
export interface ToldNews2 {
  readonly latest: News2Entry | undefined;
  readonly later: News2Entry | undefined;
}

/** What a screen tells of all that happened. Where none has a figure, the newest stands all the same. */
export function toldNews2(happened: readonly News2Entry[], today: CivilDate): ToldNews2 {
  const [newest] = happened.toSorted(newestThenHighest);
  const latest = leadingNews2(happened, today) ?? newest;
  return { latest, later: newest === latest ? undefined : newest };
}

/** [P] Cautions under which a score may not be this resident's. It then hides no higher one. */
const DOUBTS: readonly Caution[] = ['mistaken-in-words', 'unknown-modifier', 'test-data'];

function isInDoubt({ cautions }: News2Entry): boolean {
  return cautions.some((caution) => DOUBTS.includes(caution));
}

/** Why a later entry does not lead. */
export function whyNotLeading(later: News2Entry): 'in doubt' | 'without a total' {
  return isInDoubt(later) && news2Figure(later)?.missing === 0 ? 'in doubt' : 'without a total';
}

/** The same in words that follow the score that leads. */
export function laterNews2Words(later: News2Entry): string {
  return whyNotLeading(later) === 'in doubt' ? 'a later one is in doubt' : 'a later one has no total';
}

function leadingOf(happened: readonly News2Entry[], today: CivilDate): News2Entry | undefined {
  const [newest, ...older] = happened
    .toSorted(newestThenHighest)
    .filter((entry) => news2Figure(entry) !== null);
  const parts = newest === undefined ? null : news2Figure(newest);
  if (parts === null || parts.missing === 0) return newest;
  const whole = older.find((entry) => news2Figure(entry)?.missing === 0);
  const age = whole === undefined ? null : news2Age(whole, today);
  if (whole === undefined || age === null || age > NEWS2_TOLD_DAYS) return newest;
  return (news2Figure(whole)?.value ?? 0) > parts.value ? whole : newest;
}

/** Newest first. The record does not say which of two scores on one day came later, so the higher one comes first. */
export function newestThenHighest(a: News2Entry, b: News2Entry): number {
  return (
    comparePartialDates(a.on, b.on) ||
    (news2Figure(b)?.value ?? -1) - (news2Figure(a)?.value ?? -1) ||
    compareText(a.id, b.id)
  );
}

/** The resident's usual score in words. A usual score that is not a number is quoted, and compared with nothing. */
export function usualNews2Words({
  usual,
  usualInWords = [],
}: Pick<News2Story, 'usual' | 'usualInWords'>): string {
  if (usual !== null) return `usual ${usual.total}`;
  const said = usualInWords.map((words) => `“${words}”`).join(' and as ');
  return said === '' ? 'usual not set' : `usual recorded as ${said}`;
}

/** The imported total, or `null` if it is outside NEWS2's range (RCP 2017: 0 to 20). */
export function claimedTotal({ importedTotal }: News2Entry): number | null {
  return importedTotal !== null && importedTotal >= 0 && importedTotal <= MOST ? importedTotal : null;
}

/** The age of an entry in days; `null` for a partial date. */
export function news2Age({ on }: News2Entry, today: CivilDate): number | null {
  const day = civilDayOf(on);
  return day === null ? null : Math.max(0, daysBetween(day, today));
}

export interface News2Figure {
  readonly value: number;
  readonly words: string;
  readonly missing: number;
  readonly of: number;
}

/** The figure to show for an entry. Missing parts leave only a lower limit, which never reads as a total. */
export function news2Figure(entry: News2Entry): News2Figure | null {
  const { score, onScale = null, scale = null } = entry;
  const of = Object.keys(score.items).length;
  if (onScale !== null) {
    // The scale is not settled: both totals are shown, and the higher one decides the urgency.
    const words = `${onScale[1]} on scale 1, ${onScale[2]} on scale 2`;
    return { value: Math.max(onScale[1], onScale[2]), words, missing: 0, of };
  }
  // Scale 1 applies unless a clinician asked for scale 2 (RCP 2017), so only scale 2 is named beside the number.
  const on = scale === 2 ? ' on scale 2' : '';
  if (score.total !== null) return { value: score.total, words: `${score.total}${on}`, missing: 0, of };
  if (score.status === 'not-applicable') return null;
  const hasParts = Object.values(score.items).some((item) => item.score !== null);
  const claimed = hasParts ? null : claimedTotal(entry);
  if (claimed !== null) {
    return { value: claimed, words: `${claimed} as recorded, without its parts`, missing: 0, of };
  }
  if (!hasParts || score.atLeast === undefined) return null;
  return { value: score.atLeast, words: `at least ${score.atLeast}${on}`, missing: score.missing.length, of };
}
