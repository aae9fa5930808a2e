import { EhchError } from '@ehch/clinical';
import type { ActiveFault } from '../faults/fault.ts';
import { parseJson } from '../http/body.ts';
import type { Inbound } from '../http/handle.ts';
import { outcomeOf } from '../http/outcome.ts';
import { Refusal } from '../refusal.ts';
import { isObject } from '../resource.ts';
import { dateRange } from '../search/date-range.ts';
import type { Tokens } from '../auth/tokens.ts';
import type { Sessions } from '../smart/sessions.ts';
import type { FhirServer } from '../server/fhir-server.ts';
import type { WireAnswer } from '../server/wire.ts';

/** What the endpoints work with. `null`: the server was started without it. */
export interface DevelopmentScene {
  readonly server: Pick<FhirServer, 'restore' | 'setFaults' | 'setPersonality'>;
  readonly tokens: Tokens | null;
  readonly sessions: Sessions | null;
  readonly allowFaults: boolean;
}

type Endpoint = (scene: DevelopmentScene, body: Readonly<Record<string, unknown>>) => unknown;

/** The registry of development endpoints below `/dev`. They answer JSON, or 204 without a body. */
const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  'GET staff': (scene) => tokensOf(scene).staff(),
  /** `{staff, expiresIn?}`: a token for one of the staff. `expiresIn` is in seconds. */
  'POST token': (scene, { staff, expiresIn }) =>
    tokensOf(scene).issue(
      textOf(staff, 'staff'),
      expiresIn === undefined ? {} : { lifeSeconds: Number(expiresIn) },
    ),
  /** `{token}`, or `{staff}` for all tokens of a person. */
  'POST revoke': (scene, { token, staff }) => {
    tokensOf(scene).revoke({
      ...(typeof token === 'string' ? { token } : {}),
      ...(typeof staff === 'string' ? { staff } : {}),
    });
  },
  /** `{staff}`, or `{}` for everybody: the next refresh is refused. Access tokens live on until they end. */
  'POST end-session': (scene, { staff }) => {
    tokensOf(scene);
    scene.sessions?.endRenewals(staff === undefined ? null : textOf(staff, 'staff'));
  },
  /** `{to}`: an instant, whose data come back. */
  'POST restore': (scene, { to }) => {
    const range = dateRange(textOf(to, 'to'));
    if (!range) throw new Refusal(400, 'value', 'to takes a FHIR instant.');
    faultyServer(scene).restore(range.start);
  },
  /** `{faults}`: replaces the faults that are on. */
  'POST faults': (scene, { faults }) => {
    if (!Array.isArray(faults)) throw new Refusal(400, 'value', 'faults takes a list.');
    faultyServer(scene).setFaults(faults as ActiveFault[]);
  },
  /** `{personality}`: names, as the command line takes them. */
  'POST personality': (scene, { personality }) => {
    faultyServer(scene).setPersonality(personality === '' ? '' : textOf(personality, 'personality'));
  },
};

/** Answers a request below `/dev`. The address is relative to it. */
export function answerDevelopment(
  scene: DevelopmentScene,
  { method, url, headers, body }: Inbound,
): WireAnswer {
  const common = { 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' };
  try {
    const endpoint = ENDPOINTS[`${method} ${url.split('?')[0]}`];
    if (!endpoint) throw new Refusal(404, 'not-found', 'There is no such development endpoint.');
    const read = method === 'GET' ? {} : parseJson(body, headers['content-type'] ?? '');
    const said = endpoint(scene, isObject(read) ? read : {});
    if (said === undefined) return { status: 204, headers: { 'cache-control': 'no-store' }, text: '' };
    return { status: 200, headers: common, text: JSON.stringify(said) };
  } catch (error) {
    const known = error instanceof EhchError ? new Refusal(400, 'value', error.message) : error;
    const { status, headers: own, resource } = outcomeOf(known);
    return { status, headers: { ...common, ...own }, text: JSON.stringify(resource) };
  }
}

function tokensOf({ tokens }: DevelopmentScene): Tokens {
  if (tokens) return tokens;
  throw new Refusal(404, 'not-supported', 'This server gives no tokens. Start it with --auth.');
}

function faultyServer({ server, allowFaults }: DevelopmentScene): DevelopmentScene['server'] {
  if (allowFaults) return server;
  throw new Refusal(404, 'not-supported', 'Start the server with --faults to use this.');
}

function textOf(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new Refusal(400, 'value', `${name} takes a text.`);
}
