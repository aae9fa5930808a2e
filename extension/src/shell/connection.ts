import { reportCaught } from '@ehch/clinical/diagnostics';
import { PING } from '../messages/ports.ts';
import type { SideMessage } from '../messages/side.ts';

/** The part of a runtime port that this file uses. */
interface SidePort {
  postMessage(message: unknown): void;
  readonly onMessage: { addListener(hear: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(lost: () => void): void };
}

export interface ConnectionOptions {
  /** Opens a port to the vault. The browser starts the vault for it where it had stopped. */
  readonly open: () => SidePort;
  /** The browser window that this panel belongs to. */
  readonly window: number;
  readonly hear: (message: unknown) => void;
  /** Called when the vault was stopped. Its last state no longer holds, so the panel must take it off the screen. */
  readonly lost: () => void;
}

/** Chrome stops a service worker after 30 seconds without an event. */
const PING_EVERY_MS = 20_000;
/** The wait before a lost port is opened again. */
const AGAIN_AFTER_MS = 500;

/** Connects the panel to the vault, and connects and subscribes again after each loss. Returns the sending function. */
export function connectToVault({
  open,
  window,
  hear,
  lost,
}: ConnectionOptions): (message: SideMessage) => void {
  let port: SidePort | null = null;

  function connect(): void {
    try {
      const opened = open();
      port = opened;
      // A late message of a former port comes from a vault that has ended.
      opened.onMessage.addListener((message) => port === opened && hear(message));
      opened.onDisconnect.addListener(() => port === opened && end());
      send({ kind: 'subscribe', window });
    } catch (error) {
      reportCaught(error, 'extension/side-port');
      end();
    }
  }

  function end(): void {
    port = null;
    lost();
    setTimeout(connect, AGAIN_AFTER_MS);
  }

  function send(message: SideMessage | typeof PING): void {
    try {
      port?.postMessage(message);
    } catch {
      // The port is gone. Its `onDisconnect` reports that.
    }
  }

  setInterval(() => send(PING), PING_EVERY_MS);
  connect();
  return send;
}
