import {
  unreadIn,
  type Content,
  type Failed,
  type Gap,
  type Refresh,
  type Section,
  type SectionName,
} from '@ehch/clinical';
import { freshnessOf } from '@ehch/clinical/rules';
import type { Instant } from '@ehch/clinical/time';
import type { BuildViewInput, TypeOutcome } from './build-view-input.ts';
import { RESOURCE_WORDS, SECTION_SOURCES, type ResourceType } from './sections.ts';

/** [P] Minutes. Without a place configuration, a section older than this is stale. */
export const STALE_AFTER_MINUTES = 60;

/** One resource type behind a section, in words, and how its request went. */
interface Source {
  readonly what: string;
  readonly outcome: TypeOutcome;
}

/**
 * Combines what the record says with how well it could be asked.
 * "None" and "not recorded" are claims about all sources. The section makes them only when every source
 * answered, and nothing of this section was unreadable or left out. Otherwise it says that it failed, is
 * withheld, or is loading.
 */
export function toSection<T>(
  name: SectionName,
  content: Content<T>,
  ownGaps: readonly Gap[],
  input: BuildViewInput,
): Section<T> {
  const sources = sourcesOf(name, input);
  const gaps = [...sources.flatMap(gapOf), ...ownGaps, ...inputGaps(name, input)];
  const lacking = whollyNotOffered(name, input);
  const claimsAbsence = content.kind === 'not-recorded' || content.kind === 'recorded-as-none';
  const unanswered = claimsAbsence
    ? (lacking ?? whyAbsenceIsNotKnown<T>(content.kind, sources, gaps, input.now))
    : null;
  if (unanswered !== null) return unanswered;
  const asOf = oldest(sources, input.now);
  return {
    state: 'known',
    content,
    asOf,
    freshness: freshnessOf(asOf, input.now, input.place?.staleAfterMinutes ?? STALE_AFTER_MINUTES),
    refresh: refreshOf(sources),
    gaps: distinct(gaps),
  };
}

/**
 * Whether every source of a section answered in full. Only then does a missing item prove that there is none.
 *
 * @param needed types that the server must offer: without one of them, a missing item proves nothing
 */
export function isAnsweredWhole(
  name: SectionName,
  input: BuildViewInput,
  needed: readonly ResourceType[],
): boolean {
  const gaps = [...sourcesOf(name, input).flatMap(gapOf), ...inputGaps(name, input)];
  return unreadIn({ gaps }).length === 0 && !needed.some((type) => isLacking(type, input));
}

function sourcesOf(name: SectionName, input: BuildViewInput): readonly Source[] {
  return SECTION_SOURCES[name].map((type): Source => ({
    what: RESOURCE_WORDS[type][1],
    outcome: input.outcomes[type] ?? { state: 'loaded', asOf: input.now },
  }));
}

/**
 * A server that keeps none of a section's own types knows nothing of it. A List adds to what others say: its lack
 * alone leaves no doubt. `null`: at least one of its own types is offered.
 */
function whollyNotOffered(name: SectionName, input: BuildViewInput): Failed | null {
  const own = SECTION_SOURCES[name].filter((type) => type !== 'List');
  if (!own.every((type) => isLacking(type, input))) return null;
  const { outcomes, now } = input;
  const outcome = own.map((type) => outcomes[type]).find((one) => one !== undefined);
  return { state: 'failed', error: { code: 'not-offered' }, at: (outcome && answeredAt(outcome)) ?? now };
}

function isLacking(type: ResourceType, { gaps = {} }: BuildViewInput): boolean {
  return (gaps[type] ?? []).some(({ why }) => why === 'not-offered');
}

function whyAbsenceIsNotKnown<T>(
  kind: 'not-recorded' | 'recorded-as-none',
  sources: readonly Source[],
  gaps: readonly Gap[],
  now: Instant,
): Section<T> | null {
  // A section has one state, so the causes are checked in order: failed, withheld, still loading.
  for (const { outcome } of sources) {
    if (outcome.state === 'failed' && outcome.last === undefined) {
      return { state: 'failed', error: outcome.error, at: outcome.at };
    }
  }
  for (const { outcome } of sources)
    if (outcome.state === 'withheld') return { state: 'withheld', why: outcome.why };
  if (gaps.some(({ why }) => why === 'withheld')) return { state: 'withheld', why: 'unstated' };
  if (gaps.some(({ why }) => why === 'failed'))
    return { state: 'failed', error: { code: 'server-error' }, at: now };
  if (gaps.some(({ why }) => why === 'unreadable'))
    return { state: 'failed', error: { code: 'malformed' }, at: now };
  // "None" stands on a page that was read. The unread pages may contradict it.
  if (kind === 'recorded-as-none' && gaps.some(({ why }) => why === 'more')) {
    return { state: 'failed', error: { code: 'malformed' }, at: now };
  }
  return gaps.some(({ why }) => why === 'loading') ? { state: 'loading' } : null;
}

function gapOf({ what, outcome }: Source): readonly Gap[] {
  switch (outcome.state) {
    case 'failed':
      // An earlier answer still stands, so its records are there. `refresh` says that asking again failed.
      return outcome.last === undefined ? [{ why: 'failed', what }] : [];
    case 'withheld':
    case 'loading':
      return [{ why: outcome.state, what }];
    case 'loaded':
    case 'refreshing':
      return [];
  }
}

function inputGaps(name: SectionName, input: BuildViewInput): readonly Gap[] {
  return SECTION_SOURCES[name].flatMap((type) => input.gaps?.[type] ?? []);
}

/** A section is as old as its oldest answer. */
function oldest(sources: readonly Source[], now: Instant): Instant {
  const times = sources.flatMap(({ outcome }) => answeredAt(outcome) ?? []);
  return times.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? now;
}

function answeredAt(outcome: TypeOutcome): Instant | null {
  switch (outcome.state) {
    case 'loaded':
    case 'refreshing':
      return outcome.asOf;
    case 'failed':
      return outcome.last?.asOf ?? null;
    case 'withheld':
    case 'loading':
      return null;
  }
}

function refreshOf(sources: readonly Source[]): Refresh {
  for (const { outcome } of sources) {
    if (outcome.state === 'failed' && outcome.last !== undefined) {
      return { state: 'failed', error: outcome.error, at: outcome.at };
    }
  }
  return { state: sources.some(({ outcome }) => outcome.state === 'refreshing') ? 'running' : 'idle' };
}

function distinct(gaps: readonly Gap[]): readonly Gap[] {
  return gaps.filter(
    (gap, index) => gaps.findIndex((other) => other.why === gap.why && other.what === gap.what) === index,
  );
}
