import type { HomeLinking } from '@ehch/clinical';
import type { Clock } from '@ehch/clinical/time';
import type { EngineLink } from './engine-link.ts';

/** Links what a home did without a server, through an engine. */
export function engineLinking(link: EngineLink, clock: Clock): HomeLinking {
  return {
    linkable: async () => (await link.engine()).linkable({ now: clock() }),
    openLocal: async (secret) => (await (await link.engine()).openLocal({ secret, now: clock() })).state,
    link: async (choice) => (await link.engine()).link({ ...choice, now: clock() }),
  };
}
