import { EhchError, type ResidentId } from '@ehch/clinical';
import { reportCaught, type LogLine } from '@ehch/clinical/diagnostics';
import type { EngineConfiguration, HostSurface } from '@ehch/sync';
import { connectEngine, type EngineConnection, type EnginePort } from '@ehch/sync/window';

/** What a connection to an engine needs. */
export interface EngineLinkOptions {
  /** Opens a port to the engine. The link calls it again after a loss. */
  readonly open: () => EnginePort;
  readonly configuration: EngineConfiguration;
  /** Answers the engine's requests to this window. `null`: the window answers none. */
  readonly host: HostSurface | null;
  /** Receives the engine's log: codes and timings, and nothing about a resident. */
  readonly log?: (line: LogLine) => void;
}

/** What the link tells those who use it. */
export interface EngineLinkListener {
  /** Called after each change, with the residents whose records it concerns: none, if it concerns only what is sent. */
  readonly onChange: (residents: readonly ResidentId[]) => Promise<unknown>;
  /** Called when the engine was lost or closed, with everything that it held in memory only. */
  readonly onLoss: () => void;
}

type Engine = EngineConnection['engine'];
type NamedDeciders = Parameters<Engine['nameDeciders']>[0];

/** The connection to one engine. It connects again after the port was lost. */
export class EngineLink {
  readonly #options: EngineLinkOptions;
  readonly #listeners = new Set<EngineLinkListener>();
  #connection: Promise<EngineConnection> | null = null;
  #current: EngineConnection | null = null;
  /** The sequence number up to which this side has asked for changes. */
  #seen = 0;
  #isClosed = false;
  /** `null`: those of the configuration. */
  #named: NamedDeciders | null = null;

  constructor(options: EngineLinkOptions) {
    this.#options = options;
  }

  /** @returns a function that ends the listening */
  listen(listener: EngineLinkListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /**
   * Returns the engine, and starts and configures one where there is none.
   *
   * @throws {EhchError} `unreachable` after `close`, and whatever code ended the configuration
   */
  async engine(): Promise<Engine> {
    if (this.#isClosed) throw new EhchError('unreachable', 'This connection was closed. Create a new one.');
    this.#connection ??= this.#configured(this.#connect());
    return (await this.#connection).engine;
  }

  /** Returns the engine if there is one. An engine that never started, or was lost, holds nobody on a screen. */
  async engineAtHand(): Promise<Engine | null> {
    return this.#connection === null ? null : (await this.#connection).engine;
  }

  /** Tells the engine whom the place file names by now: the one at hand, and each that is started later. */
  async nameDeciders(named: NamedDeciders): Promise<void> {
    this.#named = named;
    await (await this.engineAtHand())?.nameDeciders(named);
  }

  /** Closes it for good. Those who listen hear of it as of a loss, so that no screen shows what nobody follows. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#current) this.#leave(this.#current);
    this.#tellLoss();
  }

  #connect(): EngineConnection {
    const made = connectEngine(this.#options.open(), this.#options.host);
    this.#current = made;
    if (this.#options.log) made.onLog(this.#options.log);
    made.onNote(({ seq }) => void this.#hear(made, seq));
    void made.lost.then(() => this.#leave(made) && this.#tellLoss());
    return made;
  }

  #tellLoss(): void {
    for (const { onLoss } of this.#listeners) onLoss();
  }

  /** Configures a new engine. After a failure the next call starts another, so one failure does not last for ever. */
  async #configured(made: EngineConnection): Promise<EngineConnection> {
    try {
      await made.engine.configure(this.#options.configuration);
      if (this.#named !== null) await made.engine.nameDeciders(this.#named);
    } catch (error) {
      this.#leave(made);
      throw error;
    }
    return made;
  }

  /** Closes an engine for good. A lost engine may still run, and would keep records that nobody can make it forget. */
  #leave(made: EngineConnection): boolean {
    made.close();
    if (this.#current !== made) return false;
    this.#current = this.#connection = null;
    this.#seen = 0;
    return true;
  }

  /** Asks for the changes behind a note. The note itself carries no resident. */
  async #hear(made: EngineConnection, seq: number): Promise<void> {
    if (made !== this.#current || seq <= this.#seen) return;
    const since = this.#seen;
    this.#seen = seq;
    try {
      const changes = await made.engine.changesSince({ seq: since });
      this.#seen = Math.max(this.#seen, changes.seq);
      await Promise.all([...this.#listeners].map(({ onChange }) => onChange(changes.residents)));
    } catch (error) {
      reportCaught(error, 'sdk/changes');
      // The next note or look asks again from the same number.
      this.#seen = Math.min(this.#seen, since);
    }
  }
}
