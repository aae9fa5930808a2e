import { EhchError } from '@ehch/clinical';
import { isSameBytes, type Bytes } from './bytes.ts';
import { deriveTree, type HomeKeys, type KeyTree } from './key-tree.ts';
import { unwrapResidentKey } from './resident-key.ts';

/** Which of two trees a source's rows hang from: that of the people, or that of this session (SPEC R7). */
export type Kept = 'yes' | 'session';

/** The salt of the wrapping key, and how often it was changed. */
export interface Wrapping {
  readonly generation: number;
  readonly salt: Bytes;
}

/** The keys in use. A lock drops all but those of the home's outbox (SPEC K6). */
export class KeyRing {
  #root: Bytes | null = null;
  #trees: Readonly<Record<Kept, KeyTree>> | null = null;
  #home: HomeKeys | null = null;
  readonly #wrapping = new Map<string, Promise<CryptoKey>>();
  readonly #residents = new Map<string, { readonly wrapped: Bytes; readonly key: Promise<CryptoKey> }>();

  async open(root: Bytes, session: Bytes): Promise<void> {
    const [yes, ofSession] = await Promise.all([deriveTree(root), deriveTree(session)]);
    this.#root = root;
    this.#trees = { yes, session: ofSession };
    this.#home = yes.home;
  }

  get isLocked(): boolean {
    return this.#trees === null;
  }

  lock(): void {
    this.#root = null;
    this.#trees = null;
    this.#wrapping.clear();
    this.#residents.clear();
  }

  forget(): void {
    this.lock();
    this.#home = null;
  }

  /** @throws {EhchError} `locked` */
  get root(): Bytes {
    return this.#root ?? locked();
  }

  /** @throws {EhchError} `locked` */
  tree(kept: Kept = 'yes'): KeyTree {
    return (this.#trees ?? locked())[kept];
  }

  /** Whether the home's outbox can be read, also while records are locked. */
  get hasHome(): boolean {
    return this.#home !== null;
  }

  /** @throws {EhchError} `locked` if nobody has unlocked since the browser started */
  get home(): HomeKeys {
    return this.#home ?? locked();
  }

  wrapping(kept: Kept, { generation, salt }: Wrapping): Promise<CryptoKey> {
    const name = `${kept} ${generation}`;
    const known = this.#wrapping.get(name) ?? this.tree(kept).wrapping(salt);
    this.#wrapping.set(name, known);
    return known;
  }

  /** The key of a resident whose row says `wrapped`. Unwrapping it once is enough. */
  async resident(p: string, wrapped: Bytes, kept: Kept, wrapping: Wrapping): Promise<CryptoKey> {
    const known = this.#residents.get(p);
    if (known && isSameBytes(known.wrapped, wrapped)) return known.key;
    const key = unwrapResidentKey(wrapped, await this.wrapping(kept, wrapping));
    this.#residents.set(p, { wrapped, key });
    return key;
  }
}

function locked(): never {
  throw new EhchError('locked', 'The records on this device are locked. Unlock them, then ask again.');
}
