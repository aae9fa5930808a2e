import { reportCaught } from '@ehch/clinical/diagnostics';
import type { PageMessage } from '../messages/page.ts';
import { PING } from '../messages/ports.ts';

/** What is needed of a runtime port. Nothing is ever heard from it: the vault tells pages nothing. */
export interface Port {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onDisconnect: { addListener(listener: () => void): void };
}

export interface PagePortOptions {
  readonly connect: () => Port;
  /** Whether the extension that this script came with still runs. After an update or a removal it does not. */
  readonly isAlive: () => boolean;
  readonly isSeen: () => boolean;
  /** The extension has gone: nothing may go on in the page. */
  readonly gone: () => void;
}

export interface PagePort {
  say(message: PageMessage): void;
  /** The page is left. What was said goes with the port. */
  close(): void;
}

const RECONNECT = 1000;
/** A service worker is stopped after 30 seconds in which nobody said anything. */
const PING_EVERY = 20_000;

/**
 * The way from a page to the vault. It is opened when there is something to say. When it is lost the vault has
 * forgotten the page, so what still stands on the screen is said again.
 */
export function pagePort({ connect, isAlive, isSeen, gone }: PagePortOptions): PagePort {
  let port: Port | null = null;
  let standing: PageMessage | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let pinging: ReturnType<typeof setInterval> | undefined;

  function send(message: PageMessage | typeof PING): void {
    try {
      port ??= open();
      port.postMessage(message);
    } catch (error) {
      reportCaught(error, 'extension/page-port');
      lost(port);
    }
  }

  function open(): Port {
    const opened = connect();
    opened.onDisconnect.addListener(() => lost(opened));
    return opened;
  }

  function lost(which: Port | null): void {
    // A port that was replaced or closed may end late.
    if (which !== port) return;
    port = null;
    clearInterval(pinging);
    clearTimeout(again);
    if (!isAlive()) return gone();
    if (standing) again = setTimeout(sayAgain, RECONNECT);
  }

  function sayAgain(): void {
    if (!standing) return;
    if (isSeen()) say(standing);
    else again = setTimeout(sayAgain, RECONNECT);
  }

  function say(message: PageMessage): void {
    clearTimeout(again);
    clearInterval(pinging);
    standing = message.kind === 'clear' ? null : message;
    // Where no port is open the vault knows of nobody here.
    if (standing === null && port === null) return;
    send(message);
    if (standing && port) pinging = setInterval(() => isSeen() && send(PING), PING_EVERY);
  }

  return {
    say,
    close() {
      standing = null;
      clearTimeout(again);
      clearInterval(pinging);
      const open = port;
      port = null;
      open?.disconnect();
    },
  };
}
