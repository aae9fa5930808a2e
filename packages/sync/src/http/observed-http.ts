import { EhchError, type DeviceStatus } from '@ehch/clinical';
import type { Http } from './http.ts';
import { isBusy, isNotNow } from './is-not-now.ts';

type ServerState = DeviceStatus['server'];

/** Tells after each request how the server stands, for the status on screen. It changes nothing of the request. */
export function observedHttp(http: Http, onState: (state: ServerState) => void): Http {
  return {
    async request(request, stop) {
      try {
        const response = await http.request(request, stop);
        onState(stateOf(response.status));
        return response;
      } catch (error) {
        // A request that nobody needs any more says nothing about the server.
        if (stop?.aborted !== true) onState(stateOfFailure(error));
        throw error;
      }
    },
  };
}

function stateOf(status: number): ServerState {
  if (status === 401) return 'signed-out';
  if (isBusy(status)) return 'busy';
  return isNotNow(status) ? 'failing' : 'answers';
}

function stateOfFailure(error: unknown): ServerState {
  return error instanceof EhchError && error.code === 'signed-out' ? 'signed-out' : 'unreachable';
}
