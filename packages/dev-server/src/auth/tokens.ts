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
}

/** A token and what it says, in the names of OAuth 2.0 (RFC 6749 5.1) and SMART. */
export interface IssuedToken extends StaffMember {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
}

/** Seconds that a token lives unless asked otherwise. */
const USUAL_LIFE = 3600;

/** The tokens that a server has given out. They are for development: whoever can ask may be anybody of the staff. */
export class Tokens {
  readonly #staff: ReadonlyMap<string, StaffMember>;
  readonly #now: () => number;
  readonly #live = new Map<string, { readonly member: StaffMember; readonly ends: number }>();

  constructor(staff: Iterable<StaffMember>, now: () => number) {
    this.#staff = new Map([...staff].map((member) => [member.key, member]));
    this.#now = now;
  }

  staff(): StaffMember[] {
    return [...this.#staff.values()];
  }

  /** @throws {Refusal} 404 for somebody unknown, 400 for an unusable life */
  issue(key: string, lifeSeconds = USUAL_LIFE): IssuedToken {
    const member = this.#staff.get(key);
    if (!member)
      throw new Refusal(404, 'not-found', `Nobody of this name works here. Known: ${this.#known()}.`);
    if (!(lifeSeconds > 0)) throw new Refusal(400, 'value', 'expiresIn takes a number of seconds above 0.');
    const token = randomBytes(24).toString('base64url');
    this.#live.set(token, { member, ends: this.#now() + lifeSeconds * 1000 });
    return { access_token: token, token_type: 'Bearer', expires_in: lifeSeconds, ...member };
  }

  /** Ends a token, or all of a person. Ending what has ended is not a failure (RFC 7009 2.2). */
  revoke({ token, staff }: { readonly token?: string; readonly staff?: string }): void {
    for (const [live, { member }] of this.#live) {
      if (live === token || member.key === staff) this.#live.delete(live);
    }
  }

  /** The person of an `Authorization` header. @throws {Refusal} 401 without a token that is alive */
  holder(authorization: string | undefined): StaffMember {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    const live = token === undefined ? undefined : this.#live.get(token);
    if (live && live.ends > this.#now()) return live.member;
    const problem = token === undefined ? '' : ', error="invalid_token"';
    throw new Refusal(401, 'login', 'Sign in: the request has no token, or one that has ended.', {
      'WWW-Authenticate': `Bearer realm="fhir"${problem}`,
    });
  }

  #known(): string {
    return [...this.#staff.keys()].join(', ');
  }
}
