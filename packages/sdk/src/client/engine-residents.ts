import {
  EhchError,
  type Clock,
  type ResidentId,
  type ResidentSource,
  type ResidentView,
  type SectionName,
  type StopSignal,
} from '@ehch/clinical';
import {
  connectEngine,
  type EngineConfiguration,
  type EngineConnection,
  type EnginePort,
  type HostSurface,
  type Roster,
} from '@ehch/sync';
import { viewWithout } from './view-without.ts';

export interface EngineResidentsOptions {
  /** Opens a port to the engine. Called again after a port was lost. */
  readonly open: () => EnginePort;
  readonly configuration: EngineConfiguration;
  /** Answers what the engine asks of this window. */
  readonly host: HostSurface | null;
  readonly clock: Clock;
}

/** Residents as an engine behind a port gives them. */
export interface EngineResidents extends ResidentSource {
  listResidents(): Promise<Roster>;
  /** Forgets every record that the engine holds, as at sign-out. Open watches show nothing until they are asked again. */
  forget(): Promise<void>;
  close(): void;
}

interface Watch {
  readonly resident: ResidentId;
  readonly onView: (view: ResidentView) => void;
  shown: string;
}

/** Time passes without a change on the server: what was current becomes stale, and is said to be. */
const LOOK_AGAIN_MS = 60_000;
const RECONNECT_MS = 1_000;

/** Watches residents through an engine, across losses of its port. */
export function engineResidents({
  open,
  configuration,
  host,
  clock,
}: EngineResidentsOptions): EngineResidents {
  const watches = new Set<Watch>();
  let connection: Promise<EngineConnection> | null = null;
  let seen = 0;
  let closed = false;

  const connected = (): Promise<EngineConnection> => {
    if (closed) throw new EhchError('unreachable', 'This connection was closed. Create a new one.');
    connection ??= connect();
    return connection;
  };
  const connect = async (): Promise<EngineConnection> => {
    const made = connectEngine(open(), host);
    made.onNote(({ seq }) => void onChange(made, seq));
    void made.lost.then(() => {
      connection = null;
      seen = 0;
      // Give whoever killed it a moment: a worker that dies at once must not be restarted in a tight loop.
      if (!closed && watches.size > 0) setTimeout(() => void lookAgain(), RECONNECT_MS);
    });
    await made.engine.configure(configuration);
    return made;
  };
  const look = async (watch: Watch): Promise<void> => {
    try {
      const { engine } = await connected();
      const { view } = await engine.openResident({ resident: watch.resident, now: clock() });
      show(watch, view);
    } catch (error) {
      connection = error instanceof EhchError && error.code === 'bad-configuration' ? null : connection;
      show(watch, viewWithout(watch.resident, configuration.sourceLabel, codeOf(error), clock()));
    }
  };
  const show = (watch: Watch, view: ResidentView): void => {
    // Aborted while the engine thought: what it says now is about somebody who is no longer asked for.
    if (!watches.has(watch)) return;
    const text = JSON.stringify(view);
    if (text === watch.shown) return;
    watch.shown = text;
    watch.onView(view);
  };
  const lookAgain = (): Promise<unknown> => Promise.all([...watches].map(look));
  const onChange = async (made: EngineConnection, seq: number): Promise<void> => {
    if (seq <= seen) return;
    const since = seen;
    seen = seq;
    try {
      const changes = await made.engine.changesSince({ seq: since });
      seen = Math.max(seen, changes.seq);
      await Promise.all(
        [...watches].filter(({ resident }) => changes.residents.includes(resident)).map(look),
      );
    } catch {
      // The next note, or the next look, asks again from the same place.
      seen = Math.min(seen, since);
    }
  };
  const timer = setInterval(() => void lookAgain(), LOOK_AGAIN_MS);

  return {
    watch(resident: ResidentId, onView: (view: ResidentView) => void, signal: StopSignal) {
      if (signal.aborted) return;
      const watch: Watch = { resident, onView, shown: '' };
      watches.add(watch);
      signal.addEventListener('abort', () => {
        watches.delete(watch);
        if (![...watches].some((other) => other.resident === resident)) {
          void connection?.then(({ engine }) => engine.closeResident({ resident })).catch(ignoreLoss);
        }
      });
      void look(watch);
    },
    async refresh(resident: ResidentId, section?: SectionName) {
      try {
        const { engine } = await connected();
        await engine.refreshResident({ resident, section: section ?? null, now: clock() });
      } catch (error) {
        if (!(error instanceof EhchError)) throw error;
      }
      await Promise.all([...watches].filter((watch) => watch.resident === resident).map(look));
    },
    async listResidents() {
      const { engine } = await connected();
      return engine.listResidents({ now: clock() });
    },
    async forget() {
      const { engine } = await connected();
      await engine.forget(null);
    },
    close() {
      closed = true;
      clearInterval(timer);
      watches.clear();
      void connection?.then((made) => made.close()).catch(ignoreLoss);
    },
  };
}

function codeOf(error: unknown): EhchError['code'] {
  return error instanceof EhchError ? error.code : 'unreachable';
}

/** Used only where the other side is being left: that it has already gone changes nothing. */
function ignoreLoss(): void {}
