import { expose, wrap, type Endpoint as ComlinkEndpoint } from 'comlink';
import { EhchError, type EhchErrorCode } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Endpoint } from './endpoint.ts';

/**
 * How an answer crosses a port. Errors cross as data: a port keeps neither an error's code nor its prototype,
 * and `undefined` does not survive JSON.
 */
type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly code: EhchErrorCode; readonly message: string } };

/** A set of functions that may be called over a port: one JSON argument in, one JSON answer out. */
export type Surface = Readonly<Record<string, (argument: never) => Promise<unknown>>>;

/** The same functions as seen from the other side. */
export type Remote<S extends Surface> = {
  readonly [K in keyof S]: (
    argument: Parameters<S[K]>[0],
    options?: { deadlineMs?: number },
  ) => Promise<Awaited<ReturnType<S[K]>>>;
};

/** Answers calls that arrive on `endpoint` with the functions of `surface`, and nothing else. */
export function serveSurface(endpoint: Endpoint, surface: Surface): void {
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
 * Calls the surface that the other side of `endpoint` serves.
 *
 * Every call has a deadline. A call that is not answered by then, or whose port is lost, ends as `timeout` or
 * `unreachable`: what the other side did is then unknown.
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

/** What comes first: a call's own answer, its deadline, or the loss of the port. */
function firstOfCall(lost: Promise<never>): <T>(call: Promise<T>, deadlineMs: number) => Promise<T> {
  // Not a race with `lost`: a promise that lives as long as the port would hold every answer that it ever raced with.
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
  // Anything else may quote data in its message, so its words stay on this side.
  reportCaught(error, 'sync/surface');
  return {
    code: 'server-error',
    message: 'Something failed inside the engine. Try again; if it stays, report the steps.',
  };
}

/** Comlink can also read, set and construct along any path. Only calls of the surface's own functions pass. */
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
    // Comlink stops to listen when it is told to let go, which is no call of ours and is not admitted.
    removeEventListener() {},
  };
}
