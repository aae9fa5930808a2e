import { randomBytes } from 'node:crypto';
import type { IssuedToken, Tokens } from '../auth/tokens.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { OAuthError } from './oauth-error.ts';

/** Seconds. [P] A session lasts a long shift, or 30 days where the client keeps it across restarts. */
const ONLINE_LIFE = 12 * 3600;
const OFFLINE_LIFE = 30 * 24 * 3600;
/** Milliseconds for a client to come with its code. */
const CODE_LIFE = 60_000;

/** What one sign-in gave: every token that descends from one code. */
export interface Session {
  readonly id: string;
  readonly client: string;
  /** The key of who signed in. */
  readonly staff: string;
  readonly scope: readonly string[];
  readonly nonce: string | null;
  /** Milliseconds since the epoch, after which nothing is renewed. */
  readonly ends: number;
}

interface Code {
  readonly request: AuthorizationRequest;
  readonly session: Session;
  readonly ends: number;
  isSpent: boolean;
}

interface RefreshToken {
  readonly session: Session;
  isSpent: boolean;
}

export interface SessionTokens extends IssuedToken {
  readonly refresh_token?: string;
}

/** The sessions of a server, with their codes and refresh tokens. */
export class Sessions {
  readonly #tokens: Tokens;
  readonly #now: () => number;
  readonly #lifeSeconds: number;
  readonly #codes = new Map<string, Code>();
  readonly #refreshTokens = new Map<string, RefreshToken>();
  readonly #sessions = new Map<string, Session>();
  readonly #ended = new Set<string>();

  constructor(tokens: Tokens, now: () => number, lifeSeconds: number) {
    this.#tokens = tokens;
    this.#now = now;
    this.#lifeSeconds = lifeSeconds;
  }

  /** A code for somebody who has signed in. */
  begin(request: AuthorizationRequest, staff: string, scope: readonly string[]): string {
    const life = scope.includes('offline_access') ? OFFLINE_LIFE : ONLINE_LIFE;
    const session: Session = {
      id: opaque(),
      client: request.client.id,
      staff,
      scope,
      nonce: request.nonce,
      ends: this.#now() + life * 1000,
    };
    this.#sessions.set(session.id, session);
    const code = opaque();
    this.#codes.set(code, { request, session, ends: this.#now() + CODE_LIFE, isSpent: false });
    return code;
  }

  /**
   * The session of a code, once. Whoever shows a code again may have stolen it, so all that it gave ends
   * (RFC 9700 2.1.1). A code is spent by a try that fails, too.
   *
   * @param isRightful whether client, address and verifier are those of the request
   * @throws {OAuthError} `invalid_grant`
   */
  redeem(code: string, isRightful: (request: AuthorizationRequest) => boolean): Session {
    const held = this.#codes.get(code);
    if (!held) throw new OAuthError('invalid_grant', 'The code is not known.');
    const { request, session, ends, isSpent } = held;
    held.isSpent = true;
    if (isSpent) {
      this.end(session.id);
      throw new OAuthError('invalid_grant', 'The code was used before. What it gave has ended.');
    }
    if (ends <= this.#now()) throw new OAuthError('invalid_grant', 'The code has ended.');
    if (!isRightful(request))
      throw new OAuthError('invalid_grant', 'The code was given for another request.');
    return session;
  }

  /**
   * The session of a refresh token, once. A token that comes back was stolen, or its thief came first: the session
   * ends (RFC 9700 4.14.2).
   *
   * @param asked the scopes of the new tokens, or `null` for those of the session
   * @throws {OAuthError} `invalid_grant`, or `invalid_scope` for more than the session was given
   */
  renew(refreshToken: string, client: string, asked: readonly string[] | null): Session {
    const held = this.#refreshTokens.get(refreshToken);
    // Another client's token is not spent: its owner did nothing wrong.
    if (!held || held.session.client !== client)
      throw new OAuthError('invalid_grant', 'The refresh token is not known.');
    const { session, isSpent } = held;
    // Nor is that of a client that asks for too much.
    if (!isSpent && asked?.some((one) => !session.scope.includes(one)) === true)
      throw new OAuthError('invalid_scope', 'The session was given fewer scopes.');
    held.isSpent = true;
    if (isSpent) this.end(session.id);
    if (this.#isOver(session)) throw new OAuthError('invalid_grant', 'The session has ended. Sign in again.');
    return session;
  }

  /** Tokens for a session. Its next refresh token comes with them, if the person is to stay signed in. */
  issue(session: Session, scope: readonly string[]): SessionTokens {
    if (this.#isOver(session)) throw new OAuthError('invalid_grant', 'The session has ended. Sign in again.');
    const left = Math.ceil((session.ends - this.#now()) / 1000);
    const lifeSeconds = Math.min(this.#lifeSeconds, left);
    const issued = this.#tokens.issue(session.staff, { lifeSeconds, scope, session: session.id });
    if (!session.scope.some((one) => one === 'online_access' || one === 'offline_access')) return issued;
    const token = opaque();
    this.#refreshTokens.set(token, { session, isSpent: false });
    return { ...issued, refresh_token: token };
  }

  /** Ends a token that a client gives up. A refresh token takes its session with it (RFC 7009 2.1). */
  revoke(token: string, client: string): void {
    const held = this.#refreshTokens.get(token);
    if (held?.session.client === client) this.end(held.session.id);
    const session = this.#sessions.get(this.#tokens.sessionOf(token) ?? '');
    if (session?.client === client) this.#tokens.revoke({ token });
  }

  /** Ends a session with everything that it gave. */
  end(id: string): void {
    this.#ended.add(id);
    this.#tokens.revoke({ session: id });
  }

  /** For tests: nothing of a person, or of anybody, is renewed any more. Tokens that are alive stay alive. */
  endRenewals(staff: string | null): void {
    for (const session of this.#sessions.values())
      if (staff === null || session.staff === staff) this.#ended.add(session.id);
  }

  #isOver({ id, ends, staff }: Session): boolean {
    const isPast = ends <= this.#now() || this.#tokens.hasEnded(this.#tokens.member(staff));
    return isPast || this.#ended.has(id);
  }
}

function opaque(): string {
  return randomBytes(24).toString('base64url');
}
