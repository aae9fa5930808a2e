import type {
  EhchErrorCode,
  HomeMatters,
  HomeOfMatters,
  MatterRecord,
  ResidentId,
  ResidentView,
} from '@ehch/clinical';
import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { isEndInSight } from '@ehch/clinical/thread';
import { londonDate, type Instant } from '@ehch/clinical/time';
import { NO_HOME } from '@ehch/fhir';
import { cardBuilder, presentFacts, type CardFacts } from '../cards/card-facts.ts';
import { configuredOf, type EngineState } from '../engine-state.ts';
import type { RosterEntry } from '../protocol.ts';
import { newRecord } from '../record.ts';
import { isFormer } from '../steps/roster/former-members.ts';
import { viewOf } from '../steps/view-of.ts';
import { heldUnlisted, type HeldUnlisted } from './held-unlisted.ts';
import { unsentPresses } from './unsent-presses.ts';
import { askUnlisted, LINKED_TO_NOBODY, unlistedOf } from './unlisted.ts';

/** [P] Members without a card whose records are looked at for one list. While a home is loaded, most have none. */
const MOST_LOOKED_AT = 40;

/**
 * The threads of the place's homes, from the copies on this device. Only records with a thread are opened. Nothing is asked of
 * the network but the messages about people who are on no list.
 */
export async function listMatters(engine: EngineState, now: Instant): Promise<HomeMatters> {
  const { configuration } = configuredOf(engine);
  const places = configuration.place?.homes ?? [];
  askUnlisted(engine, now);
  const waiting = await unsentPresses(engine.store.outbox);
  const unlisted = await heldUnlisted(engine.copies, waiting.get(null));
  const residents = new Map<ResidentId, MatterRecord>();
  const onTheList = new Map<ResidentId, HomeMatters['onTheList'][number]>();
  const states: { readonly home: string; readonly name: string; readonly state: HomeOfMatters['state'] }[] =
    [];
  for (const { id, name } of places) {
    const found =
      configuration.copies === 'homes'
        ? await homeFrom(engine, id, { unlisted, waiting }, now)
        : 'not-copied';
    const home = { home: id, name };
    if (found === 'not-copied' || found === 'loading') {
      states.push({ ...home, state: { state: found } });
      continue;
    }
    if ('code' in found) {
      states.push({ ...home, state: { state: 'failed', error: { code: found.code } } });
      continue;
    }
    for (const view of found.views) residents.set(view.resident, trimmed(view));
    for (const entry of found.listed) onTheList.set(entry.resident, { ...entry, room: entry.room ?? null });
    const { asOf, incomplete, listed, notRead, withheld } = found;
    const state = {
      state: 'read',
      asOf,
      residents: listed.length,
      notRead,
      withheld,
      isIncomplete: incomplete,
    } as const;
    states.push({ ...home, state });
  }
  const unplaced = (home: string) =>
    linkedFrom(unlisted, now, home).filter((resident) => !residents.has(resident)).length;
  const homes = states.map((one) => ({
    ...one,
    unlisted: unlistedOf(engine, unlisted, one.home, unplaced(one.home)),
  }));
  return {
    residents: [...residents.values()],
    homes: [...homes, ...ofNoHome(unlistedOf(engine, unlisted, NO_HOME, unplaced(NO_HOME)), now)],
    onTheList: [...onTheList.values()],
  };
}

/** Threads about unlisted people that do not say from which home they come. Nobody may overlook them for that. */
function ofNoHome(section: HomeOfMatters['unlisted'], now: Instant): readonly HomeOfMatters[] {
  if (section.state !== 'known') return [];
  const isMissing = section.gaps.some(({ what }) => what.includes(LINKED_TO_NOBODY));
  if (section.content.kind !== 'recorded' && !isMissing) return [];
  const state = {
    state: 'read',
    asOf: now,
    residents: 0,
    notRead: 0,
    withheld: 0,
    isIncomplete: false,
  } as const;
  return [{ home: NO_HOME, name: 'Home not stated', state, unlisted: section }];
}

/**
 * Residents to whom a person has linked a thread that is still seen, of all homes or of one. Their own messages, and so their
 * cards, do not know it.
 */
function linkedFrom({ threads }: HeldUnlisted, now: Instant, home?: string): readonly ResidentId[] {
  return threads.flatMap((thread) => {
    const { about, linkedFrom: from, ending } = thread;
    const isOfHome = from.some(
      (one) => one.kind === 'unlisted' && (home === undefined || (one.person.home ?? NO_HOME) === home),
    );
    const isSeen = ending.state === 'open' || isEndInSight(thread, now);
    return about.kind === 'resident' && isOfHome && isSeen ? about.resident : [];
  });
}

interface HomeRead {
  readonly asOf: Instant;
  readonly incomplete: boolean;
  readonly listed: readonly RosterEntry[];
  readonly views: readonly ResidentView[];
  readonly notRead: number;
  readonly withheld: number;
}

async function homeFrom(
  engine: EngineState,
  home: string,
  { unlisted, waiting }: { unlisted: HeldUnlisted; waiting: Awaited<ReturnType<typeof unsentPresses>> },
  now: Instant,
): Promise<HomeRead | 'loading' | { readonly code: EhchErrorCode }> {
  const { copies } = engine;
  try {
    const kept = await copies.cards(home);
    if (kept === null) return 'loading';
    const today = londonDate(now);
    const linked = linkedFrom(unlisted, now);
    const cards = new Map(kept.cards.map((card) => [card.resident, presentFacts(card, today)]));
    const listed: RosterEntry[] = [];
    const views: ResidentView[] = [];
    let [notRead, withheld, looks] = [0, 0, MOST_LOOKED_AT];
    for (const member of kept.members) {
      const { resident, facts } = member;
      let card = cards.get(resident) ?? null;
      // A record that has just changed has no card until the pull's next step. Its thread may be the change.
      if (card === null && looks-- > 0) card = await lookAt(engine, resident, now);
      if (isFormer(member)) {
        // They are kept for their matter alone. Where no card says that it has ended, it is shown.
        if (card?.threads !== 'none' || waiting.has(resident))
          views.push(await viewFor(engine, resident, unlisted, now));
        continue;
      }
      listed.push(card?.entry ?? (facts as RosterEntry));
      if (card === null || card.threads === 'not-known') notRead += 1;
      if (card?.threads === 'withheld') withheld += 1;
      if (card?.threads === 'some' || linked.includes(resident) || waiting.has(resident))
        views.push(await viewFor(engine, resident, unlisted, now));
    }
    return { asOf: kept.asOf, incomplete: kept.incomplete, listed, views, notRead, withheld };
  } catch (error) {
    if (!(error instanceof EhchError)) throw error;
    reportCaught(error, 'sync/matters');
    return { code: error.code };
  }
}

async function lookAt(engine: EngineState, resident: ResidentId, now: Instant): Promise<CardFacts | null> {
  const builder = cardBuilder(configuredOf(engine).context.base, now);
  const facts = builder.factsOf(resident, await engine.copies.read(resident, builder.types));
  return presentFacts({ resident, version: builder.version, facts }, londonDate(now));
}

/** The same view as of whoever opens the record, with the same rules for what is withheld or was not read. */
function viewFor(
  engine: EngineState,
  resident: ResidentId,
  unlisted: HeldUnlisted,
  now: Instant,
): Promise<ResidentView> {
  const { copies, roster, records, pause } = engine;
  const record = records.get(resident) ?? newRecord(resident);
  const deviceNow = engine.deviceNow?.() ?? now;
  const { configuration } = configuredOf(engine);
  return viewOf({ copies, record, configuration, roster, now, deviceNow, unlisted, pause });
}

/** Only what a row shows leaves the engine. */
function trimmed({ resident, ended, sections }: ResidentView): MatterRecord {
  const { identity, limits, news2, open } = sections;
  return { resident, ...(ended !== undefined && { ended }), sections: { identity, limits, news2, open } };
}
