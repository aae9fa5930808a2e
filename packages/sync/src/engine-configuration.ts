import type { PlaceConfiguration } from '@ehch/clinical';

/** The engine's configuration. Every other call fails before it arrives. */
export interface EngineConfiguration {
  /** The server's address; without a server, what `localBase` makes of the place. */
  readonly fhirBaseUrl: string;
  /**
   * Who runs the requests. `engine`: the engine's own `fetch`, which asks the window for a token if `token` is true.
   * `host`: the window runs every request with the host page's own `fetch`.
   */
  readonly network: { readonly by: 'engine'; readonly token: boolean } | { readonly by: 'host' };
  readonly sourceLabel: string;
  readonly place: PlaceConfiguration | null;
  /** Milliseconds that one request may take. */
  readonly deadlineMs: number;
  /** Whether the window wants the engine's log: codes and timings. */
  readonly log?: boolean;
  /** Who works here. Without a user everything stays here, and nothing is sent. */
  readonly user?: SignedIn | null;
  /** Whether the server's records may be kept on this device. Defaults to `session`. */
  readonly keep?: 'no' | 'session' | 'yes';
  /** Where the key of this device's records comes from. Defaults to `memory`. */
  readonly keys?: KeyMode;
  /** The PC as its people call it, such as "front desk". The audit names it beside the program. */
  readonly deviceName?: string;
  /** Which records are copied to this device. Defaults to `opened`. */
  readonly copies?: CopiedRecords;
}

/**
 * Which records are copied to this device. `opened`: those of residents who were opened. `homes`: those of every resident
 * of the place's homes, so that a home can work without a network.
 */
export type CopiedRecords = 'opened' | 'homes';

/** The signed-in person, as the server and the audit name them. */
export interface SignedIn {
  /** The subject of the sign-in. What this person does is sent in sessions of the same subject alone. */
  readonly sub: string;
  readonly display: string;
  /** A reference on the server, such as `Practitioner/7`. `null`: not known. */
  readonly reference: string | null;
  readonly role: string | null;
  /** The organisation for which this person works here. It decides which database is theirs. */
  readonly organisation: string | null;
  /**
   * Its id, such as an ODS code. It decides instead of the name, which may be spelt in many ways. Absent: not known.
   */
  readonly organisationId?: string | null | undefined;
}

/**
 * Where the root key comes from. `memory`: made for this session, and lost with the last window. `passphrase`, `passkey`
 * and `provider`: it outlives the browser, and {@link EngineSurface.unlock} brings the secret.
 */
export type KeyMode = 'memory' | 'passphrase' | 'passkey' | 'provider';
