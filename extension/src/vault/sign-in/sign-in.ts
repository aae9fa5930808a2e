import type { PlaceConfiguration } from '@ehch/clinical';
import type { Clock } from '@ehch/clinical/time';
import type { Accounts } from './accounts.ts';
import { askForCode, type SignInWindow } from './ask-for-code.ts';
import type { Fetch } from './ask-server.ts';
import { discover } from './discover.ts';
import type { Session } from './session.ts';
import { TokenServer, type Tokens } from './tokens.ts';
import { readPerson } from './who.ts';

export interface SignInPorts {
  readonly fetch: Fetch;
  readonly window: SignInWindow;
  readonly fhirBaseUrl: string;
  readonly accounts: Accounts;
  /** The place by whose table the codes of the record are roles. */
  readonly place: Pick<PlaceConfiguration, 'staffRoles' | 'homes'>;
  readonly clock: Clock;
}

/** The whole way from a press to a session. @throws {SignInError} */
export async function signIn(ports: SignInPorts): Promise<Session> {
  const { fetch, window, fhirBaseUrl, accounts } = ports;
  const server = await discover(fetch, fhirBaseUrl, accounts);
  const code = await askForCode(server, accounts, fhirBaseUrl, window);
  const { tokens, claims } = await new TokenServer(server, accounts, fetch).redeem(code);
  return { tokens, person: await readPerson(fetch, ports, tokens.access, claims) };
}

type Known = Omit<SignInPorts, 'window'>;

/** @throws {SignInError} `ended` if the server takes the token no more */
export async function renewed({ fetch, fhirBaseUrl, accounts }: Known, refresh: string, sub: string) {
  const server = await discover(fetch, fhirBaseUrl, accounts);
  return new TokenServer(server, accounts, fetch).refresh(refresh, sub);
}

/** @throws {SignInError} where the server does not answer. The tokens then end by themselves */
export async function revoked({ fetch, fhirBaseUrl, accounts }: Known, tokens: Tokens): Promise<void> {
  const server = await discover(fetch, fhirBaseUrl, accounts);
  await new TokenServer(server, accounts, fetch).revoke(tokens);
}
