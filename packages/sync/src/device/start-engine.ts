import type { ResidentId } from '@ehch/clinical';
import { createEngine, type EngineOptions, type ReadingSurface } from '../engine.ts';
import { observedHttp } from '../http/observed-http.ts';
import type { EngineConfiguration } from '../protocol.ts';
import { auditedViews } from './audited-views.ts';
import { Device, type DevicePorts } from './device.ts';
import { sourceOf, type OpenStore } from './open-store.ts';

/** What an engine needs beside its configuration. */
export interface StartPorts
  extends
    Pick<EngineOptions, 'connect' | 'onChange' | 'mostResidents'>,
    Pick<DevicePorts, 'locks' | 'timing' | 'program' | 'runsIn'> {
  readonly openStore: OpenStore;
}

/** The engine of one configuration: what reads, and what keeps and sends. */
export interface RunningEngine {
  readonly configuration: EngineConfiguration;
  readonly reading: ReadingSurface & { seq(): number; drop(): void };
  readonly device: Device;
}

/**
 * Opens the store of a configuration, and starts what reads and what sends.
 *
 * @param seq the number of the last note before: notes go on counting when the configuration changes, so that no window
 *   takes a new one for an old one
 */
export async function startEngine(
  { openStore, connect, onChange, mostResidents, ...ports }: StartPorts,
  configuration: EngineConfiguration,
  seq: number,
): Promise<RunningEngine> {
  const opened = await openStore(configuration);
  const told = (residents: readonly ResidentId[]) => reading.noteChange(residents);
  const http = observedHttp(connect(configuration), (state) => {
    if (device.server === state) return;
    device.server = state;
    told([]);
  });
  const device = new Device({ ...ports, opened, configuration, http, onChange: told });
  const reading = createEngine({
    store: opened.store,
    source: sourceOf(configuration),
    connect: () => http,
    onChange,
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
  return { configuration, reading: { ...audited, seq: () => reading.seq, drop }, device };
}
