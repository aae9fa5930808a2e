import { EhchError } from '@ehch/clinical';
import { actionsSurface } from '../actions/actions-surface.ts';
import { localSurface } from '../local/local-surface.ts';
import type { MovingSurface } from '../moving/moving-surface.ts';
import type { AuditedAction, EngineSurface } from '../protocol.ts';
import { checkResidentId } from '../resident-id.ts';
import { keysSurface } from './keys-surface.ts';
import { lookingSurface } from './looking-surface.ts';
import type { RunningEngine } from './start-engine.ts';

const AUDITED: readonly AuditedAction[] = ['print', 'copy', 'export', 'break-glass'];

/** Guard: a page in JavaScript has no types. */
function checkAction(action: string): void {
  if (!AUDITED.some((each) => each === action))
    throw new EhchError('bad-argument', `Give one of these acts to audit: ${AUDITED.join(', ')}.`);
}

/** Guard: a glass that is broken without a reason, or for everybody, is one that nobody can look into later (SPEC U3). */
function checkGlass(action: AuditedAction, resident: string | null, reason: string | null): void {
  if (action !== 'break-glass') return;
  if (resident === null || typeof reason !== 'string' || reason.trim() === '')
    throw new EhchError('bad-argument', 'Give one resident, and the reason in the person’s own words.');
}

/** The calls that the engine of the present configuration answers. `now` gives it at each call. */
export function deviceSurface(
  now: () => Promise<RunningEngine>,
): Omit<EngineSurface, 'configure' | 'nameDeciders' | 'status' | keyof MovingSurface> {
  /** Guard: while locked nothing that was read or written is told, wherever it is kept. */
  async function open(): Promise<RunningEngine> {
    const running = await now();
    if (running.device.opened.isLocked())
      throw new EhchError('locked', 'The records on this device are locked. Unlock them, then ask again.');
    return running;
  }

  return {
    ...lookingSurface(open),
    async closeResident(argument) {
      const { reading, device } = await now();
      await reading.closeResident(argument);
      await device.looks.left(argument.resident);
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
    look: async ({ resident, now: at }) => (await open()).device.looks.look(resident, at),
    async audit({ action, resident, reason, of, now: at }) {
      checkAction(action);
      checkResidentId(resident);
      checkGlass(action, resident, reason);
      await (await now()).device.audit(action, resident, at, { reason, ...(of !== undefined && { of }) });
      return null;
    },
    async unlock({ secret }) {
      return { state: (await (await now()).device.unlock(secret)) ? 'unlocked' : 'wrong' };
    },
    ...keysSurface(now, open),
    ...localSurface(open),
    async lock() {
      const { device, reading, linking } = await now();
      // The views first: nothing that was read may outlive its key.
      reading.drop();
      linking.close();
      device.lock();
      return null;
    },
  };
}
