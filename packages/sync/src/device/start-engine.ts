import type { ResidentId } from '@ehch/clinical';
import { createEngine, type EngineOptions, type ReadingEngine, type ReadingSurface } from '../engine.ts';
import { observedHttp } from '../http/observed-http.ts';
import { timedHttp } from '../http/timed-http.ts';
import { Linking } from '../linking/linking.ts';
import type { FindLocalDatabase } from '../linking/local-database.ts';
import { isLocal, noNetwork } from '../local/local-base.ts';
import type { Channel } from '../leader/ports.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import type { AuditedLists } from './audited-lists.ts';
import { auditedViews } from './audited-views.ts';
import { Device, type DevicePorts } from './device.ts';
import { watchComebacks, type ComebackPorts } from './comebacks.ts';
import { hearConnection } from './kept-connection.ts';
import { sourceOf, type OpenedStore, type Stores } from './stores.ts';
import { otherWindows } from './other-windows.ts';

/** What an engine needs beside its configuration. */
export interface StartPorts
  extends
    Pick<EngineOptions, 'connect' | 'onChange' | 'mostResidents' | 'pause'>,
    Pick<DevicePorts, 'locks' | 'timing' | 'program' | 'runsIn' | 'deciders'> {
  readonly stores: Stores;
  /** Opens a channel to the other windows of a database. Without it, there are none. */
  readonly openChannel?: (name: string) => Channel;
  /** Finds what the home did while its place had no server. Without it, there is nothing. */
  readonly findLocal?: FindLocalDatabase;
  readonly onNetworkBack?: ComebackPorts['onNetworkBack'];
  /** What is kept was erased under the open page. Nothing can be done with this engine any more. */
  readonly onErased?: () => void;
}

/** The engine of one configuration: what reads, and what keeps and sends. */
export interface RunningEngine {
  readonly configuration: EngineConfiguration;
  readonly reading: ReadingSurface & Pick<ReadingEngine, 'screens'> & { seq(): number; drop(): void };
  readonly device: Device;
  readonly lists: AuditedLists;
  readonly linking: Linking;
  close(): void;
}

/**
 * Opens the store of a configuration, and starts what reads and what sends.
 *
 * @param seq the number of the last note before: notes go on counting when the configuration changes, so that no window
 *   takes a new one for an old one
 */
export async function startEngine(
  { stores, openChannel, findLocal, onNetworkBack, connect, onChange, mostResidents, ...ports }: StartPorts,
  configuration: EngineConfiguration,
  seq: number,
): Promise<RunningEngine> {
  const opened = await stores.open(configuration);
  const told = (residents: readonly ResidentId[]) => reading.noteChange(residents);
  const timed = timedHttp(connect(configuration), ports.timing, (ms) => device.noteClock(ms));
  const observed = observedHttp(timed, (state) => {
    if (device.server === state) return;
    device.server = state;
    told([]);
  });
  const http = isLocal(configuration) ? noNetwork : observed;
  const onPushed = () => reading.noteElsewhere();
  const onTryNow = () => windows.hurry();
  const { deviceName } = configuration;
  const device = new Device({
    ...ports,
    program: deviceName?.trim() ? `${ports.program}, ${deviceName.trim()}` : ports.program,
    stores,
    opened,
    configuration,
    http,
    onChange: told,
    onPushed,
    onTryNow,
  });
  const lookAgain = () => {
    device.wake();
    reading.noteElsewhere();
  };
  const hear = { onElsewhere: lookAgain, onHurry: () => device.hurry() };
  const windows = otherWindows(opened, openChannel, hear);
  const reading = createEngine({
    store: opened.store,
    source: sourceOf(configuration),
    connect: () => http,
    deviceNow: () => new Date(ports.timing.now()).toISOString(),
    onChange(note) {
      onChange(note);
      windows.tell();
    },
    seq,
    lastLook: (resident, at) => device.looks.lastLook(resident, at),
    ...(mostResidents !== undefined && { mostResidents }),
    pause: ports.pause,
  });
  await reading.configure(configuration);
  await device.start();
  const linking = linkingOf(
    configuration,
    opened,
    { findLocal: findLocal ?? null, locks: ports.locks },
    reading,
    () => {
      device.tryNow();
      told([]);
    },
  );
  const leave = watchComebacks(
    { timing: ports.timing, ...(onNetworkBack && { onNetworkBack }) },
    { onLook: () => void windows.catchUp(), onComeback: () => device.hurry() },
  );
  hearConnection(opened.connection, { tell: told, onOpen: lookAgain, onErased: ports.onErased });
  const { forgetViews, lists, ...audited } = auditedViews(reading, device);
  const drop = () => {
    forgetViews();
    reading.drop();
  };
  const close = () => {
    drop();
    leave();
    windows.close();
    linking.close();
    device.close();
  };
  const running = { ...audited, seq: () => reading.seq, drop, screens: reading.screens };
  return { configuration, reading: running, device, lists, linking, close };
}

function linkingOf(
  configuration: EngineConfiguration,
  { store }: OpenedStore,
  { findLocal, locks }: { readonly findLocal: FindLocalDatabase | null; readonly locks: StartPorts['locks'] },
  reading: Pick<ReadingSurface, 'listResidents'>,
  onLinked: () => void,
): Linking {
  return new Linking({
    database: isLocal(configuration) ? null : (findLocal?.(configuration) ?? null),
    server: store,
    user: configuration.user ?? null,
    place: configuration.place,
    locks,
    roster: (now) => reading.listResidents({ now }),
    onLinked,
  });
}
