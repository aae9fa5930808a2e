import { base64Url, utf8, type Bytes } from './bytes.ts';

/** The purposes of names in keys of rows. Each has a key of its own, so that two lists cannot be joined without it. */
const PURPOSES = ['resident', 'home', 'resource', 'person', 'form'] as const;
type Purpose = (typeof PURPOSES)[number];

/** What comes from a root key (SPEC K2). All of it is in memory only. */
export interface KeyTree {
  /** Seals what people here have written: outbox, drafts, acknowledgements, log. No purge of a resident loses it. */
  readonly work: CryptoKey;
  readonly home: HomeKeys;
  /** A name that says nothing, 96 bits: 16 characters of base64url (SPEC K4). */
  blind(purpose: Purpose, name: string): Promise<string>;
  /** The key that wraps the keys of the residents. A purge changes its salt. */
  wrapping(salt: Bytes): Promise<CryptoKey>;
}

/** What stays while records are locked, so that escalations go on (SPEC O5). */
export interface HomeKeys {
  readonly seal: CryptoKey;
  /** The lane of a resident in the outbox, under a name that no cached record has. */
  lane(resident: string): Promise<string>;
}

const GCM = { name: 'AES-GCM', length: 256 } as const;
const HMAC = { name: 'HMAC', hash: 'SHA-256', length: 256 } as const;
const NO_SALT: Bytes = new Uint8Array(0);

/** Derives the keys of a database from 32 random bytes by HKDF-SHA-256. None of them can be exported. */
export async function deriveTree(root: Bytes): Promise<KeyTree> {
  const source = await crypto.subtle.importKey('raw', root, 'HKDF', false, ['deriveKey']);
  const derive = (info: string, to: typeof GCM | typeof HMAC | typeof KW, uses: KeyUsage[], salt = NO_SALT) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(`ehch/v1/${info}`) },
      source,
      to,
      false,
      uses,
    );
  const [work, homeSeal, lane, ...names] = await Promise.all([
    derive('work', GCM, ['encrypt', 'decrypt']),
    derive('home-outbox', GCM, ['encrypt', 'decrypt']),
    derive('blind/lane', HMAC, ['sign']),
    ...PURPOSES.map((purpose) => derive(`blind/${purpose}`, HMAC, ['sign'])),
  ]);
  const keyOf = new Map(PURPOSES.map((purpose, i) => [purpose, names[i]]));
  return {
    work,
    home: { seal: homeSeal, lane: (resident) => blinded(lane, resident) },
    blind: remembering((purpose, name) => blinded(keyOf.get(purpose) as CryptoKey, name)),
    wrapping: (salt) => derive('wrapping', KW, ['wrapKey', 'unwrapKey'], salt),
  };
}

const KW = { name: 'AES-KW', length: 256 } as const;

/** Names that are remembered. A home has fewer residents, and a resident fewer resources. */
const MOST_NAMES = 5_000;

/** Blinds each name once. The memory goes with the tree, at a lock. */
function remembering(blind: KeyTree['blind']): KeyTree['blind'] {
  const known = new Map<string, Promise<string>>();
  return (purpose, name) => {
    const key = `${purpose} ${name}`;
    const blinded = known.get(key) ?? blind(purpose, name);
    if (known.size >= MOST_NAMES) known.clear();
    known.set(key, blinded);
    return blinded;
  };
}

async function blinded(key: CryptoKey, name: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(name)), 0, 12));
}
