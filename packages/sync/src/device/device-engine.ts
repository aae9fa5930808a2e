import { EhchError } from '@ehch/clinical';
import { queuedLocks } from '../locks.ts';
import { movingSurface } from '../moving/moving-surface.ts';
import type { ImportFile } from '../moving/import-file.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import type { EngineSurface } from '../protocol.ts';
import { deviceTiming } from '../timing.ts';
import { checkConfiguration } from './check-configuration.ts';
import { deviceSurface } from './device-surface.ts';
import { EngineRunner } from './engine-runner.ts';
import { memoryStores } from './memory-stores.ts';
import { newerStatus, NOT_CONFIGURED, unlessOfNewer } from './newer-release.ts';
import type { StartPorts } from './start-engine.ts';
import type { Deciders } from './who-decides.ts';

/** Where an option is left out: everything in memory, for one process. */
export type DeviceEngineOptions = Pick<StartPorts, 'connect' | 'onChange'> &
  Partial<Omit<StartPorts, 'deciders'>> & {
    /** Takes a file from another PC in. Without it, none can be. */
    readonly importFile?: ImportFile;
  };

/** The whole engine, as its own side holds it. */
export interface DeviceEngine extends EngineSurface {
  /** Stops all work and drops every key, as when the last window of this engine has gone. It sends nothing more. */
  close(): Promise<void>;
}

function portsOf(
  options: DeviceEngineOptions,
): Omit<StartPorts, 'deciders'> & Pick<DeviceEngineOptions, 'importFile'> {
  return {
    locks: queuedLocks(),
    timing: deviceTiming(),
    program: 'EHCH Kit',
    stores: memoryStores(),
    ...options,
    runsIn: options.runsIn ?? 'worker',
  };
}

/**
 * Creates the whole engine: it reads the FHIR server and answers with views, and it keeps what people do and sends it.
 * Each configuration opens its own store, so that nothing of one server or organisation is seen under another.
 */
export function createDeviceEngine(options: DeviceEngineOptions): DeviceEngine {
  /** Whom the place file in force names (SPEC P20). They outlive what is started anew under the same configuration. */
  let deciders: Deciders = [];
  const ports = { ...portsOf(options), deciders: () => deciders };
  const runner = new EngineRunner(ports);
  const { now } = runner;
  let configured: EngineConfiguration | null = null;

  return {
    async configure(next) {
      checkConfiguration(next);
      const running = runner.configure(next);
      configured = next;
      deciders = next.place?.deciders ?? [];
      // Every other call ends with that code. How much waits can be said all the same (store SPEC D7).
      await unlessOfNewer(running, async () => null);
      return null;
    },
    async nameDeciders({ deciders: next }) {
      deciders = next;
      (await now()).device.noteDeciders();
      return null;
    },
    async close() {
      await runner.close();
      ports.stores.close();
    },
    async status() {
      const { runsIn, stores } = ports;
      const { running } = runner;
      if (running === null || configured === null) return { ...NOT_CONFIGURED, runsIn };
      const of = configured;
      return unlessOfNewer(
        running.then(({ device }) => device.status()),
        async () => newerStatus(runsIn, await stores.unsentOfNewer(of)),
      );
    },
    ...deviceSurface(now),
    ...movingSurface({
      running: now,
      async takeIn(moved) {
        const former = await now();
        const { importFile } = ports;
        if (importFile === undefined)
          throw new EhchError('unsupported', 'This browser keeps nothing, so no file can be taken in.');
        former.close();
        const content = importFile(former.configuration, moved);
        // It goes on with what lies here afterwards, whether the file was taken in or not.
        const running = runner.startAfter(content, former);
        const taken = await content;
        await (await running).device.unlock(moved.secret);
        return taken;
      },
      async erase() {
        const former = await now();
        const erased = former.device.opened.wipe();
        // It goes on with an empty device, or with what lies here if it could not be erased.
        const running = runner.startAfter(erased, former);
        await erased;
        await running;
      },
    }),
  };
}
