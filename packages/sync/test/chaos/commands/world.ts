import { createFhirServer, type FhirResource, type FhirServer } from '@ehch/dev-server';
import type { OperationAuthor, SealedStore } from '@ehch/store';
import { newName, openInSession } from '../../../../store/test/sealed-anywhere.ts';
import { ChaosClient, type Weather } from '../chaos-client.ts';
import { chaosHome, EDITED, RESIDENTS } from '../chaos-home.ts';
import { press } from '../chaos-presses.ts';
import { person, probe, setBack } from '../chaos-run.ts';
import { CALM, STORMY } from '../faults.ts';
import { brokenInvariants } from '../invariants/invariants.ts';
import { observe } from '../observe.ts';
import { send } from '../outside-editor.ts';
import type { ServedRequest } from '../served-request.ts';
import { VirtualTime } from '../virtual-time.ts';

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Milliseconds. Longer than the longest wait of push and pull. */
const QUIET = HOUR;

const PEOPLE = ['nurse', 'carer'] as const;

/** The real client of one computer, its sealed store, a server, and whatever people and fate do to them. */
export class CommandWorld {
  readonly time: VirtualTime;
  readonly #server: FhirServer;
  readonly #store: SealedStore;
  readonly #client: ChaosClient;
  readonly #weather: Weather;
  readonly #requests: ServedRequest[] = [];
  /** What somebody else has changed, so that an edit of it may wait for a person. */
  readonly #touched = new Set<string>();
  #isRestored = false;

  private constructor(
    time: VirtualTime,
    server: FhirServer,
    store: SealedStore,
    weather: Weather,
    client: ChaosClient,
  ) {
    [this.time, this.#server, this.#store, this.#weather, this.#client] = [
      time,
      server,
      store,
      weather,
      client,
    ];
  }

  static async begin(seed: number): Promise<CommandWorld> {
    const time = new VirtualTime(seed);
    const server = createFhirServer({ clock: () => time.now(), random: time.random, resources: chaosHome() });
    const profile = await time.until(probe(time, server));
    const store = await openInSession(newName(), { secret: null });
    const weather: Weather = { rates: CALM, callsOfLife: null };
    const served = (request: ServedRequest) => void world.#requests.push(request);
    const client = new ChaosClient({ name: 'ward', time, server, profile, weather, store, served });
    const world = new CommandWorld(time, server, store, weather, client);
    client.user = person('nurse');
    void client.live();
    await time.pass(2 * MINUTE);
    return world;
  }

  pass(minutes: number): Promise<void> {
    return this.time.pass(minutes * MINUTE);
  }

  async press(): Promise<void> {
    const { user } = this.#client;
    if (user !== null && !this.#store.isLocked) await this.time.until(press(this.#client, this.time, user));
  }

  signIn(who: OperationAuthor['sub'] | null): void {
    this.#client.user = who === null ? null : person(who);
    this.#client.push?.signedInAgain();
  }

  /** Somebody at another system changes a record, which may be one that was pressed for here. */
  editOutside(nth: number): void {
    const all = Object.keys({ ...EDITED, Observation: 1 }).flatMap((type) =>
      this.#server.repository.living(type),
    );
    const one = all[nth % all.length];
    if (one === undefined) return;
    const now = JSON.parse(one.json ?? '{}') as FhirResource;
    const words = { description: `another system ${this.time.random()}`, status: 'amended' };
    this.#send('PUT', one, { ...now, ...words });
  }

  /** Somebody at another system deletes what was pressed for here. */
  deleteOutside(nth: number): void {
    const all = this.#server.repository
      .living('Observation')
      .filter(({ id }) => !RESIDENTS.some((each) => id.startsWith(each)));
    const one = all[nth % Math.max(1, all.length)];
    if (one !== undefined) this.#send('DELETE', one, null);
  }

  lock(isLocked: boolean): Promise<void> {
    if (isLocked) this.#store.lock();
    return isLocked ? Promise.resolve() : this.time.until(this.#store.unlock());
  }

  /** The window dies in the middle of whatever it does. The next one opens by itself. */
  crash(): void {
    this.#client.closeWindows();
  }

  network(is: 'calm' | 'stormy' | 'away'): void {
    this.#weather.rates = { calm: CALM, stormy: STORMY, away: { ...CALM, lostBefore: 1 } }[is];
  }

  setClock(offsetMs: number): void {
    this.#client.clock.offsetMs = offsetMs;
  }

  restore(): void {
    this.#isRestored = true;
    setBack(this.#server, this.time, this.#requests);
  }

  /** Lets all come to rest, and says what must not be. */
  async judge(): Promise<readonly string[]> {
    this.network('calm');
    await this.lock(false);
    for (const who of PEOPLE) {
      this.signIn(who);
      await this.time.pass(QUIET);
    }
    const observed = await this.time.until(observe(this.#server, [this.#client], this.#requests, RESIDENTS));
    this.#client.closeWindows();
    this.#server.close();
    this.#store.close();
    const needless = observed.clients.flatMap(({ entries }) =>
      entries.filter(
        ({ operation }) => !operation?.parts.some(({ type, id }) => this.#mayNeedPerson(`${type}/${id}`)),
      ),
    );
    return [
      ...brokenInvariants(observed).map(({ invariant, what }) => `${invariant}: ${what}`),
      ...needless.map(({ intent, state }) => `${intent} is ${state}, and nobody else has touched its record`),
    ];
  }

  #mayNeedPerson(key: string): boolean {
    return this.#isRestored || this.#touched.has(key);
  }

  #send(
    method: 'PUT' | 'DELETE',
    { type, id, vid }: { type: string; id: string; vid: number },
    to: FhirResource | null,
  ): void {
    this.#touched.add(`${type}/${id}`);
    const served = (request: ServedRequest) => void this.#requests.push(request);
    send({ time: this.time, server: this.#server, served }, method, type, id, vid, to);
  }
}
