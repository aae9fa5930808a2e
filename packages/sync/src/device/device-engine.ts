import { EhchError, type DeviceStatus, type ResidentId } from '@ehch/clinical';
import { actionsSurface } from '../actions/actions-surface.ts';
import { waitingIn } from '../actions/waiting.ts';
import { createEngine, type EngineOptions, type ReadingSurface } from '../engine.ts';
import { observedHttp } from '../http/observed-http.ts';
import { queuedLocks } from '../locks.ts';
import type { EngineConfiguration, EngineSurface } from '../protocol.ts';
import { deviceTiming } from '../timing.ts';
import { Device, type DevicePorts } from './device.ts';
import { openInMemory, sourceOf, type OpenStore } from './open-store.ts';
import { auditedViews } from './audited-views.ts';
import type { Channel } from '../leader/ports.ts';
import { otherWindows } from './other-windows.ts';

export interface DeviceEngineOptions
  extends
    Pick<EngineOptions, 'connect' | 'onChange' | 'mostResidents'>,
    Partial<Pick<DevicePorts, 'locks' | 'timing' | 'program' | 'runsIn'>> {
  /** Opens what is kept on this device. Defaults to memory. */
  readonly openStore?: OpenStore;
  /** Opens a channel to the other windows of a database. Without it, there are none. */
  readonly openChannel?: (name: string) => Channel;
}

/** Before a configuration there is neither a server nor anything that was kept. */
const NOT_CONFIGURED: Omit<DeviceStatus, 'runsIn'> = {
  lasts: 'memory',
  lock: 'unlocked',
  server: 'not-asked',
  sends: 'not-known-yet',
  unsent: { total: 0, escalations: 0 },
  waitingForPerson: 0,
  loading: null,
  lost: 0,
};

/** The engine of one configuration: what reads, and what keeps and sends. */
interface Running {
  readonly configuration: EngineConfiguration;
  readonly reading: ReadingSurface & { seq(): number; drop(): void };
  readonly device: Device;
  close(): void;
}

/** The whole engine, as its own side holds it. */
export interface DeviceEngine extends EngineSurface {
  /** Stops all work and drops every key, as when the last window of this engine has gone. It sends nothing more. */
  close(): Promise<void>;
}

/**
 * Creates the whole engine: it reads the FHIR server and answers with views, and it keeps what people do and sends it.
 * Each configuration opens its own store, so that nothing of one server or organisation is seen under another.
 */
export function createDeviceEngine(options: DeviceEngineOptions): DeviceEngine {
  const { locks = queuedLocks(), timing = deviceTiming(), program = 'EHCH Kit', runsIn = 'worker' } = options;
  const { openStore = openInMemory, openChannel, connect, onChange, mostResidents } = options;
  let running: Promise<Running> | null = null;

  async function start(configuration: EngineConfiguration, seq: number): Promise<Running> {
    const opened = await openStore(configuration);
    const told = (residents: readonly ResidentId[]) => reading.noteChange(residents);
    const http = observedHttp(connect(configuration), (state) => {
      if (device.server === state) return;
      device.server = state;
      told([]);
    });
    const device = new Device({
      opened,
      configuration,
      http,
      locks,
      timing,
      program,
      runsIn,
      onChange: told,
      onPushed: () => reading.noteElsewhere(),
    });
    const windows = otherWindows(opened, openChannel, () => {
      device.wake();
      reading.noteElsewhere();
    });
    const reading = createEngine({
      store: opened.store,
      source: sourceOf(configuration),
      connect: () => http,
      onChange(note) {
        onChange(note);
        windows.tell();
      },
      // Notes go on counting when the configuration changes, so that no window takes a new one for an old one.
      seq,
      lastLook: (resident, at) => device.lastLook(resident, at),
      ...(mostResidents !== undefined && { mostResidents }),
    });
    await reading.configure(configuration);
    device.start();
    const { forgetViews, ...audited } = auditedViews(reading, device);
    const drop = () => {
      forgetViews();
      reading.drop();
    };
    const close = () => {
      drop();
      windows.close();
      device.close();
    };
    return { configuration, reading: { ...audited, seq: () => reading.seq, drop }, device, close };
  }

  async function replace(before: Promise<Running> | null, next: EngineConfiguration): Promise<Running> {
    const former = await before?.catch(() => null);
    if (former && JSON.stringify(former.configuration) === JSON.stringify(next)) return former;
    former?.close();
    return start(next, former?.reading.seq() ?? 0);
  }

  async function now(): Promise<Running> {
    if (running === null)
      throw new EhchError('bad-configuration', 'The engine was not configured. Call `configure` first.');
    return running;
  }

  return {
    async configure(next) {
      // One after another: of two at the same time, the first would go on working, and nobody could end it.
      running = replace(running, next);
      await running;
      return null;
    },
    async close() {
      const former = running;
      running = null;
      (await former?.catch(() => null))?.close();
    },
    async listResidents(argument) {
      const { device, reading } = await now();
      device.clinicalNow = argument.now;
      return reading.listResidents(argument);
    },
    async openResident(argument) {
      const { device, reading } = await now();
      device.clinicalNow = argument.now;
      return reading.openResident(argument);
    },
    async refreshResident(argument) {
      const { device, reading } = await now();
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
    forget: async (argument) => (await now()).reading.forget(argument),
    ...actionsSurface(async () => (await now()).device.actions),
    async status() {
      return running === null ? { ...NOT_CONFIGURED, runsIn } : (await running).device.status();
    },
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
