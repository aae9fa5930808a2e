import { EhchError } from '@ehch/clinical';
import { actionsSurface } from '../actions/actions-surface.ts';
import { waitingIn } from '../actions/waiting.ts';
import type { EngineSurface } from '../protocol.ts';
import type { RunningEngine } from './start-engine.ts';

/** The calls that the engine of the present configuration answers. `now` gives it at each call. */
export function deviceSurface(
  now: () => Promise<RunningEngine>,
): Omit<EngineSurface, 'configure' | 'status'> {
  return {
    listResidents: async (argument) => (await now()).reading.listResidents(argument),
    async openResident(argument) {
      const { device, reading } = await now();
      device.clinicalNow = argument.now;
      return reading.openResident(argument);
    },
    refreshResident: async (argument) => (await now()).reading.refreshResident(argument),
    async closeResident(argument) {
      const { reading, device } = await now();
      await reading.closeResident(argument);
      await device.left(argument.resident);
      return null;
    },
    changesSince: async (argument) => (await now()).reading.changesSince(argument),
    forget: async (argument) => (await now()).reading.forget(argument),
    ...actionsSurface(async () => (await now()).device.actions),
    async waiting() {
      const { opened } = (await now()).device;
      // Everything would be listed as damaged, and somebody might give it up.
      if (opened.isLocked())
        throw new EhchError('locked', 'The records on this device are locked. Unlock them, then ask again.');
      return waitingIn(await opened.store.outbox.entries());
    },
    async decide({ intent, decision }) {
      await (await now()).device.decide(intent, decision);
      return null;
    },
    async load({ go }) {
      (await now()).device.load(go);
      return null;
    },
    async tryNow() {
      (await now()).device.tryNow();
      return null;
    },
    look: async ({ resident, now: at }) => (await now()).device.look(resident, at),
    async audit({ action, resident, reason, now: at }) {
      await (await now()).device.audit(action, resident, at, { reason });
      return null;
    },
    async unlock({ secret }) {
      return { state: (await (await now()).device.unlock(secret)) ? 'unlocked' : 'wrong' };
    },
    async lock() {
      const { device, reading } = await now();
      // The views first: nothing that was read may outlive its key.
      reading.drop();
      device.lock();
      return null;
    },
  };
}
