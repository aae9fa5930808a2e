import type { Gap, PlaceConfiguration, Section } from '@ehch/clinical';
import type { Thread } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { NO_HOME, UNLISTED_AT } from '@ehch/fhir';
import { configuredOf, type EngineState } from '../engine-state.ts';
import { isLocal } from '../local/local-base.ts';
import { newRecord, outcomeOf, progressOf } from '../record.ts';
import { askKinds } from '../steps/ask-kinds.ts';
import { PAGE } from '../steps/queries.ts';
import { tellChange } from '../steps/tell-change.ts';
import type { HeldUnlisted } from './held-unlisted.ts';
import { UNLISTED } from './unlisted-name.ts';

const KIND = 'Communication';

/** The end of what a gap says of threads that were linked to somebody whom no list has. */
export const LINKED_TO_NOBODY = 'linked to somebody who is on no list here';

/** [P] How soon the messages about people off the list are asked for again while a list of homes is on screen. */
const ASK_AGAIN_MS = 15_000;

/**
 * Asks for the messages about people who are not on the lists of the place's homes, where that is due. A note tells when they
 * came. Nothing is asked where there is no server.
 */
export function askUnlisted(engine: EngineState, now: Instant): void {
  const { configuration, context } = configuredOf(engine);
  const { place } = configuration;
  if (place === null || isLocal(configuration) || !isDue(engine, now)) return;
  engine.unlisted ??= newRecord(UNLISTED);
  const record = engine.unlisted;
  record.askedAt = now;
  void askKinds({
    ...context,
    stop: record.stop.signal,
    copies: engine.copies,
    epoch: () => engine.store.leadership.current(),
    inTurn: engine.inTurn,
    record,
    queries: [{ kind: KIND, path: pathOf(place) }],
    now,
    // They may have been forgotten while the server worked. A late answer must not bring them back.
    isCurrent: () => engine.unlisted === record,
    onProgress: () => tellChange(engine, UNLISTED),
  });
}

function isDue({ unlisted }: EngineState, now: Instant): boolean {
  if (unlisted === null || unlisted.askedAt === null) return true;
  const passed = Date.parse(now) - Date.parse(unlisted.askedAt);
  return !(passed >= 0 && passed < ASK_AGAIN_MS) && !progressOf(unlisted, KIND).running;
}

function pathOf({ homes }: PlaceConfiguration): string {
  const codes = [...homes.map(({ id }) => id), NO_HOME];
  const any = codes.map((code) => encodeURIComponent(`${UNLISTED_AT}|${code}`)).join(',');
  return `${KIND}?category=${any}&_count=${PAGE}`;
}

/** The threads of a home about people off its list. They are a section: not read is not "none". */
export function unlistedOf(
  engine: EngineState,
  { held, threads, unreadable, orphans }: HeldUnlisted,
  home: string,
  unplaced: number,
): Section<readonly Thread[]> {
  const progress = progressOf(engine.unlisted ?? newRecord(UNLISTED), KIND);
  const state = held.kinds.get(KIND);
  // They are asked for every few seconds. What is known, or that it failed, stands until another answer has come.
  const outcome = outcomeOf(state, { ...progress, running: progress.running && state === undefined }, null);
  const own = threads.filter(
    ({ about }) => about.kind === 'unlisted' && (about.person.home ?? NO_HOME) === home,
  );
  const gaps: readonly Gap[] = [
    ...(state?.missing ?? []),
    ...(state?.more === true ? [{ why: 'more', what: 'messages that were not read' } as const] : []),
    ...(unreadable > 0 ? [{ why: 'unreadable', what: 'messages about people off the list' } as const] : []),
    ...(orphans.length > 0 ? [{ why: 'more', what: 'messages whose matter has not arrived' } as const] : []),
    ...(unplaced > 0
      ? [
          {
            why: 'more',
            what: `${unplaced} ${unplaced === 1 ? 'thread that was' : 'threads that were'} ${LINKED_TO_NOBODY}`,
          } as const,
        ]
      : []),
  ];
  const content =
    own.length === 0 ? ({ kind: 'not-recorded' } as const) : ({ kind: 'recorded', value: own } as const);
  const known = { state: 'known', content, freshness: 'current', gaps } as const;
  switch (outcome.state) {
    case 'loading':
      return { state: 'loading' };
    case 'withheld':
      return { state: 'withheld', why: outcome.why };
    case 'failed': {
      const { error, at, last } = outcome;
      if (last === undefined) return { state: 'failed', error, at };
      return { ...known, asOf: last.asOf, refresh: { state: 'failed', error, at } };
    }
    case 'refreshing':
      return { ...known, asOf: outcome.asOf, refresh: { state: 'running' } };
    case 'loaded':
      return { ...known, asOf: outcome.asOf, refresh: { state: 'idle' } };
  }
}
