import {
  EhchError,
  reportCaught,
  type Clock,
  type LogLine,
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
import { afterPaint } from '@ehch/elements/after-paint';
import { carryOver, isAnswered, viewAfterLoss } from './carry-over.ts';
import { leadingView } from './leading-view.ts';
import { viewWithout } from './view-without.ts';

export interface EngineResidentsOptions {
  /** Opens a port to the engine. Called again after a port was lost. */
  readonly open: () => EnginePort;
  readonly configuration: EngineConfiguration;
  /** Answers what the engine asks of this window. */
  readonly host: HostSurface | null;
  readonly clock: Clock;
  /** Hears the engine's log: codes and timings, nothing of a resident. */
  readonly log?: (line: LogLine) => void;
}

/** Residents as an engine behind a port gives them. */
export interface EngineResidents extends ResidentSource {
  listResidents(): Promise<Roster>;
  /**
   * Forgets every record that the engine holds, as at sign-out. Open watches say at once that nobody is signed in, and
   * ask no more before `refresh` asks for their resident.
   */
  forget(): Promise<void>;
  close(): void;
}

interface Watch {
  readonly resident: ResidentId;
  readonly onView: (view: ResidentView) => void;
  /** The last view, as the watcher has it. */
  last: ResidentView | null;
  /** What was known before the engine was lost, until the new one has answered. */
  carried: ResidentView | null;
  /** The engine's sequence number of the last view. */
  seq: number;
  /** Told to forget: nothing is asked until a person asks. */
  forgotten: boolean;
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
  log,
}: EngineResidentsOptions): EngineResidents {
  const watches = new Set<Watch>();
  let connection: Promise<EngineConnection> | null = null;
  let current: EngineConnection | null = null;
  let seen = 0;
  /** Goes up with forgetting: what was asked before is answered to nobody. */
  let era = 0;
  let closed = false;

  const connected = (): Promise<EngineConnection> => {
    if (closed) throw new EhchError('unreachable', 'This connection was closed. Create a new one.');
    connection ??= configured(connect());
    return connection;
  };
  const connect = (): EngineConnection => {
    const made = connectEngine(open(), host);
    current = made;
    if (log) made.onLog(log);
    made.onNote(({ seq }) => void onChange(made, seq));
    void made.lost.then(() => end(made) && onLoss());
    return made;
  };
  /** The next call tries anew: an engine that could not be made or configured once is not lost for ever. */
  const configured = async (made: EngineConnection): Promise<EngineConnection> => {
    try {
      await made.engine.configure(configuration);
    } catch (error) {
      end(made);
      throw error;
    }
    return made;
  };
  /** Leaves an engine for good: one that is lost may still run, with records that nobody could make it forget. */
  const end = (made: EngineConnection): boolean => {
    made.close();
    if (current !== made) return false;
    current = connection = null;
    seen = 0;
    return true;
  };
  const onLoss = (): void => {
    for (const watch of watches) {
      watch.seq = 0;
      watch.carried ??= watch.last;
      if (watch.last) show(watch, viewAfterLoss(watch.last, { code: 'unreachable' }, clock()));
    }
    // Give whoever killed it a moment: an engine that dies at once must not be restarted in a tight loop.
    if (!closed && watches.size > 0) setTimeout(() => void lookAgain(), RECONNECT_MS);
  };
  const look = async (watch: Watch): Promise<void> => {
    if (watch.forgotten) return;
    const asked = era;
    try {
      const { engine } = await connected();
      const { view, seq } = await engine.openResident({ resident: watch.resident, now: clock() });
      if (asked !== era) return;
      // Two looks may overtake each other; an older view must not replace a newer one.
      if (seq < watch.seq) return;
      watch.seq = seq;
      const { carried } = watch;
      if (carried && isAnswered(view)) watch.carried = null;
      show(watch, carried ? carryOver(carried, view) : view);
    } catch (error) {
      reportCaught(error, 'sdk/look');
      if (asked !== era) return;
      const failure = { code: codeOf(error) };
      show(
        watch,
        watch.last
          ? viewAfterLoss(watch.last, failure, clock())
          : viewWithout(watch.resident, configuration.sourceLabel, failure.code, clock()),
      );
    }
  };
  const show = (watch: Watch, view: ResidentView): void => {
    // Aborted while the engine thought: what it says now is about somebody who is no longer asked for.
    if (!watches.has(watch)) return;
    const isFirst = watch.last === null;
    if (!isFirst && JSON.stringify(view) === JSON.stringify(watch.last)) return;
    watch.last = view;
    if (!isFirst) return watch.onView(view);
    const leading = leadingView(view);
    watch.onView(leading);
    if (leading === view) return;
    // Unless a newer view, a loss or a forgetting has come in between: what was said last holds.
    afterPaint(() => watches.has(watch) && watch.last === view && watch.onView(view));
  };
  const lookAgain = (): Promise<unknown> => Promise.all([...watches].map(look));
  const onChange = async (made: EngineConnection, seq: number): Promise<void> => {
    if (made !== current || seq <= seen) return;
    const since = seen;
    seen = seq;
    try {
      const changes = await made.engine.changesSince({ seq: since });
      seen = Math.max(seen, changes.seq);
      await Promise.all(
        [...watches].filter(({ resident }) => changes.residents.includes(resident)).map(look),
      );
    } catch (error) {
      reportCaught(error, 'sdk/changes');
      // The next note, or the next look, asks again from the same place.
      seen = Math.min(seen, since);
    }
  };
  const timer = setInterval(() => void lookAgain(), LOOK_AGAIN_MS);

  return {
    watch(resident: ResidentId, onView: (view: ResidentView) => void, signal: StopSignal) {
      if (signal.aborted) return;
      const watch: Watch = { resident, onView, last: null, carried: null, seq: 0, forgotten: false };
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
      const asking = [...watches].filter((watch) => watch.resident === resident);
      for (const watch of asking) watch.forgotten = false;
      try {
        const { engine } = await connected();
        await engine.refreshResident({ resident, section: section ?? null, now: clock() });
      } catch (error) {
        if (!(error instanceof EhchError)) throw error;
        reportCaught(error, 'sdk/refresh');
      }
      await Promise.all(asking.filter((watch) => watches.has(watch)).map(look));
    },
    async listResidents() {
      const asked = era;
      const { engine } = await connected();
      const list = await engine.listResidents({ now: clock() });
      // Who asked may be signed out by now, and the names with it.
      if (asked !== era)
        throw new EhchError('signed-out', 'The list was forgotten. Sign in, then ask again.');
      return list;
    },
    async forget() {
      era++;
      for (const watch of watches) {
        watch.carried = null;
        watch.forgotten = true;
        show(watch, viewWithout(watch.resident, configuration.sourceLabel, 'signed-out', clock()));
      }
      // An engine that was never made, or is lost, holds nothing.
      if (connection === null) return;
      const { engine } = await connected();
      await engine.forget(null);
    },
    close() {
      closed = true;
      clearInterval(timer);
      watches.clear();
      if (current) end(current);
    },
  };
}

function codeOf(error: unknown): EhchError['code'] {
  return error instanceof EhchError ? error.code : 'unreachable';
}

/** Used only where the other side is being left: that it has already gone changes nothing. */
function ignoreLoss(): void {}
