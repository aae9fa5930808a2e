import { EhchError } from '@ehch/clinical';
import { actionsSurface } from '../actions/actions-surface.ts';
import type { EngineSurface } from '../protocol.ts';
import type { RunningEngine } from './start-engine.ts';

function passkeysOf({ device }: RunningEngine): NonNullable<RunningEngine['device']['opened']['passkeys']> {
  const { passkeys } = device.opened;
  if (passkeys !== null) return passkeys;
  throw new EhchError(
    'unsupported',
    'This browser keeps nothing on the disk, so a passkey has nothing to open.',
  );
}

/** The calls that the engine of the present configuration answers. `now` gives it at each call. */
export function deviceSurface(
  now: () => Promise<RunningEngine>,
): Omit<EngineSurface, 'configure' | 'status'> {
  /** Guard: while locked nothing that was read or written is told, wherever it is kept. */
  async function open(): Promise<RunningEngine> {
    const running = await now();
    if (running.device.opened.isLocked())
      throw new EhchError('locked', 'The records on this device are locked. Unlock them, then ask again.');
    return running;
  }

  return {
    async listResidents(argument) {
      const { device, reading } = await open();
      device.clinicalNow = argument.now;
      return reading.listResidents(argument);
    },
    async openResident(argument) {
      const { device, reading } = await open();
      device.clinicalNow = argument.now;
      return reading.openResident(argument);
    },
    async refreshResident(argument) {
      const { device, reading } = await open();
      device.clinicalNow = argument.now;
      return reading.refreshResident(argument);
    },
    async closeResident(argument) {
      const { reading, device } = await now();
      await reading.closeResident(argument);
      await device.left(argument.resident);
      return null;
    },
    changesSince: async (argument) => (await now()).reading.changesSince(argument),
    async forget(argument) {
      const { device, reading } = await now();
      // The pull first: it would bring the copies back at once.
      await device.forget();
      return reading.forget(argument);
    },
    ...actionsSurface(
      async () => (await now()).device.actions,
      async () => (await open()).device.actions,
    ),
    // While locked everything would be listed as damaged, and somebody might give it up.
    waiting: async () => (await open()).device.waiting(),
    async decide({ intent, decision }) {
      await (await now()).device.decide(intent, decision);
      return null;
    },
    async load({ go }) {
      await (await now()).device.load(go);
      return null;
    },
    async noteLost({ shown }) {
      await (await now()).device.noteLost(shown);
      return null;
    },
    async tryNow() {
      (await now()).device.tryNow();
      return null;
    },
    look: async ({ resident, now: at }) => (await open()).device.look(resident, at),
    async audit({ action, resident, reason, now: at }) {
      await (await now()).device.audit(action, resident, at, { reason });
      return null;
    },
    async unlock({ secret }) {
      return { state: (await (await now()).device.unlock(secret)) ? 'unlocked' : 'wrong' };
    },
    // The records need not be open: this is how they are opened.
    passkey: async () => passkeysOf(await now()).facts(),
    async keepPasskey({ credential }) {
      await passkeysOf(await now()).keep(credential);
      return null;
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
