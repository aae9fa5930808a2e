import { waitingIn } from '../actions/waiting.ts';
import { unsentIn } from '../actions/status.ts';
import type { EngineSurface } from '../protocol.ts';
import type { Device } from './device.ts';

const NOTHING = { unsent: { total: 0, escalations: 0 }, waitingForPerson: 0 };

type DeviceCalls = 'status' | 'waiting' | 'decide' | 'load' | 'tryNow' | 'look' | 'audit' | 'unlock' | 'lock';

/** The calls about what this device holds: how things stand, what waits for a person, and its lock. */
export function deviceSurface(device: Device, runsIn: 'worker' | 'page'): Pick<EngineSurface, DeviceCalls> {
  return {
    status: async () => {
      const opened = await device.openedOrNull();
      return {
        runsIn,
        lasts: opened?.store.lasts ?? 'memory',
        lock: opened?.isLocked() === true ? 'locked' : 'unlocked',
        ...device.sending(),
        ...(opened === null ? NOTHING : await unsentIn(opened.store.outbox)),
        lost: opened?.lost ?? 0,
      };
    },
    async waiting() {
      const { store } = await device.opened();
      return waitingIn(await store.outbox.entries());
    },
    async decide({ intent, decision, now }) {
      await device.decide(intent, decision, now);
      return null;
    },
    async load({ go }) {
      device.load(go);
      return null;
    },
    async tryNow() {
      device.tryNow();
      return null;
    },
    look: ({ resident, now }) => device.look(resident, now),
    async audit({ action, resident, reason, now }) {
      await device.audit(action, resident, reason, now);
      return null;
    },
    async unlock({ secret }) {
      const { unlock } = await device.opened();
      return { state: (await unlock(secret)) ? 'unlocked' : 'wrong' };
    },
    async lock() {
      await (await device.opened()).lock();
      return null;
    },
  };
}
