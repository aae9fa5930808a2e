import type { DeviceStatus, ResidentId } from '@ehch/clinical';
import type { ConnectionState, SealedStore } from '@ehch/store';
import { NOT_CONFIGURED } from './newer-release.ts';
import type { OpenedStore } from './stores.ts';

/** The connection to what is on the disk, which the browser may close under the open page (store SPEC D9). */
export interface KeptConnection {
  state(): ConnectionState;
  /** Tells what is kept from what is begun after an erasure. It is the same in every window. */
  id(): string;
  /** How much of people's work lay only here when it was last counted. */
  lastCounted(): number;
  /** Calls `onChange` whenever the state has changed, until the store closes or the returned function is called. */
  watch(onChange: () => void): () => void;
}

export function connectionOf(store: SealedStore): KeptConnection {
  return {
    state: () => store.connection,
    id: () => store.databaseId,
    lastCounted: () => store.lastCounted,
    watch: (onChange) => store.watchConnection(onChange),
  };
}

/**
 * What is asked of the store, or something else where the browser has closed it, or closes it meanwhile: whoever asks how things
 * stand does not wait until it opens again.
 */
export function unlessClosed<T>(
  connection: KeptConnection | undefined,
  ask: () => Promise<T>,
  otherwise: () => T,
): Promise<T> {
  if (connection === undefined) return ask();
  const isClosed = () => connection.state() !== 'open';
  return new Promise((resolve, reject) => {
    const close = () => {
      if (isClosed()) resolve(otherwise());
    };
    const leave = connection.watch(close);
    close();
    if (isClosed()) return leave();
    void ask()
      .then(resolve, (error: unknown) => (isClosed() ? close() : reject(error)))
      .finally(leave);
  });
}

/** How things stand while it is closed: the numbers of before, and that nothing is kept. `null`: nothing was told before. */
export function closedStatus(
  { store, isLocked }: Pick<OpenedStore, 'store' | 'isLocked'>,
  before: DeviceStatus | null,
  runsIn: DeviceStatus['runsIn'],
): DeviceStatus {
  const { lasts } = store;
  const known = before ?? { ...NOT_CONFIGURED, lasts, lock: isLocked() ? 'locked' : 'unlocked' };
  return { ...known, runsIn, loading: null, isClosed: true };
}

/** What follows from a change of the connection. */
export interface ConnectionListener {
  /** The numbers are to be told again. */
  readonly tell: (residents: readonly ResidentId[]) => void;
  /** It is open again: what was on its way is looked at, and screens ask for what they could not read. */
  readonly onOpen: () => void;
  /** Nothing can be done with this store any more. */
  readonly onErased?: (() => void) | undefined;
}

export function hearConnection(
  connection: KeptConnection | undefined,
  { tell, onOpen, onErased }: ConnectionListener,
): void {
  if (connection === undefined) return;
  const hear = () => {
    tell([]);
    const state = connection.state();
    if (state === 'erased') onErased?.();
    if (state === 'open') onOpen();
  };
  connection.watch(hear);
  // It may have changed before anybody listened.
  if (connection.state() !== 'open') hear();
}
