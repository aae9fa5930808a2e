import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openMemoryStore } from '../../packages/store/src/index.ts';
import { finishOperation, forms } from '../emitted/everything.ts';
import type { Json } from '../emitted/operation-bundle.ts';
import { ask, putAll, SKIP } from './hapi.ts';
import { pulling, versionsOn } from './pull-world.ts';
import { hapiPush, profile } from './push-world.ts';
import { startHapi, type Hapi } from './start-hapi.ts';

const bmi = forms.find(({ id }) => id === 'bmi') ?? assert.fail();
const RESIDENTS = ['agnes', 'bertha'];
const GROUP = 'home';

/** A HAPI of its own, whose data lie in a file. It can be set back to a copy of that file. */
class FileServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ehch-hapi-'));
  #hapi: Hapi | null = null;
  #base: string | null = null;

  get base(): string {
    return this.#base ?? assert.fail();
  }

  async start(): Promise<void> {
    const port = this.#base === null ? 0 : Number(new URL(this.#base).port);
    // On a busy machine three starts take minutes, and the runner ends a file that says nothing for so long.
    console.log('HAPI with a file of its own starts');
    this.#hapi = await startHapi({ port, settings: [`-Dpeer.db=${this.#file('peer')}`] });
    this.#base = this.#hapi.base;
    console.log('HAPI with a file of its own is ready');
  }

  /** As an administrator makes a backup: the server is stopped, and its file copied. */
  async backUp(): Promise<void> {
    await this.#hapi?.stop();
    copyFileSync(this.#file('peer.mv.db'), this.#file('backup.mv.db'));
    await this.start();
  }

  async restore(): Promise<void> {
    await this.#hapi?.stop();
    copyFileSync(this.#file('backup.mv.db'), this.#file('peer.mv.db'));
    await this.start();
  }

  async end(): Promise<void> {
    await this.#hapi?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #file(name: string): string {
    return join(this.#folder, name);
  }
}

test(
  '19, L7: HAPI is set back to a backup: it is noticed, all is compared, and what was lost waits for its author',
  { skip: SKIP },
  async (t) => {
    const server = new FileServer();
    t.after(() => server.end());
    await server.start();
    const put = (...resources: readonly Json[]) => putAll(resources, server.base);
    const served = (type: string) => versionsOn(server.base, type, RESIDENTS);
    await put(
      { resourceType: 'Practitioner', id: 'okafor' },
      ...RESIDENTS.map((id) => ({ resourceType: 'Patient', id, birthDate: '1938-04-09' })),
      home(),
      ...[0, 1, 2, 3, 4].map((at) => problem(at)),
    );
    const store = openMemoryStore();
    const lost: string[] = [];
    const found = await profile(server.base);
    const world = await pulling({
      base: server.base,
      store,
      group: GROUP,
      residents: RESIDENTS,
      type: 'Condition',
      profile: () => found,
      onLost: (all) => lost.push(...all.map(({ intent }) => intent)),
    });
    const push = await hapiPush({ base: server.base, store });
    await world.settle();
    assert.equal((await world.cached()).size, 5);
    await server.backUp();

    // After the backup: somebody signs here, and a colleague changes, deletes and adds.
    const { operation } = finishOperation(bmi, { seed: 3, intent: randomUUID(), resident: 'agnes' });
    await push.press(operation);
    assert.deepEqual(await push.run(), []);
    await put(problem(1, 'Changed after the backup'), problem(5));
    await ask('DELETE', `Condition/${idOf(2)}`, undefined, {}, server.base);
    await world.later(5);
    await server.restore();
    assert.equal((await served('QuestionnaireResponse')).size, 0);

    // The numbers of the lost versions are given again, to something else.
    await put(problem(1, 'Changed after the restore'), problem(3, 'Changed as well'));
    await world.later(10);
    assert.deepEqual(await world.cached(), await served('Condition'));
    assert.deepEqual(lost, [operation.intent]);
    const waiting = (await store.outbox.entries()).filter(({ state }) => state === 'rejected');
    assert.deepEqual(
      waiting.map(({ intent }) => intent),
      [operation.intent],
    );

    // Its author sends it again, and it is there once.
    await push.push.decide(operation.intent, { kind: 'send-again' });
    assert.deepEqual(await push.run(), []);
    await push.run();
    assert.equal((await served('QuestionnaireResponse')).size, 1);
    await world.later(5);
    assert.deepEqual(await world.cached(), await served('Condition'));
  },
);

function home(): Json {
  const member = RESIDENTS.map((id) => ({ entity: { reference: `Patient/${id}` } }));
  return { resourceType: 'Group', id: GROUP, type: 'person', actual: true, member };
}

function idOf(at: number): string {
  return `c${at}`;
}

function problem(at: number, text = 'Arthritis'): Json {
  const subject = { reference: `Patient/${RESIDENTS[at % 2]}` };
  return { resourceType: 'Condition', id: idOf(at), subject, code: { text } };
}
