import { EhchError } from '@ehch/clinical';
import type { Bytes } from './bytes.ts';

/**
 * Where the secret of a session lives beside this worker: in another window's memory, or in an extension's session
 * storage. It never lies on the disk, and ends with the browser.
 */
export interface SessionKeeper {
  /**
   * Gives the secret of the session that lives, or makes one by `begin`. Only one window at a time is in here.
   *
   * @param begin called if no session lives: prepares the database for a new one
   * @throws {EhchError} `busy` if a window that has the secret does not answer, `locked` if it is locked
   */
  join(database: string, begin: () => Promise<Bytes>): Promise<Bytes>;
  /** From here on other windows get the secret, or, with `null`, hear that this one is locked. */
  share(secret: Bytes | null): void;
  leave(): void;
}

/** What windows say to each other on the channel of a database. */
type Note =
  | { readonly kind: 'ask'; readonly id: string }
  | { readonly kind: 'answer'; readonly id: string; readonly secret: Bytes | null };

/** How long a window that has the secret may take. A window that the browser froze does not answer. */
const ANSWER_MS = 5000;

/**
 * The windows of one browser keep the secret for each other. Each holds a shared Web Lock while it has it, so that a new
 * window knows without waiting whether one lives; and asks for it over a BroadcastChannel, which never touches the disk.
 */
export function windowsKeeper(answerMs = ANSWER_MS): SessionKeeper {
  let channel: BroadcastChannel | null = null;
  let held: Bytes | null = null;
  let end: (() => void) | null = null;
  return {
    join: (database, begin) =>
      navigator.locks.request(`ehch-open:${database}`, async () => {
        const lock = `ehch-key:${database}`;
        const isAlone = await navigator.locks.request(
          lock,
          { ifAvailable: true },
          async (free) => free !== null,
        );
        const secret = isAlone ? await begin() : await ask(database, answerMs);
        channel = new BroadcastChannel(lock);
        channel.onmessage = ({ data }: MessageEvent<Note>) => {
          if (data.kind === 'ask')
            channel?.postMessage({ kind: 'answer', id: data.id, secret: held } satisfies Note);
        };
        held = secret;
        end = await holdShared(lock);
        return secret;
      }),
    share: (secret) => {
      held = secret;
    },
    leave: () => {
      held = null;
      channel?.close();
      end?.();
      end = null;
    },
  };
}

/**
 * Keeps the secret of a session for as long as this worker wants, although the store closes and opens again in between: as
 * when another person signs in. Without it the last window would lose what was not sent (SPEC K7).
 */
export function stayingKeeper(keeper: SessionKeeper): SessionKeeper & { end(): void } {
  let joined: Promise<Bytes> | null = null;
  return {
    async join(database, begin) {
      joined ??= keeper.join(database, begin);
      try {
        return await joined;
      } catch (error) {
        // Another window may be locked, or slow. The next try asks it again.
        joined = null;
        throw error;
      }
    },
    share: (secret) => keeper.share(secret),
    leave: () => undefined,
    end() {
      joined = null;
      keeper.leave();
    },
  };
}

/** Holds the lock until the returned function is called, or the worker ends. */
function holdShared(lock: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(lock, { mode: 'shared' }, () => new Promise<void>((done) => resolve(done)))
      .catch(reject);
  });
}

function ask(database: string, answerMs: number): Promise<Bytes> {
  const channel = new BroadcastChannel(`ehch-key:${database}`);
  const id = crypto.randomUUID();
  let deadline: ReturnType<typeof setTimeout>;
  return new Promise<Bytes>((resolve, reject) => {
    // Where one window is locked, another may be open, so that the first "locked" is no answer yet.
    let silence = new EhchError(
      'busy',
      'Another window has the key and does not answer. Bring it to the front.',
    );
    deadline = setTimeout(() => reject(silence), answerMs);
    channel.onmessage = ({ data }: MessageEvent<Note>) => {
      if (data.kind !== 'answer' || data.id !== id) return;
      if (data.secret) resolve(data.secret);
      else silence = new EhchError('locked', 'Another window is locked. Unlock it there first.');
    };
    channel.postMessage({ kind: 'ask', id } satisfies Note);
  }).finally(() => {
    clearTimeout(deadline);
    channel.close();
  });
}
