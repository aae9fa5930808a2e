import { reportCaught } from '@ehch/clinical/diagnostics';
import type { PageMessage } from '../messages/page.ts';
import { PING } from '../messages/ports.ts';

/** The part of a runtime port that a page uses. It has no `onMessage`, because the vault tells pages nothing. */
export interface Port {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onDisconnect: { addListener(listener: () => void): void };
}

export interface PagePortOptions {
  readonly connect: () => Port;
  /** Whether the extension that injected this script still runs. After an update or a removal it does not. */
  readonly isAlive: () => boolean;
  /** Whether the vault still has an adapter for this page. It has none after the site was revoked. */
  readonly isWanted: () => Promise<boolean>;
  /** Whether the page is in front. A page in the background reports nobody and keeps no vault awake. */
  readonly isSeen: () => boolean;
  /** Called when the extension or the page's site has gone. The script must then stop all its work in the page. */
  readonly gone: () => void;
}

export interface PagePort {
  say(message: PageMessage): void;
  /** Closes the port when the user leaves the page. The vault then forgets what this page reported. */
  close(): void;
}

/** Milliseconds until a lost port is opened again. */
const RECONNECT = 1000;
/** Milliseconds. Chrome stops a service worker after 30 seconds without an event. */
const PING_EVERY = 20_000;

/**
 * Opens the way from a page to the vault, as soon as the page has something to report.
 *
 * A vault that lost the port has forgotten the page. The port then opens again and repeats the standing report, unless
 * the vault closed it because the site was revoked.
 */
export function pagePort({ connect, isAlive, isWanted, isSeen, gone }: PagePortOptions): PagePort {
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
    // The end of a port that was replaced or closed may arrive late. It says nothing about the present port.
    if (which !== port) return;
    port = null;
    clearInterval(pinging);
    clearTimeout(again);
    if (!isAlive()) return gone();
    if (standing) sayLater();
  }

  function sayLater(): void {
    again = setTimeout(() => void sayAgain(), RECONNECT);
  }

  async function sayAgain(): Promise<void> {
    const repeats = standing;
    if (!repeats) return;
    // A hidden page waits: the vault must not take a background tab for the person in front of the user.
    if (!isSeen()) return sayLater();
    if (!(await isWanted())) return gone();
    // Another person may have come, or the page may have been left, while the vault answered.
    if (standing === repeats && port === null) say(repeats);
  }

  /** Reports a person, or takes the last report back. The newest message replaces a waiting repeat. */
  function say(message: PageMessage): void {
    clearTimeout(again);
    clearInterval(pinging);
    standing = message.kind === 'clear' ? null : message;
    // Without an open port the vault knows of nobody here, so there is nothing to take back.
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
