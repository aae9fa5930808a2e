import { reportCaught } from '@ehch/clinical/diagnostics';
import { SignInError } from './sign-in-error.ts';
import type { Tokens } from './tokens.ts';

export interface TokenKeeperPorts {
  readonly refresh: (refresh: string) => Promise<Tokens>;
  /** Keeps the new tokens before anybody uses them: the server takes the former refresh token no more. */
  readonly keep: (tokens: Tokens) => Promise<void>;
  /** Called once, when the server has ended the session, or it ended by itself. */
  readonly ended: () => void;
  /** Milliseconds of the device's clock. */
  readonly now: () => number;
}

/** A token is renewed so long before its end that a request which begins now still ends in time. */
const EARLY_MS = 60_000;

/** Gives the token for each request, and renews it: before its end, and once after the server has refused it. */
export class TokenKeeper {
  readonly #ports: TokenKeeperPorts;
  #tokens: Tokens;
  #renewing: Promise<void> | null = null;
  #hasEnded = false;
  /** The token that was given because the server had refused the one before. */
  #afterRefusal: string | null = null;

  constructor(tokens: Tokens, ports: TokenKeeperPorts) {
    this.#tokens = tokens;
    this.#ports = ports;
  }

  get tokens(): Tokens {
    return this.#tokens;
  }

  /** `null`: the session has ended. @throws {SignInError} `silent` if the token has ended and none can be had now */
  async token(): Promise<string | null> {
    if (this.#hasEnded) return null;
    if (this.#isDue(EARLY_MS)) {
      try {
        await this.#renew();
      } catch (error) {
        // The old one is good for another moment.
        if (this.#isDue(0)) throw error;
        reportCaught(error, 'extension/sign-in/renew');
      }
    }
    return this.#hasEnded ? null : this.#tokens.access;
  }

  /**
   * The server said 401. A token is renewed for that once: a server that refuses the next one as well has another
   * reason, and asking it again and again would not end.
   *
   * @returns whether there is a new token
   */
  async refused(): Promise<boolean> {
    if (this.#hasEnded || this.#tokens.access === this.#afterRefusal) return false;
    await this.#renew();
    this.#afterRefusal = this.#tokens.access;
    return !this.#hasEnded;
  }

  #isDue(earlyMs: number): boolean {
    const { expires } = this.#tokens;
    return expires !== null && this.#ports.now() >= expires - earlyMs;
  }

  /** One renewal at a time: the second would come with a token that the first has used up. */
  #renew(): Promise<void> {
    this.#renewing ??= this.#renewOnce().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #renewOnce(): Promise<void> {
    const { refresh } = this.#tokens;
    if (refresh === null) return this.#end();
    try {
      const tokens = await this.#ports.refresh(refresh);
      await this.#ports.keep(tokens);
      this.#tokens = tokens;
    } catch (error) {
      if (!(error instanceof SignInError) || error.code !== 'ended') throw error;
      this.#end();
    }
  }

  #end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#ports.ended();
  }
}
