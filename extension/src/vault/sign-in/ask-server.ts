import { SignInError } from './sign-in-error.ts';

/** Milliseconds that one request of a sign-in may take. Chrome ends a service worker that waits for 30 seconds. */
const DEADLINE_MS = 20_000;
/** Characters. The answers of a sign-in are short. */
const LONGEST_ANSWER = 1_000_000;

/** The network as a sign-in uses it. Tests give their own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Every request of a sign-in goes through here: no cookie, no cache, no referrer, no redirect, and an end.
 *
 * @throws {SignInError} `silent`
 */
export function careful(fetch: Fetch): Fetch {
  return async (url, init) => {
    try {
      return await fetch(url, {
        ...init,
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
    } catch (error) {
      throw new SignInError('silent', error);
    }
  };
}

/** @throws {SignInError} `silent` without an answer; `bad-answer` for one that is no JSON, or is too long */
export async function askJson(
  fetch: Fetch,
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const response = await careful(fetch)(url, { headers: { accept: 'application/json', ...headers } });
  if (!response.ok) throw new SignInError(response.status >= 500 ? 'silent' : 'bad-answer');
  const text = await textOf(response);
  if (text.length > LONGEST_ANSWER) throw new SignInError('bad-answer');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SignInError('bad-answer', error);
  }
}

async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw new SignInError('silent', error);
  }
}
