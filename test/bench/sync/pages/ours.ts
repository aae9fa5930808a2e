import type { PlaceConfiguration } from '../../../../packages/clinical/src/index.ts';
import { openSealedStore, type Operation, type SealedStore } from '../../../../packages/store/src/index.ts';
import { londonDate } from '../../../../packages/clinical/src/time/index.ts';
import { presentFacts } from '../../../../packages/sync/src/cards/card-facts.ts';
import { fetchHttp } from '../../../../packages/sync/src/http/fetch-http.ts';
import { NOTHING_FOUND } from '../../../../packages/sync/src/probe/findings.ts';
import { createPull, type Pull } from '../../../../packages/sync/src/pull/pull.ts';
import { createPush } from '../../../../packages/sync/src/push/create-push.ts';
import { deviceTiming } from '../../../../packages/sync/src/timing.ts';
import { pageRows } from '../../../../packages/sync/src/pages/page-rows.ts';
import { placed } from '../../../../packages/sync/src/pull/resident-of.ts';
import type { BenchEdit } from '../contract.ts';
import { EVERYBODY } from '../plan.ts';
import { serveCalls } from './serve-calls.ts';

// The product's own way: the pull of a home asks a FHIR server kind by kind and stores every page, sealed, with its cursor.

const SOURCE = { id: 'server', keep: 'yes' } as const;
const HOME = 'home';
const base = `${location.origin}/fhir`;
const http = fetchHttp((...request) => fetch(...request));
const timing = deviceTiming();
const place = {
  id: 'bench',
  title: 'Bench',
  version: '1',
  owner: 'bench',
  dated: '2026-11-01',
  signedOff: null,
  homes: [
    { id: HOME, name: 'Bench', kind: 'residential', roster: { kind: 'group', id: 'home' }, practice: null },
  ],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [],
} as const satisfies PlaceConfiguration;

const CHANGES = { method: 'GET', headers: {}, body: null, deadlineMs: 25_000 } as const;

let store: SealedStore;
let pull: Pull;
let epoch = 0;

async function pullUntil(isDone: () => boolean): Promise<void> {
  while (!isDone()) {
    const end = await pull.step();
    if (end.state === 'failed') throw new Error(`The pull failed: ${end.code}`);
    if (end.state === 'idle') return;
  }
}

const operationOf = ({ intent, id, resident, text }: BenchEdit): Operation => ({
  format: 1,
  intent,
  resident,
  class: 'clinical',
  author: { sub: 'bench', display: 'Bench', reference: null, role: null },
  pressedAt: '2026-11-21T10:00:00Z',
  clockOffsetMs: null,
  dependsOn: [],
  parts: [{ op: 'create', type: 'Observation', id, body: text }],
  about: { kind: 'note' },
});

serveCalls({
  async open() {
    const unlock = { with: 'secret', sub: 'bench', secret: new Uint8Array(32).fill(7) } as const;
    store = await openSealedStore({ name: 'ehch1-bench', mode: 'device', unlock, server: SOURCE });
    epoch = await store.leadership.begin();
    const now = () => new Date().toISOString();
    pull = createPull({ http, base, deadlineMs: 25_000, store, source: SOURCE, place, epoch, timing, now });
  },
  load: () => pullUntil(() => pull.progress(HOME)?.share === 1),
  // After a load it compares everything with the server, because rows may have moved between two pages.
  async settle() {
    pull.poke();
    await pullUntil(() => false);
  },
  // The engine's own way with a page, without the questions of a round: cut it, give each row to its resident, store it.
  async applyChanges() {
    const { text } = await http.request({ ...CHANGES, url: `${location.origin}/changes` });
    const { changes } = placed(pageRows(text, JSON.parse(text), base), {
      kind: 'Observation',
      base,
      residents: EVERYBODY,
    });
    await store.records(SOURCE).apply({ epoch, changes, checkpoints: [] });
  },
  async askAgain() {
    pull.poke();
    await pullUntil(() => false);
  },
  async readResident(resident: string) {
    const { resources } = await store.records(SOURCE).read(resident);
    return resources.map(({ text }) => JSON.parse(text) as unknown);
  },
  // The pull has built them.
  prepareCards: () => pullUntil(() => false),
  async readCards() {
    const kept = await store.records(SOURCE).cards(HOME);
    return (kept?.cards ?? []).flatMap(
      (card) => presentFacts(card, londonDate(new Date().toISOString())) ?? [],
    );
  },
  edit: (edit: BenchEdit) => store.outbox.enqueue(operationOf(edit)),
  async push() {
    const push = createPush({
      store,
      http,
      base,
      timing,
      profile: {
        level: 'A',
        create: 'put',
        transactions: true,
        hasHistory: true,
        ignoresIfMatch: false,
        ignoresIfNoneMatch: false,
        hasTypeHistory: false,
        indexesLate: false,
        findings: NOTHING_FOUND,
      },
      epoch: () => epoch,
      whoIsSignedIn: () => ({ sub: 'bench', display: 'Bench', reference: null, role: null, home: null }),
    });
    const lane = async () => {
      while ((await push.step()) === 'worked');
    };
    while ((await store.outbox.counts()).total > 0) await Promise.all([lane(), lane(), lane(), lane()]);
  },
  async count() {
    const members = (await store.records(SOURCE).members(HOME))?.members ?? [];
    const records = await Promise.all(members.map(({ resident }) => store.records(SOURCE).read(resident)));
    return records.reduce((sum, { resources }) => sum + resources.length, 0);
  },
  close: async () => store.close(),
});
