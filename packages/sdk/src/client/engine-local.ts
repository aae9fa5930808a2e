import type { LocalHome, LocalResident } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Clock } from '@ehch/clinical/time';
import type { EngineLink } from './engine-link.ts';

/** The list of a home without a server, from an engine. */
export function engineLocal(link: EngineLink, clock: Clock): LocalHome {
  return {
    watchResidents(onResidents, signal) {
      if (signal.aborted) return;
      let last = '';
      const give = (residents: readonly LocalResident[] | null): void => {
        const said = JSON.stringify(residents);
        if (signal.aborted || said === last) return;
        last = said;
        onResidents(residents);
      };
      const look = async (): Promise<void> => {
        if (signal.aborted || link.isClosed) return;
        try {
          give(await (await link.engine()).localResidents({ now: clock() }));
        } catch (error) {
          reportCaught(error, 'sdk/local');
          give(null);
        }
      };
      signal.addEventListener('abort', link.listen({ onChange: look, onLoss: () => give(null) }));
      void look();
    },
  };
}
