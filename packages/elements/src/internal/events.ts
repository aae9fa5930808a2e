import type { ResidentId, SectionName } from '@ehch/clinical';

// Fields are getters without setters: data of an event cannot be changed on its way. The event object itself
// is not frozen, because frameworks write marks of their own on events.

/**
 * A person asked for a section, or everything, to be read again. The nearest provider with a source takes it up
 * and marks it as handled (`defaultPrevented`); a host that handles it earlier calls `preventDefault()`.
 */
export class EhchRetryEvent extends Event {
  static readonly type = 'ehch-retry';
  readonly #resident: ResidentId;
  readonly #section: SectionName | null;

  constructor(resident: ResidentId, section: SectionName | null) {
    super(EhchRetryEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.#resident = resident;
    this.#section = section;
  }

  /** The opaque id that the host gave. */
  get resident(): ResidentId {
    return this.#resident;
  }

  /** `null`: everything. */
  get section(): SectionName | null {
    return this.#section;
  }
}

/**
 * A person hid a line of the glance until something new is recorded. It stays hidden in this summary; a host or store that
 * keeps such things gives the key back in `hiddenLines`.
 */
export class EhchHideLineEvent extends Event {
  static readonly type = 'ehch-hide-line';
  readonly #resident: ResidentId;
  readonly #key: string;

  constructor(resident: ResidentId, key: string) {
    super(EhchHideLineEvent.type, { bubbles: true, composed: true });
    this.#resident = resident;
    this.#key = key;
  }

  /** The opaque id that the host gave. */
  get resident(): ResidentId {
    return this.#resident;
  }

  /** The rule and the opaque ids of its facts. */
  get key(): string {
    return this.#key;
  }
}

/** Data arrived that is about another resident. It was not shown. */
export class EhchMismatchEvent extends Event {
  static readonly type = 'ehch-mismatch';
  readonly #resident: ResidentId;

  constructor(resident: ResidentId) {
    super(EhchMismatchEvent.type, { bubbles: true, composed: true });
    this.#resident = resident;
  }

  /** The resident that was asked for. */
  get resident(): ResidentId {
    return this.#resident;
  }
}

/**
 * A person asked to see the resident whom something unsent, or a matter of a list, is about. A page that can show the resident does
 * so, and calls `preventDefault()`.
 */
export class EhchShowResidentEvent extends Event {
  static readonly type = 'ehch-show-resident';
  readonly #resident: ResidentId;

  constructor(resident: ResidentId) {
    super(EhchShowResidentEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.#resident = resident;
  }

  /** The opaque id that the record gave. */
  get resident(): ResidentId {
    return this.#resident;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ehch-retry': EhchRetryEvent;
    'ehch-hide-line': EhchHideLineEvent;
    'ehch-mismatch': EhchMismatchEvent;
    'ehch-show-resident': EhchShowResidentEvent;
  }
}
