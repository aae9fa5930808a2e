import { reportCaught } from '@ehch/clinical/diagnostics';
import { browser } from '../../browser.ts';
import { sitePattern } from '../../messages/site-pattern.ts';
import { adaptersInForce, type InForce } from '../adapters/adapters-in-force.ts';
import { builtIn } from '../adapters/built-in.ts';
import { forgetBound } from '../adapters/keep-bound.ts';
import { forgetTaught } from '../adapters/keep-taught.ts';
import { readManaged } from '../adapters/read-managed.ts';
import { readOwn } from '../adapters/read-own.ts';
import { changedOrigins } from './changed-origins.ts';
import { enableSite } from './enable-site.ts';
import { injectScript } from './inject-script.ts';
import { isGranted } from './is-granted.ts';
import { registerScripts } from './register-scripts.ts';

export interface SitesOptions {
  /** The origins of the record's own server. `null`: nothing is configured, so no page is read. */
  readonly ownServer: () => Promise<readonly string[] | null>;
  /** Runs when other adapters count than before. Pages of sites that are no longer enabled have to be forgotten. */
  readonly changed: (now: InForce) => void;
}

const NONE: InForce = {
  adapters: [],
  waiting: [],
  templates: [],
  drafts: [],
  allowsTeach: false,
  never: [],
  refused: [],
};

/** Keeps which adapters count, and carries out what follows when that changes. One change runs after the other. */
export class Sites {
  readonly #options: SitesOptions;
  #now: Promise<InForce>;
  #turn: Promise<void> = Promise.resolve();
  /** Sites that are being revoked. They count no more, although the browser's permission has not gone yet. */
  readonly #leaving = new Set<string>();

  constructor(options: SitesOptions) {
    this.#options = options;
    this.#now = this.#read();
  }

  get now(): Promise<InForce> {
    return this.#now;
  }

  /** Reads anew which adapters count, after something changed that they depend on. */
  refresh(): Promise<void> {
    return this.#inTurn(() => this.#refresh());
  }

  /** After a start of the browser or an update nothing runs in the open tabs. An update drops what was registered. */
  startAgain(): Promise<void> {
    return this.#inTurn(async () => {
      const { adapters } = await this.#refresh();
      await injectScript(adapters.flatMap(({ match }) => match.map(({ origin }) => sitePattern(origin))));
    });
  }

  enable(site: { readonly origin: string; readonly template: string }): Promise<void> {
    return this.#inTurn(async () => {
      await enableSite(site, await this.#now);
      await this.#refresh();
    });
  }

  /** The site falls silent first, while the script can still be reached. Then the permission goes. */
  revoke(origin: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#leaving.add(origin);
      // Guard: one that fails must not keep the next from taking away what it can.
      for (const takeAway of [
        () => forgetBound((each) => each === origin),
        () => forgetTaught((each) => each === origin),
        () => this.#refresh(),
        () => browser.permissions.remove({ origins: [sitePattern(origin)] }),
      ])
        try {
          await takeAway();
        } catch (error) {
          reportCaught(error, 'extension/revoke');
        }
      this.#leaving.delete(origin);
      await this.#refresh();
    });
  }

  /** The user took permissions away in the browser. What was bound by hand does not come back with them. */
  permissionsWent(): Promise<void> {
    return this.#inTurn(async () => {
      const { origins = [] } = await browser.permissions.getAll();
      await forgetBound((origin) => !isGranted(origins, origin));
      await forgetTaught((origin) => !isGranted(origins, origin));
      await this.#refresh();
    });
  }

  async #refresh(): Promise<InForce> {
    const before = await this.#now;
    this.#now = this.#read();
    const now = await this.#now;
    this.#options.changed(now);
    // A vault that has just started knows of no change. The browser still knows what was registered.
    const moved = await registerScripts(now.adapters);
    await injectScript([...moved, ...changedOrigins(before.adapters, now.adapters).map(sitePattern)]);
    return now;
  }

  async #read(): Promise<InForce> {
    try {
      const { templates } = builtIn;
      const [never, { origins = [] }, managed, own] = await Promise.all([
        this.#options.ownServer(),
        browser.permissions.getAll(),
        readManaged(templates),
        readOwn(templates),
      ]);
      if (never === null) return NONE;
      const granted = (origin: string) => !this.#leaving.has(origin) && isGranted(origins, origin);
      return adaptersInForce({ builtIn, managed, own, isGranted: granted, never });
    } catch (error) {
      reportCaught(error, 'extension/sites');
      return NONE;
    }
  }

  /** A failure of one change must not stop the next. */
  #inTurn(run: () => Promise<unknown>): Promise<void> {
    this.#turn = this.#turn.then(run).then(
      () => undefined,
      (error: unknown) => reportCaught(error, 'extension/sites'),
    );
    return this.#turn;
  }
}
