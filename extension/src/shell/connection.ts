import { reportCaught } from '@ehch/clinical/diagnostics';
import { PING } from '../messages/ports.ts';
import type { SideMessage } from '../messages/side.ts';

/** What this file needs of a runtime port. */
interface SidePort {
  postMessage(message: unknown): void;
  readonly onMessage: { addListener(hear: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(lost: () => void): void };
}

export interface ConnectionOptions {
  /** Opens a port to the vault, and starts the vault where the browser had stopped it. */
  readonly open: () => SidePort;
  /** The browser window that this panel belongs to. */
  readonly window: number;
  readonly hear: (message: unknown) => void;
  /** The vault was stopped. What it said before holds no longer. */
  readonly lost: () => void;
}

/** Chrome stops a service worker after 30 seconds in which nothing happened. */
const PING_EVERY_MS = 20_000;
const AGAIN_AFTER_MS = 500;

/** Keeps the panel in touch with the vault, and asks it again after each loss. */
export function connectToVault({
  open,
  window,
  hear,
  lost,
}: ConnectionOptions): (message: SideMessage) => void {
  let port: SidePort | null = null;

  function connect(): void {
    try {
      const mine = open();
      port = mine;
      // What a former port still says is about a vault that is no more.
      mine.onMessage.addListener((message) => port === mine && hear(message));
      mine.onDisconnect.addListener(() => port === mine && end());
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
      // The port is gone; its own event says so.
    }
  }

  setInterval(() => send(PING), PING_EVERY_MS);
  connect();
  return send;
}
