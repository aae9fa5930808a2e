import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { PasskeyFacts } from '@ehch/sync';
import { asBase64, asBase64Url, fromBase64Url } from './bytes.ts';
import { passkeyWords } from './passkey-words.ts';

/** What came of asking for a passkey. `words` say it to the person who asked. Nothing but `unlocked` has opened anything. */
export interface PasskeyEnd {
  readonly state:
    | 'unlocked'
    /** This person has made no passkey for this device. */
    | 'none'
    /** This person has made one already. Another would open nothing, so none was made. */
    | 'exists'
    /** The passkey opens nothing here. Nothing has changed. */
    | 'wrong'
    /** The person said no, or took too long. They may try again. */
    | 'refused'
    /** This browser knows no passkeys, or not the kind that gives a secret (WebAuthn PRF). Offer a passphrase. */
    | 'not-in-browser'
    /** The keeper of the passkey gives no secret, or this page may not ask. Offer a passphrase. */
    | 'not-on-device';
  readonly words: string;
}

/** Opens this device's records with a passkey: a fingerprint, a face, a PIN or a security key. */
export interface Passkeys {
  /** Makes a passkey for the signed-in person, and opens the records with it. Call it in a click. */
  create(): Promise<PasskeyEnd>;
  /** Opens the records with the passkey that this person made before. Call it in a click. */
  open(): Promise<PasskeyEnd>;
}

export interface PasskeyPorts {
  /** What the engine keeps for it. */
  readonly row: {
    facts(): Promise<PasskeyFacts>;
    /** @throws {EhchError} `busy` if another window was first */
    keep(credential: string): Promise<void>;
  };
  /** Opens the records with a secret in base64. */
  readonly unlock: (secret: string) => Promise<'unlocked' | 'wrong'>;
  /** The signed-in person's name, which the keeper of passkeys shows. `null`: nobody is signed in. */
  readonly person: string | null;
  /** The browser's own. `null`: it has none. */
  readonly credentials: Pick<CredentialsContainer, 'create' | 'get'> | null;
}

/** ES256 and RS256, which every keeper of passkeys has one of. */
const ALGORITHMS = [-7, -257];
/** Milliseconds. A person may have to fetch their security key. */
const PATIENCE_MS = 120_000;

export function passkeysOf(ports: PasskeyPorts): Passkeys {
  return { create: () => ended(create(ports)), open: () => ended(open(ports)) };
}

type State = PasskeyEnd['state'];

async function create(ports: PasskeyPorts): Promise<State> {
  const { row, unlock, person, credentials } = ports;
  if (person === null)
    throw new EhchError('signed-out', 'Nobody is signed in. Give `user` to createEhch, then make a passkey.');
  if (credentials === null) return 'not-in-browser';
  const { credential, salt, handle } = await row.facts();
  // Guard: another passkey is another secret, and the slot of the first one would never open again.
  if (credential !== null) return 'exists';
  const made = await credentials.create({
    publicKey: {
      rp: { name: 'EHCH Kit' },
      user: { id: fromBase64Url(handle), name: person, displayName: person },
      challenge: fresh(),
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
      // A stolen PC must not open by a touch alone.
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      extensions: { prf: { eval: { first: fromBase64Url(salt) } } },
      timeout: PATIENCE_MS,
    },
  });
  if (!(made instanceof PublicKeyCredential)) return 'not-in-browser';
  const { prf } = made.getClientExtensionResults();
  if (prf?.enabled !== true) return 'not-on-device';
  // Before the unlocking, which makes the slot: a slot whose passkey nobody knows would never open again.
  await row.keep(asBase64Url(new Uint8Array(made.rawId)));
  // Some keepers give the secret at the making, and others only when they are asked.
  return prf.results ? unlock(secretOf(prf.results)) : open(ports);
}

async function open({ row, unlock, credentials }: PasskeyPorts): Promise<State> {
  if (credentials === null) return 'not-in-browser';
  const { credential, salt } = await row.facts();
  if (credential === null) return 'none';
  const found = await credentials.get({
    publicKey: {
      challenge: fresh(),
      allowCredentials: [{ type: 'public-key', id: fromBase64Url(credential) }],
      userVerification: 'required',
      extensions: { prf: { evalByCredential: { [credential]: { first: fromBase64Url(salt) } } } },
      timeout: PATIENCE_MS,
    },
  });
  if (!(found instanceof PublicKeyCredential)) return 'not-in-browser';
  const results = found.getClientExtensionResults().prf?.results;
  return results ? unlock(secretOf(results)) : 'not-on-device';
}

/** Nobody checks an answer of this kind: it is the secret that opens, or opens nothing. */
const fresh = (): BufferSource => crypto.getRandomValues(new Uint8Array(32));

function secretOf({ first }: AuthenticationExtensionsPRFValues): string {
  return asBase64(
    first instanceof ArrayBuffer
      ? new Uint8Array(first)
      : new Uint8Array(first.buffer, first.byteOffset, first.byteLength),
  );
}

async function ended(work: Promise<State>): Promise<PasskeyEnd> {
  const state = await work.catch(stateOf);
  return { state, words: passkeyWords[state] };
}

/** What the browser's own errors mean here (WebAuthn Level 3). Whatever else went wrong is the caller's to know. */
function stateOf(error: unknown): State {
  const name = error instanceof DOMException ? error.name : '';
  if (name === '') throw error;
  reportCaught(error, 'sdk/passkey');
  // The standard gives one name to "no" and "too late", so that no page learns which it was.
  if (name === 'NotAllowedError' || name === 'AbortError') return 'refused';
  return name === 'NotSupportedError' ? 'not-in-browser' : 'not-on-device';
}
