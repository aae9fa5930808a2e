import { expose, wrap, type Endpoint as ComlinkEndpoint } from 'comlink';
import { EhchError, type EhchErrorCode } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Endpoint } from './endpoint.ts';

/**
 * An answer as it crosses a port. An error crosses as data, because a port keeps neither its code nor its prototype.
 * `undefined` does not survive JSON, so an empty answer is `null`.
 */
type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: EhchErrorCode; readonly message: string } };

/** Functions that the other side of a port may call. Each takes one JSON argument and returns one JSON answer. */
export type Surface = Readonly<Record<string, (argument: never) => Promise<unknown>>>;

/** The same functions as the other side sees them. */
export type Remote<S extends Surface> = {
  readonly [K in keyof S]: (
    argument: Parameters<S[K]>[0],
    options?: { deadlineMs?: number },
  ) => Promise<Awaited<ReturnType<S[K]>>>;
};

/** Answers calls that arrive on `endpoint`, with the functions of `surface` and with nothing else. */
export function serveSurface(endpoint: Endpoint, surface: Surface): void {
  // Without a prototype, so that a call cannot reach `constructor` or `__proto__` by name.
  const answering: Record<string, (argument: never) => Promise<Answer<unknown>>> = Object.create(null);
  for (const [name, run] of Object.entries(surface)) {
    answering[name] = async (argument) => {
      try {
        return { ok: true, value: (await run(argument)) ?? null };
      } catch (error) {
        return { ok: false, error: asData(error) };
      }
    };
  }
  expose(
    Object.freeze(answering),
    comlinkEndpoint(endpoint, (message) => isCall(message, answering)),
  );
}

/**
 * Returns functions that call the surface on the other side of `endpoint`.
 *
 * A call without an answer by its deadline ends as `timeout`. A call whose port is lost ends as `unreachable`. In both
 * cases nobody knows what the other side did.
 *
 * @param lost rejects every open call when the port goes away
 */
export function callSurface<S extends Surface>(
  endpoint: Endpoint,
  names: readonly (keyof S & string)[],
  options: { deadlineMs: number; lost: Promise<never> },
): Remote<S> {
  const proxy = wrap<Record<string, (argument: unknown) => Promise<Answer<unknown>>>>(
    comlinkEndpoint(endpoint, () => true),
  );
  const firstOf = firstOfCall(options.lost);
  const remote: Record<string, unknown> = {};
  for (const name of names) {
    remote[name] = async (argument: unknown, call?: { deadlineMs?: number }) => {
      const answer = await firstOf(
        Promise.resolve(proxy[name]?.(argument ?? null)),
        call?.deadlineMs ?? options.deadlineMs,
      );
      if (!isAnswer(answer))
        throw new EhchError(
          'malformed',
          'The engine sent something that is not an answer. Load both sides from the same release of EHCH Kit.',
        );
      if (!answer.ok) throw new EhchError(answer.error.code, answer.error.message);
      return answer.value;
    };
  }
  return remote as Remote<S>;
}

/** Returns whichever comes first: the call's answer, its deadline, or the loss of the port. */
function firstOfCall(lost: Promise<never>): <T>(call: Promise<T>, deadlineMs: number) => Promise<T> {
  // A race with `lost` itself would leak: that promise lives as long as the port and would hold every answer.
  const open = new Set<(error: unknown) => void>();
  let loss: { readonly error: unknown } | null = null;
  lost.catch((error: unknown) => {
    loss = { error };
    for (const fail of open) fail(error);
  });
  return async (call, deadlineMs) => {
    let fail: (error: unknown) => void = () => {};
    const failed = new Promise<never>((_resolve, reject) => {
      fail = reject;
    });
    const timer = setTimeout(() => fail(tooLate()), deadlineMs);
    open.add(fail);
    if (loss) fail(loss.error);
    try {
      return await Promise.race([call, failed]);
    } finally {
      clearTimeout(timer);
      open.delete(fail);
    }
  };
}

function tooLate(): EhchError {
  return new EhchError(
    'timeout',
    'No answer inside the deadline. What the other side did is not known: ask again.',
  );
}

function asData(error: unknown): { code: EhchErrorCode; message: string } {
  if (error instanceof EhchError) return { code: error.code, message: error.message };
  // The message of any other error may quote a record, so it stays on this side.
  reportCaught(error, 'sync/surface');
  return {
    code: 'server-error',
    message: 'Something failed inside the engine. Try again; if it stays, report the steps.',
  };
}

/** Guard: Comlink could also read, set and construct along any path. Only calls of the surface's functions pass. */
function isCall(message: unknown, surface: object): boolean {
  if (typeof message !== 'object' || message === null) return false;
  const { type, path } = message as { type?: unknown; path?: unknown };
  return (
    type === 'APPLY' &&
    Array.isArray(path) &&
    path.length === 1 &&
    typeof path[0] === 'string' &&
    Object.hasOwn(surface, path[0])
  );
}

function isAnswer(value: unknown): value is Answer<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean';
}

function comlinkEndpoint(endpoint: Endpoint, admits: (message: unknown) => boolean): ComlinkEndpoint {
  return {
    postMessage: (message: unknown) => endpoint.postMessage(message),
    addEventListener(_type: string, listener: EventListenerOrEventListenerObject) {
      endpoint.addEventListener('message', ({ data }) => {
        if (admits(data) && typeof listener === 'function') listener(new MessageEvent('message', { data }));
      });
    },
    // Comlink removes its listener only on a release message, which `isCall` does not admit.
    removeEventListener() {},
  };
}
