import { EhchError } from '@ehch/clinical';
import type { RunningEngine } from '../device/start-engine.ts';
import type { EngineSurface } from '../protocol.ts';

/** The calls about a place that has no server, and about the time when it had none. `open` rejects while it is locked. */
export function localSurface(
  open: () => Promise<RunningEngine>,
): Pick<EngineSurface, 'localResidents' | 'linkable' | 'openLocal' | 'link'> {
  return {
    async localResidents({ now }) {
      const { device, lists } = await open();
      const { here } = device;
      if (here === null)
        throw new EhchError(
          'unsupported',
          'The server of this place keeps the list. Ask for `listResidents`.',
        );
      return lists.read('local', now, () => here.residents());
    },
    async linkable({ now }) {
      const { lists, linking } = await open();
      const read = () => linking.linkable(now);
      // Before it is open it names nobody.
      return linking.isOpen ? lists.read('linkable', now, read) : read();
    },
    async openLocal({ secret, now }) {
      const { device, linking } = await open();
      const isOpen = await linking.open(secret);
      // Everybody on that list can be seen from here on (SPEC U1).
      await device.audit(
        isOpen ? 'view' : 'refused',
        null,
        now,
        isOpen ? {} : { stopped: 'wrong passphrase' },
      );
      return { state: isOpen ? 'unlocked' : 'wrong' };
    },
    link: async (choice) => (await open()).linking.link(choice),
  };
}
