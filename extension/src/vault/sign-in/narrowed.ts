import type { PlaceConfiguration } from '@ehch/clinical';
import { seenBy } from '@ehch/clinical/roles';
import type { Clock } from '@ehch/clinical/time';
import type { EngineResidents } from '@ehch/sdk/client';
import { roleFor, roleOf } from './role-of.ts';
import type { Person } from './who.ts';

/** By whose role, in which place, and at which time. */
interface Narrowing {
  readonly person: Pick<Person, 'held' | 'visits'>;
  readonly place: PlaceConfiguration;
  readonly clock: Clock;
}

/**
 * Guard: what a role may not see leaves the engine towards no panel. Every view is narrowed here, once, and nothing else in
 * the extension gets one. The list stays whole, because a banner is compared with it; a visitor's has one resident.
 */
export function narrowed(residents: EngineResidents, { person, place, clock }: Narrowing): EngineResidents {
  return {
    watch: (resident, onView, signal, asked) =>
      residents.watch(
        resident,
        (view) => {
          const now = clock();
          onView(seenBy(roleFor(resident, roleOf(person, place, now), now), view, { place }));
        },
        signal,
        asked,
      ),
    refresh: (resident, section) => residents.refresh(resident, section),
    async listResidents(by) {
      const roster = await residents.listResidents(by);
      const { pass } = roleOf(person, place, clock());
      if (pass.state === 'none' || pass.resident === null) return roster;
      // Whoever is not on it may be a resident all the same.
      const own = roster.residents.filter(({ resident }) => resident === pass.resident);
      return { ...roster, residents: own, incomplete: true };
    },
    forget: () => residents.forget(),
    conceal: () => residents.conceal(),
    reveal: () => residents.reveal(),
    close: () => residents.close(),
  };
}
