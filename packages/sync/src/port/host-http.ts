import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Http } from '../http/http.ts';
import type { HostPortSurface, HostSurface, SecretKeeping } from '../protocol.ts';
import type { Remote } from './surface.ts';

/** The engine's side: requests that the window runs. A stopped request ends here at once, and is ended there too. */
export function hostHttp(host: Pick<Remote<HostPortSurface>, 'request' | 'abandon'>): Http {
  let last = 0;
  return {
    async request(request, stop) {
      if (stop?.aborted) throw stopped();
      const id = ++last;
      let abandon = () => {};
      const ended = new Promise<never>((_resolve, reject) => {
        abandon = () => {
          reject(stopped());
          host.abandon({ id }).catch((error: unknown) => reportCaught(error, 'sync/abandon'));
        };
      });
      stop?.addEventListener('abort', abandon);
      try {
        return await Promise.race([
          host.request({ ...request, id }, { deadlineMs: request.deadlineMs }),
          ended,
        ]);
      } finally {
        stop?.removeEventListener('abort', abandon);
      }
    },
  };
}

/** The window's side of the same: gives each request a signal of its own. */
export function hostSurface(host: HostSurface): HostPortSurface {
  const open = new Map<number, AbortController>();
  return {
    getToken: (argument) => host.getToken(argument),
    async request({ id, ...request }) {
      const stop = new AbortController();
      open.set(id, stop);
      try {
        return await host.request(request, stop.signal);
      } finally {
        open.delete(id);
      }
    },
    async abandon({ id }) {
      open.get(id)?.abort();
      return null;
    },
    secretOf: (argument) => (host.secrets ?? keepsNone).secretOf(argument),
    keepSecret: (argument) => (host.secrets ?? keepsNone).keepSecret(argument),
  };
}

/** Most windows keep no secret: the engine asks the other windows for it. */
const keepsNone: SecretKeeping = { secretOf: async () => refuse(), keepSecret: async () => refuse() };

function refuse(): never {
  throw new EhchError(
    'unsupported',
    'This side keeps no secret of a session. Connect with a host that does.',
  );
}

function stopped(): EhchError {
  return new EhchError('unreachable', 'The request was stopped, because nobody needs its answer any more.');
}
