import { randomBytes } from 'node:crypto';
import { Refusal } from '../refusal.ts';

/** Somebody who may sign in. */
export interface StaffMember {
  /** The short name by which a demo asks for a token: `nurse`. */
  readonly key: string;
  /** The subject of the person's tokens. It never changes. */
  readonly sub: string;
  /** The person's Practitioner, as SMART's `fhirUser` names it. */
  readonly fhirUser: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  /** The one Patient whom a visiting clinician is here for. Its id, as SMART's `patient` gives it. */
  readonly patient?: string;
  /** The instant at which a pass ends. No token of the person outlives it. */
  readonly until?: string;
}

/** A token and what it says, in the names of OAuth 2.0 (RFC 6749 5.1) and SMART. */
export interface IssuedToken extends StaffMember {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
}

/** What a token gives, besides who holds it. */
export interface TokenTerms {
  readonly lifeSeconds?: number;
  /** The scopes, or `null` for everything, as a token of `/dev/token` gives it. */
  readonly scope?: readonly string[] | null;
  /** The session of a sign-in that the token ends with. */
  readonly session?: string | null;
}

/** The person and the scopes of a token that is alive. */
export interface Holder {
  readonly member: StaffMember;
  readonly scope: readonly string[] | null;
}

interface LiveToken extends Holder {
  readonly ends: number;
  readonly session: string | null;
}

/** Seconds that a token lives unless asked otherwise. */
const USUAL_LIFE = 3600;

/** The tokens that a server has given out. They are for development: whoever can ask may be anybody of the staff. */
export class Tokens {
  readonly #staff: ReadonlyMap<string, StaffMember>;
  readonly #now: () => number;
  readonly #live = new Map<string, LiveToken>();

  constructor(staff: Iterable<StaffMember>, now: () => number) {
    this.#staff = new Map([...staff].map((member) => [member.key, member]));
    this.#now = now;
  }

  staff(): StaffMember[] {
    return [...this.#staff.values()];
  }

  /** @throws {Refusal} 404 for somebody unknown */
  member(key: string): StaffMember {
    const member = this.#staff.get(key);
    if (member) return member;
    throw new Refusal(404, 'not-found', `Nobody of this name works here. Known: ${this.#known()}.`);
  }

  /** Whether the person's pass has ended. Most have no pass that ends. */
  hasEnded({ until }: StaffMember): boolean {
    return until !== undefined && Date.parse(until) <= this.#now();
  }

  /** @throws {Refusal} 404 for somebody unknown, 400 for an unusable life, 403 for a pass that has ended */
  issue(
    key: string,
    { lifeSeconds = USUAL_LIFE, scope = null, session = null }: TokenTerms = {},
  ): IssuedToken {
    const member = this.member(key);
    if (!(lifeSeconds > 0)) throw new Refusal(400, 'value', 'expiresIn takes a number of seconds above 0.');
    if (this.hasEnded(member)) throw new Refusal(403, 'forbidden', 'The pass of this person has ended.');
    const token = randomBytes(24).toString('base64url');
    const wished = this.#now() + lifeSeconds * 1000;
    // A token that outlived the shift would open the home's records to somebody who has gone.
    const ends = member.until === undefined ? wished : Math.min(wished, Date.parse(member.until));
    this.#live.set(token, { member, ends, scope, session });
    const seconds = ends === wished ? lifeSeconds : Math.ceil((ends - this.#now()) / 1000);
    return { access_token: token, token_type: 'Bearer', expires_in: seconds, ...member };
  }

  /** Ends a token, or all of a person, or of a session. Ending what has ended is not a failure (RFC 7009 2.2). */
  revoke(ended: { readonly token?: string; readonly staff?: string; readonly session?: string }): void {
    for (const [live, { member, session }] of this.#live) {
      const isOfSession = session !== null && session === ended.session;
      if (live === ended.token || member.key === ended.staff || isOfSession) this.#live.delete(live);
    }
  }

  /** The session of a sign-in that a token belongs to, if any. */
  sessionOf(token: string): string | null {
    return this.#live.get(token)?.session ?? null;
  }

  /** The holder that an `Authorization` header names. @throws {Refusal} 401 without a token that is alive */
  holder(authorization: string | undefined): Holder {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    const live = token === undefined ? undefined : this.#live.get(token);
    if (live && live.ends > this.#now()) return live;
    const problem = token === undefined ? '' : ', error="invalid_token"';
    throw new Refusal(401, 'login', 'Sign in: the request has no token, or one that has ended.', {
      'WWW-Authenticate': `Bearer realm="fhir"${problem}`,
    });
  }

  #known(): string {
    return [...this.#staff.keys()].join(', ');
  }
}
