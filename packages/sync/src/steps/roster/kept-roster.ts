import { reportCaught } from '@ehch/clinical/diagnostics';
import { londonDate, type Instant } from '@ehch/clinical/time';
import type { HomeCards } from '@ehch/store';
import { presentFacts } from '../../cards/card-facts.ts';
import { configuredOf, type EngineState } from '../../engine-state.ts';
import type { Roster, RosterEntry } from '../../protocol.ts';
import { isFormer } from './former-members.ts';
import type { HomeRead } from './read-roster.ts';

/**
 * Keeps the list beside the copies, so that who was opened is found after a reload without a network, and namesakes are still
 * warned of. Where whole homes are copied, the pull keeps it: it erases who has left. A device that cannot keep it shows the
 * list all the same.
 */
export async function keepRoster(
  engine: EngineState,
  homes: readonly HomeRead[],
  { now, isLatest }: { readonly now: Instant; readonly isLatest: () => boolean },
): Promise<void> {
  if (configuredOf(engine).configuration.copies === 'homes') return;
  try {
    await engine.inTurn(async () => {
      const epoch = await engine.store.leadership.current();
      for (const { home, residents, incomplete } of homes) {
        // Guard: a sign-out or a newer reading came meanwhile.
        if (residents === null || !isLatest()) continue;
        const members = residents.map((entry) => ({ resident: entry.resident, facts: entry }));
        await engine.copies.putMembers(epoch, { home, asOf: now, incomplete, members });
      }
    });
  } catch (error) {
    reportCaught(error, 'sync/roster');
  }
}

/**
 * The list of residents as this device keeps it, with its own age: one look for each home, and no record is opened.
 * `null`: no list is kept.
 */
export async function keptRoster(engine: EngineState, now: Instant): Promise<Roster | null> {
  const homes = configuredOf(engine).configuration.place?.homes ?? [];
  const kept = await Promise.all(homes.map(({ id }) => engine.copies.cards(id)));
  const known = kept.filter((home) => home !== null);
  const [oldest] = known.map(({ asOf }) => asOf).toSorted();
  if (oldest === undefined) return null;
  const entries = known.flatMap((home) => entriesOf(home, now));
  const residents = new Map(entries.map((entry) => [entry.resident, entry]));
  return {
    residents: [...residents.values()],
    asOf: oldest,
    incomplete: known.length < homes.length || known.some(({ incomplete }) => incomplete),
  };
}

/** Each member as the card says, which is as new as the record; without one, as the roster said. */
function entriesOf({ members, cards }: HomeCards, now: Instant): readonly RosterEntry[] {
  const today = londonDate(now);
  const byResident = new Map(cards.map((card) => [card.resident, card]));
  return members
    .filter((member) => !isFormer(member))
    .map(
      // The pull keeps what identifies each person beside the reference.
      ({ resident, facts }) => presentFacts(byResident.get(resident), today)?.entry ?? (facts as RosterEntry),
    );
}
