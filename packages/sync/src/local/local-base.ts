import { EhchError } from '@ehch/clinical';
import type { Http } from '../http/http.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';

const SCHEME = 'local:';

/** What stands in the place of a server's address where a place has no server (SPEC N1). */
export function localBase(place: { readonly id: string }): string {
  return `${SCHEME}${place.id}`;
}

/** Whether the place has no server, so that nothing may leave this device. */
export function isLocal({ fhirBaseUrl }: Pick<EngineConfiguration, 'fhirBaseUrl'>): boolean {
  return fhirBaseUrl.startsWith(SCHEME);
}

/** Guard: a request that somebody builds by mistake ends here, and leaves nothing (SPEC N1). */
export const noNetwork: Http = {
  request: () =>
    Promise.reject(new EhchError('forbidden', 'This place has no server. Nothing leaves this device.')),
};
