import * as z from 'zod/mini';

// An extension's content security policy refuses compiled code.
z.config({ jitless: true });

const text = z.string().check(z.minLength(1), z.maxLength(200));

/**
 * Where people sign in, as whoever set this browser up wrote it down. Nothing that a server says later can change it:
 * a code and a token go to no other origin than `tokenEndpointOrigin`.
 */
export const accountsShape = z.strictObject({
  /** Who signs the tokens that name a person: `iss`. */
  authIssuer: z.string().check(z.maxLength(500), z.refine(isServerAddress)),
  tokenEndpointOrigin: z.string().check(z.maxLength(300), z.refine(isServerOrigin)),
  clientId: text,
  scopes: z.optional(z.array(text).check(z.minLength(1), z.maxLength(60))),
});

export type Accounts = z.infer<typeof accountsShape>;

/** [P] What the components read and write. An organisation may name fewer. */
const USUAL_SCOPES: readonly string[] = ['openid', 'fhirUser', 'online_access', 'user/*.rs', 'user/*.cu'];

/** The scopes to ask for. `openid` and `fhirUser` always are: without them nobody knows who signed in. */
export function scopesOf({ scopes }: Accounts): string {
  return [...new Set(['openid', 'fhirUser', ...(scopes ?? USUAL_SCOPES)])].join(' ');
}

/** Guard: https, and in a demo build also http with a name that means this machine. */
export function isServerAddress(value: string): boolean {
  const url = URL.parse(value);
  if (url === null || url.username !== '' || url.password !== '' || url.hostname.includes('*')) return false;
  if (url.protocol === 'https:') return true;
  return __DEMO__ && url.protocol === 'http:' && url.hostname.endsWith('.localhost');
}

function isServerOrigin(value: string): boolean {
  return isServerAddress(value) && URL.parse(value)?.origin === value;
}
