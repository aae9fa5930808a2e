import {
  EhchError,
  type HomeMatters,
  type ResidentId,
  type ResidentSource,
  type ResidentView,
  type SectionName,
  type StopSignal,
  type WatchRequest,
} from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Looks } from '@ehch/clinical/thread';
import type { Clock, Instant } from '@ehch/clinical/time';
import type { EngineConfiguration, Roster } from '@ehch/sync';
import { afterPaint } from '@ehch/elements/after-paint';
import { EngineLink, type EngineLinkOptions } from './engine-link.ts';
import { WatchedMatters } from './watched-matters.ts';
import { newWatch, stepWatch, type WatchAction, type WatchedResident } from './watched-resident.ts';

/** What a source of residents behind an engine needs. `clock` is the clinical clock, by which views are told. */
export interface EngineResidentsOptions extends EngineLinkOptions {
  readonly clock: Clock;
}

/** A source of residents behind an engine's port. */
export interface EngineResidents extends ResidentSource {
  /** @param by `program` where no person sees the list, as where the host's banner is looked up in it */
  listResidents(by?: 'person' | 'program'): Promise<Roster>;
  /**
   * Forgets every record that the engine holds, as at sign-out. Open watches say at once that nobody is signed in. They
   * ask nothing more until `refresh` is called for their resident. It also works while the records are locked.
   *
   * @throws {EhchError} `unreachable` after `close`, and whatever keeps the engine from starting: then nothing was erased
   */
  forget(): Promise<void>;
  /** Takes every record off the screen at once, as at a lock. */
  conceal(): void;
  /** Asks again for every resident on screen, as after unlocking. */
  reveal(): void;
  close(): void;
}

/** One watcher of a resident, with the state of its watch. */
interface Watcher {
  readonly onView: (view: ResidentView) => void;
  readonly asked: WatchRequest;
  watch: WatchedResident;
  /** Settles when the first view has been painted. */
  painted: Promise<void> | null;
}

/** A record grows stale without any change on the server, so an open watch asks for the view again this often. */
const LOOK_AGAIN_MS = 60_000;
/** The wait before a lost engine is started again. */
const RECONNECT_MS = 1_000;

/** Watches residents through an engine, and starts a new engine when one is lost. */
export function engineResidents(options: EngineResidentsOptions): EngineResidents {
  return residentsOver(new EngineLink(options), options);
}

type Link = Pick<EngineLink, 'engine' | 'engineAtHand' | 'listen' | 'isClosed' | 'close'>;

/** What is left to say of a source once its connection is made. */
interface Told {
  readonly clock: Clock;
  readonly configuration: Pick<EngineConfiguration, 'sourceLabel'>;
}

/** The same over a connection that others use too. */
export function residentsOver(link: Link, options: Told): EngineResidents {
  return new WatchedResidents(options, link);
}

class WatchedResidents implements EngineResidents {
  readonly #watchers = new Set<Watcher>();
  readonly #matters = new Set<WatchedMatters>();
  readonly #link: Link;
  readonly #clock: Clock;
  readonly #sourceLabel: string;
  readonly #timer = setInterval(() => void this.#lookAgain(), LOOK_AGAIN_MS);
  /** Counts the calls of `forget`. A list that was asked for before one is given to nobody. */
  #era = 0;

  constructor({ clock, configuration }: Told, link: Link) {
    this.#clock = clock;
    this.#sourceLabel = configuration.sourceLabel;
    this.#link = link;
    link.listen({
      onChange: (residents) => this.#look(this.#watching(({ watch }) => residents.includes(watch.resident))),
      onLoss: () => this.#lose(),
    });
  }

  watch(
    resident: ResidentId,
    onView: (view: ResidentView) => void,
    signal: StopSignal,
    asked: WatchRequest = {},
  ): void {
    if (signal.aborted) return;
    // A resident who is on screen stays there while a reader asks anew, and nothing seems to load again.
    const former = this.#watchersOf(resident).find((watcher) => mayGoOn(watcher, asked))?.watch;
    const watch = former ?? newWatch(resident, this.#sourceLabel);
    const watcher: Watcher = { onView, asked, watch, painted: null };
    this.#watchers.add(watcher);
    if (former?.last) onView(former.last);
    signal.addEventListener('abort', () => {
      this.#watchers.delete(watcher);
      if (this.#watchersOf(resident).length === 0)
        void this.#link
          .engineAtHand()
          .then((engine) => engine?.closeResident({ resident }))
          .catch(ignoreLoss);
    });
    void this.#look([watcher]);
  }

  async refresh(resident: ResidentId, section?: SectionName): Promise<void> {
    const asking = this.#watchersOf(resident);
    for (const watcher of asking) this.#act(watcher, { kind: 'ask-again' });
    try {
      const engine = await this.#link.engine();
      await engine.refreshResident({ resident, section: section ?? null, now: this.#clock() });
    } catch (error) {
      // The look below reports the failure in every section that it concerns.
      if (!(error instanceof EhchError)) throw error;
      reportCaught(error, 'sdk/refresh');
    }
    await this.#look(asking.filter((watcher) => this.#watchers.has(watcher)));
  }

  watchMatters(onMatters: (matters: HomeMatters | null) => void, signal: StopSignal): void {
    if (signal.aborted) return;
    const watched = new WatchedMatters(this.#link, this.#clock, onMatters);
    this.#matters.add(watched);
    signal.addEventListener('abort', () => {
      this.#matters.delete(watched);
      watched.stop();
    });
  }

  async lookedAt(resident: ResidentId, since: Instant): Promise<Looks> {
    const asked = this.#era;
    const looks = await (await this.#link.engine()).lookedAt({ resident, since });
    if (asked !== this.#era)
      throw new EhchError('signed-out', 'The record was forgotten. Sign in, then ask again.');
    return looks;
  }

  async listResidents(by: 'person' | 'program' = 'person'): Promise<Roster> {
    const asked = this.#era;
    const engine = await this.#link.engine();
    const list = await engine.listResidents({ now: this.#clock(), by });
    // The user may have signed out meanwhile. The names must not reach whoever sits there now.
    if (asked !== this.#era)
      throw new EhchError('signed-out', 'The list was forgotten. Sign in, then ask again.');
    return list;
  }

  conceal(): void {
    this.#clear('locked');
  }

  reveal(): void {
    for (const matters of this.#matters) matters.reveal();
    for (const watcher of this.#watchers) this.#act(watcher, { kind: 'ask-again' });
    void this.#lookAgain();
  }

  #clear(code: 'signed-out' | 'locked'): void {
    this.#era += 1;
    for (const matters of this.#matters) matters.conceal();
    for (const watcher of this.#watchers) this.#act(watcher, { kind: 'forget', code, at: this.#clock() });
  }

  async forget(): Promise<void> {
    this.#clear('signed-out');
    // An engine that has not started yet has copies of earlier pages on the disk.
    await (await this.#link.engine()).forget(null);
  }

  close(): void {
    clearInterval(this.#timer);
    // Before the watchers go: what stays on screen must not look as if it were followed.
    this.#link.close();
    for (const matters of this.#matters) matters.stop();
    this.#watchers.clear();
  }

  #watching(fits: (watcher: Watcher) => boolean): Watcher[] {
    return [...this.#watchers].filter(fits);
  }

  #watchersOf(resident: ResidentId): Watcher[] {
    return this.#watching(({ watch }) => watch.resident === resident);
  }

  #lookAgain(): Promise<unknown> {
    return this.#look([...this.#watchers]);
  }

  /** Asks the engine for the present view of each watcher's resident. */
  #look(watchers: readonly Watcher[]): Promise<unknown> {
    return Promise.all(watchers.map((watcher) => this.#lookAt(watcher)));
  }

  async #lookAt(watcher: Watcher): Promise<void> {
    if (watcher.watch.forgotten) return;
    const action = await this.#ask(watcher);
    this.#act(watcher, action);
    // The answer was only what leads, unless the watch has ended since.
    if ('isLeading' in action && this.#watchers.has(watcher)) await this.#lookAt(watcher);
  }

  /** Asks for the whole view, and the first time for what of it is read first. */
  async #ask({ watch: { resident, era, last }, asked: { since } }: Watcher): Promise<WatchAction> {
    try {
      const engine = await this.#link.engine();
      const opened = await engine.openResident({
        resident,
        now: this.#clock(),
        ...(since !== undefined && { since }),
        ...(last === null && { leading: true }),
      });
      return { kind: 'answered', era, ...opened };
    } catch (error) {
      reportCaught(error, 'sdk/look');
      return { kind: 'failed', era, code: codeOf(error), at: this.#clock() };
    }
  }

  #act(watcher: Watcher, action: WatchAction): void {
    // Guard: this watch was stopped while the engine worked. Its answer is about a resident who is no longer on screen.
    if (!this.#watchers.has(watcher)) return;
    const { watch, effects } = stepWatch(watcher.watch, action);
    watcher.watch = watch;
    for (const { kind, view } of effects) {
      if (kind === 'give') watcher.onView(view);
      watcher.painted ??= new Promise(afterPaint);
      if (kind === 'give-after-paint') void watcher.painted.then(() => this.#giveWhole(watcher, view));
    }
  }

  /** Gives the whole view after the first paint, unless a newer view, a loss or a sign-out came in between. */
  #giveWhole(watcher: Watcher, view: ResidentView): void {
    if (this.#watchers.has(watcher) && watcher.watch.last === view) watcher.onView(view);
  }

  /** Marks every watch as lost, and starts another engine if anybody is watching and the page has not closed the link. */
  #lose(): void {
    const kind = this.#link.isClosed ? 'closed' : 'lost';
    for (const watcher of this.#watchers) this.#act(watcher, { kind, at: this.#clock() });
    // An engine that ends at once after each start must not be started again in a tight loop.
    if (!this.#link.isClosed && this.#watchers.size > 0)
      setTimeout(() => void this.#lookAgain(), RECONNECT_MS);
  }
}

/** Whether a new watch may begin with what a former one shows: a view with a glance, if the reader asks for one. */
function mayGoOn({ watch: { last, forgotten }, asked }: Watcher, { since }: WatchRequest): boolean {
  return last !== null && !forgotten && (asked.since === undefined) === (since === undefined);
}

/** The code to show for a failed look. An error that is not ours has no code, so the engine counts as unreachable. */
function codeOf(error: unknown): EhchError['code'] {
  return error instanceof EhchError ? error.code : 'unreachable';
}

/** For the call that leaves the engine: if the engine has already gone, there is nothing left to do. */
function ignoreLoss(): void {}
