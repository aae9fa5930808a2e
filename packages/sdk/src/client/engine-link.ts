import { EhchError, type ResidentId } from '@ehch/clinical';
import { reportCaught, type LogLine } from '@ehch/clinical/diagnostics';
import {
  connectEngine,
  type EngineConfiguration,
  type EngineConnection,
  type EnginePort,
  type HostSurface,
} from '@ehch/sync';

export interface EngineLinkOptions {
  /** Opens a port to the engine. Called again after a port was lost. */
  readonly open: () => EnginePort;
  readonly configuration: EngineConfiguration;
  /** Answers what the engine asks of this window. */
  readonly host: HostSurface | null;
  /** Hears the engine's log: codes and timings, nothing of a resident. */
  readonly log?: (line: LogLine) => void;
}

export interface EngineLinkListener {
  /** Something changed of these residents. */
  readonly onChange: (residents: readonly ResidentId[]) => Promise<unknown>;
  /** The engine was lost, with all that it held. */
  readonly onLoss: () => void;
}

type Engine = EngineConnection['engine'];

/** The way to one engine, across losses of its port. */
export class EngineLink {
  readonly #options: EngineLinkOptions;
  readonly #listener: EngineLinkListener;
  #connection: Promise<EngineConnection> | null = null;
  #current: EngineConnection | null = null;
  /** The last number up to which changes were asked for. */
  #seen = 0;
  #isClosed = false;

  constructor(options: EngineLinkOptions, listener: EngineLinkListener) {
    this.#options = options;
    this.#listener = listener;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** The engine, made and configured where there is none. @throws {EhchError} where it cannot be, or after `close` */
  async engine(): Promise<Engine> {
    if (this.#isClosed) throw new EhchError('unreachable', 'This connection was closed. Create a new one.');
    this.#connection ??= this.#configured(this.#connect());
    return (await this.#connection).engine;
  }

  /** The engine where there is one. What was never made, or is lost, holds nothing. */
  async engineAtHand(): Promise<Engine | null> {
    return this.#connection === null ? null : (await this.#connection).engine;
  }

  close(): void {
    this.#isClosed = true;
    if (this.#current) this.#leave(this.#current);
  }

  #connect(): EngineConnection {
    const made = connectEngine(this.#options.open(), this.#options.host);
    this.#current = made;
    if (this.#options.log) made.onLog(this.#options.log);
    made.onNote(({ seq }) => void this.#hear(made, seq));
    void made.lost.then(() => this.#leave(made) && this.#listener.onLoss());
    return made;
  }

  /** The next call tries anew: an engine that could not be made or configured once is not lost for ever. */
  async #configured(made: EngineConnection): Promise<EngineConnection> {
    try {
      await made.engine.configure(this.#options.configuration);
    } catch (error) {
      this.#leave(made);
      throw error;
    }
    return made;
  }

  /** Leaves an engine for good: one that is lost may still run, with records that nobody could make it forget. */
  #leave(made: EngineConnection): boolean {
    made.close();
    if (this.#current !== made) return false;
    this.#current = this.#connection = null;
    this.#seen = 0;
    return true;
  }

  async #hear(made: EngineConnection, seq: number): Promise<void> {
    if (made !== this.#current || seq <= this.#seen) return;
    const since = this.#seen;
    this.#seen = seq;
    try {
      const changes = await made.engine.changesSince({ seq: since });
      this.#seen = Math.max(this.#seen, changes.seq);
      await this.#listener.onChange(changes.residents);
    } catch (error) {
      reportCaught(error, 'sdk/changes');
      // The next note, or the next look, asks again from the same place.
      this.#seen = Math.min(this.#seen, since);
    }
  }
}
