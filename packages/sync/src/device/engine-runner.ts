import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { startEngine, type RunningEngine, type StartPorts } from './start-engine.ts';

type Ports = Omit<StartPorts, 'onErased'>;

/** The engine of the configuration in force: one after another, and never two at a time. */
export class EngineRunner {
  readonly #ports: Ports;
  #running: Promise<RunningEngine> | null = null;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** `null`: nothing was configured. */
  get running(): Promise<RunningEngine> | null {
    return this.#running;
  }

  readonly now = async (): Promise<RunningEngine> => {
    if (this.#running === null)
      throw new EhchError('bad-configuration', 'The engine was not configured. Call `configure` first.');
    return this.#running;
  };

  /** Of two calls at the same time, the first would go on working, and nobody could end it. So they go in turn. */
  configure(next: EngineConfiguration): Promise<RunningEngine> {
    return (this.#running = this.#replace(this.#running, next));
  }

  /** Goes on under the same configuration with what lies here once `first` has ended, however it has ended. */
  startAfter(first: Promise<unknown>, former: RunningEngine): Promise<RunningEngine> {
    const ended = first.catch((error: unknown) => reportCaught(error, 'sync/start-after'));
    return (this.#running = ended.then(() => {
      former.close();
      return this.#start(former.configuration, former.reading.seq());
    }));
  }

  async close(): Promise<void> {
    const former = this.#running;
    this.#running = null;
    (await unlessFailed(former))?.close();
  }

  async #replace(before: Promise<RunningEngine> | null, next: EngineConfiguration): Promise<RunningEngine> {
    const former = await unlessFailed(before);
    if (former && JSON.stringify(former.configuration) === JSON.stringify(next)) return former;
    former?.close();
    return this.#start(next, former?.reading.seq() ?? 0);
  }

  #start(configuration: EngineConfiguration, seq: number): Promise<RunningEngine> {
    const onErased = () => void started.then((engine) => this.#beginAnew(engine));
    const started = startEngine({ ...this.#ports, onErased }, configuration, seq);
    return started;
  }

  /** What is kept was erased under the open page (store SPEC D9). */
  async #beginAnew(erased: RunningEngine): Promise<void> {
    const running = this.#running;
    const engine = await unlessFailed(running);
    // What was asked for meanwhile begins first. It takes over what is erased where the same is configured again.
    if (running !== this.#running) return this.#beginAnew(erased);
    if (engine !== erased) return;
    const onScreen = erased.reading.screens.residents();
    const next = this.startAfter(Promise.resolve(), erased);
    this.#running = next.then(async (begun) => {
      await begun.device.lost.noteErased(erased.device.lost.gone);
      begun.reading.screens.take(onScreen);
      return begun;
    });
    await this.#running.catch((error: unknown) => reportCaught(error, 'sync/begin-anew'));
  }
}

/** What failed to start works on nothing, and holds nothing that could be left behind. */
async function unlessFailed(starting: Promise<RunningEngine> | null): Promise<RunningEngine | null> {
  try {
    return await starting;
  } catch {
    // No error: whoever configured it has heard of it.
    return null;
  }
}
