import { EhchError } from '@ehch/clinical';
import { fetchHttp, type HttpRequest, type HttpResponse } from '@ehch/sdk/client';
import { SignInError } from './sign-in-error.ts';
import type { TokenKeeper } from './token-keeper.ts';

export interface VaultHttpPorts {
  readonly fetch: typeof globalThis.fetch;
  readonly keeper: () => TokenKeeper | null;
  /** Runs after each answer of the server. */
  readonly heard: () => void;
}

/** Runs the engine's requests in the session's name. After a 401 the token is renewed once, and the request sent again. */
export function vaultHttp({ fetch, keeper, heard }: VaultHttpPorts) {
  const http = fetchHttp((...asked) => fetch(...asked));
  return async (request: HttpRequest, stop?: AbortSignal): Promise<HttpResponse> => {
    const now = keeper();
    const ask = async (): Promise<HttpResponse> => {
      const authorization = `Bearer ${await tokenOf(now)}`;
      return http.request({ ...request, headers: { ...request.headers, authorization } }, stop);
    };
    const response = await ask();
    if (response.status === 401 && (await renews(now))) {
      const again = await ask();
      if (again.status !== 401) heard();
      return again;
    }
    if (response.status !== 401) heard();
    return response;
  };
}

async function renews(keeper: TokenKeeper | null): Promise<boolean> {
  try {
    return (await keeper?.refused()) ?? false;
  } catch (error) {
    if (error instanceof SignInError) return false;
    throw error;
  }
}

async function tokenOf(keeper: TokenKeeper | null): Promise<string> {
  try {
    const token = await keeper?.token();
    if (token) return token;
  } catch (error) {
    if (!(error instanceof SignInError)) throw error;
    // The session goes on: the server that renews tokens does not answer now.
    throw new EhchError('unreachable', 'The token could not be renewed now. Ask again.');
  }
  throw new EhchError('signed-out', 'Nobody is signed in. Sign in, then ask again.');
}
