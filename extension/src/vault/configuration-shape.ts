import { placeShape } from '@ehch/sdk/place';
import * as z from 'zod/mini';

// An extension's content security policy refuses compiled code.
z.config({ jitless: true });

const text = z.string().check(z.minLength(1), z.maxLength(200));
/** The server's address: https, without a user name or password. Demo builds may also speak http with this machine. */
const address = z.string().check(
  z.maxLength(500),
  z.refine((value) => {
    const url = URL.parse(value);
    if (url === null || url.username !== '' || url.password !== '' || url.hostname.includes('*'))
      return false;
    if (url.protocol === 'https:') return true;
    return __DEMO__ && url.protocol === 'http:' && url.hostname.endsWith('.localhost');
  }),
);

export const configurationShape = z.object({
  fhirBaseUrl: address,
  sourceLabel: text,
  // The extension keeps no record on the disk yet, so it cannot serve a place without a server.
  place: placeShape.check(z.refine(({ server }) => server === undefined)),
  badge: z.optional(z.boolean()),
  now: z.optional(z.string().check(z.maxLength(40))),
});
