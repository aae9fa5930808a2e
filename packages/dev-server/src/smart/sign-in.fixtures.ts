import { createHash } from 'node:crypto';
import { patient } from '../asking.fixtures.ts';
import { DEMO_NOW } from '../sample-home/days.ts';
import { sampleStaff } from '../sample-home/staff.ts';
import { createFhirServer, type FhirServer, type FhirServerOptions } from '../server/fhir-server.ts';
import type { WireAnswer } from '../server/wire.ts';

export const REDIRECT = 'https://higmcdaaefiehmbkpdfmajdoicgmdiob.chromiumapp.org/';
const VERIFIER = 'a-verifier-of-at-least-forty-three-characters';
const STATE = '6f1c3b5e-9a70-4c2b-8d21-0e4f5a6b7c8d';

type Changes = Readonly<Record<string, string | undefined>>;

/** A server where people sign in, and what a client and a person do there by hand. */
export interface SigningScene {
  readonly fhir: FhirServer;
  pass(ms: number): void;
  /** Opens the sign-in page. A parameter that is `undefined` is left out. */
  open(changes?: Changes): WireAnswer;
  /** Opens the page and presses a button of it. */
  press(form: Changes, changes?: Changes): WireAnswer;
  /** Signs somebody in, and gives the code. */
  code(staff?: string, changes?: Changes): string;
  token(form: Changes): Told;
  exchange(code: string, changes?: Changes): Told;
  refresh(token: string | undefined, changes?: Changes): Told;
  revoke(form: Changes): WireAnswer;
  /** Signs somebody in, up to the tokens. */
  signIn(staff?: string, changes?: Changes): Given;
  fetch(method: string, url: string, token: string | undefined, body?: unknown): WireAnswer;
}

/** The answer of the token endpoint. */
interface Given {
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly token_type?: string;
  readonly expires_in?: number;
  readonly scope?: string;
  readonly fhirUser?: string;
  readonly patient?: string;
  readonly need_patient_banner?: boolean;
  readonly error?: string;
}

export interface Told {
  readonly status: number;
  readonly body: Given;
}

export function signingScene(options: FhirServerOptions = {}): SigningScene {
  let now = Date.parse(DEMO_NOW);
  const resources = [patient('a'), patient('b')];
  const fhir = createFhirServer({ clock: () => now, staff: sampleStaff(), resources, ...options });
  const root = fhir.base.replace(/\/fhir$/, '');
  const send = (path: string, form: Changes): WireAnswer =>
    fhir.request({
      method: 'POST',
      url: `${root}/${path}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: query(form),
    });
  const asked = (path: string, form: Changes): Told => {
    const { status, text } = send(path, form);
    return { status, body: JSON.parse(text) as Told['body'] };
  };
  const usual: Changes = {
    response_type: 'code',
    client_id: 'ehch-kit-extension',
    redirect_uri: REDIRECT,
    state: STATE,
    aud: fhir.base,
    scope: 'openid fhirUser online_access user/*.cruds',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    nonce: 'a-nonce',
  };
  const scene: SigningScene = {
    fhir,
    pass: (ms) => {
      now += ms;
    },
    open: (changes) =>
      fhir.request({ method: 'GET', url: `${root}/authorize?${query({ ...usual, ...changes })}` }),
    press: (form, changes) => send('authorize', { handle: handleIn(scene.open(changes)), ...form }),
    code: (staff = 'nurse', changes) =>
      answerOf(scene.press({ decision: 'sign-in', staff }, changes)).get('code') ?? '',
    token: (form) => asked('token', form),
    exchange: (code, changes) =>
      scene.token({
        grant_type: 'authorization_code',
        client_id: 'ehch-kit-extension',
        redirect_uri: REDIRECT,
        code_verifier: VERIFIER,
        code,
        ...changes,
      }),
    refresh: (token, changes) =>
      scene.token({
        grant_type: 'refresh_token',
        client_id: 'ehch-kit-extension',
        refresh_token: token,
        ...changes,
      }),
    revoke: (form) => send('revoke', { client_id: 'ehch-kit-extension', ...form }),
    signIn: (staff, changes) => scene.exchange(scene.code(staff, changes)).body,
    fetch: (method, url, token, body) =>
      fhir.request({
        method,
        url,
        headers: {
          'content-type': 'application/fhir+json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: body === undefined ? null : JSON.stringify(body),
      }),
  };
  return scene;
}

/** What a redirect says to the client. */
export function answerOf({ headers }: WireAnswer): URLSearchParams {
  return new URL(headers['location'] ?? 'about:blank').searchParams;
}

export function handleIn({ text }: WireAnswer): string {
  return /name="handle" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

function query(form: Changes): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) if (value !== undefined) parameters.set(name, value);
  return parameters.toString();
}
