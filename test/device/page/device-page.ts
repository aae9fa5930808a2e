// A page as a vendor writes it: the kit's components over its engine. The laboratory drives it through `window.device`.
import type { CareIntent, Decision, DeviceStatus, Receipt } from '../../../packages/clinical/src/index.ts';
import type { FormDefinition } from '../../../packages/clinical/src/form/index.ts';
import {
  createEhch,
  type KeyMode,
  type PasskeyEnd,
  type WaitingForPerson,
} from '../../../packages/sdk/src/index.ts';
import {
  databaseName,
  openSealedStore,
  type Acknowledgement,
  type HeldVersion,
  type OutboxEntry,
  type ResourceKey,
} from '../../../packages/store/src/index.ts';
import { NURSE } from '../../../packages/sync/src/actions/actions.fixtures.ts';
import { CHAOS_PLACE } from '../../../packages/sync/test/chaos/chaos-home.ts';
import { SOURCE } from '../../../packages/sync/test/chaos/chaos-presses.ts';
import engineUrl from './counted-engine.worker.ts?worker&url';

/** What lies on the disk, read by a window of its own. */
export interface OnDisk {
  readonly entries: readonly OutboxEntry[];
  readonly acknowledgements: readonly Acknowledgement[];
  readonly givenUp: readonly string[];
  readonly held: readonly (readonly [string, readonly (readonly [ResourceKey, HeldVersion])[]])[];
}

/** What a test asks of the page. Everything is plain JSON both ways. */
export interface DevicePage {
  unlock(passphrase: string): Promise<string>;
  passkey(what: 'create' | 'open'): Promise<PasskeyEnd>;
  lock(): Promise<void>;
  press(intent: CareIntent): Promise<Receipt>;
  /** Resolves when everything of a resident's record was asked for, and keeps it on screen. */
  show(resident: string): Promise<void>;
  status(): Promise<DeviceStatus | null>;
  waiting(): Promise<readonly WaitingForPerson[]>;
  decide(intent: string, decision: Decision): Promise<void>;
  tryNow(): Promise<void>;
  onDisk(passphrase: string, residents: readonly string[]): Promise<OnDisk>;
  /** Begins a new term, as another window does to which the browser gave the lead of a frozen one. */
  overtake(passphrase: string): Promise<number>;
  /** Opens a form of one number for a resident on screen. */
  openForm(resident: string): Promise<void>;
}

declare global {
  interface Window {
    readonly device: DevicePage;
  }
}

const FORM: FormDefinition = {
  id: 'drinks',
  title: 'Drinks today',
  version: '1',
  items: [{ id: 'cups', type: 'integer', text: 'How many cups?' }],
};

const query = new URLSearchParams(location.search);
const fhirBaseUrl = `${location.origin}/fhir`;
const ehch = createEhch({
  fhirBaseUrl,
  place: CHAOS_PLACE,
  user: NURSE,
  keys: (query.get('keys') ?? 'passphrase') as KeyMode,
  keep: query.get('keep') === 'session' ? 'session' : 'yes',
  copies: query.get('copies') === 'opened' ? 'opened' : 'homes',
  worker: () => new Worker(`${engineUrl}?tab=${query.get('tab') ?? ''}`, { type: 'module' }),
});

const provider = document.createElement('ehch-provider');
provider.source = ehch.source;
provider.actions = ehch.actions;
provider.device = ehch.device;
provider.place = CHAOS_PLACE;
const scorer = document.createElement('ehch-frailty-scorer');
provider.append(document.createElement('ehch-device-status'), scorer);
document.body.append(provider);

/** The database of this page, opened by a window of its own. */
async function openStore(passphrase: string) {
  return openSealedStore({
    name: await databaseName(fhirBaseUrl, NURSE.organisation ?? ''),
    mode: 'device',
    unlock: { with: 'passphrase', sub: NURSE.sub, passphrase },
  });
}

let shown = new AbortController();

const device: DevicePage = {
  unlock: (passphrase) => ehch.unlock(passphrase),
  passkey: (what) => ehch.passkeys[what](),
  lock: () => ehch.lock(),
  press: (intent) => ehch.actions.enqueue(intent),
  show(resident) {
    shown.abort();
    const { signal } = (shown = new AbortController());
    return new Promise((resolve) => {
      ehch.source.watch(
        resident,
        ({ sections }) => {
          if (Object.values(sections).every(({ state }) => state !== 'loading')) resolve();
        },
        signal,
      );
    });
  },
  status() {
    const first = new AbortController();
    return new Promise((resolve) => {
      ehch.device.watchStatus((status) => {
        first.abort();
        resolve(status);
      }, first.signal);
    });
  },
  waiting: () => ehch.device.waiting(),
  decide: (intent, decision) => ehch.device.decide(intent, decision),
  tryNow: () => ehch.device.tryNow(),
  async overtake(passphrase) {
    const store = await openStore(passphrase);
    const epoch = await store.leadership.begin();
    store.close();
    return epoch;
  },
  async openForm(resident) {
    scorer.form = FORM;
    scorer.resident = resident;
    scorer.author = { name: NURSE.display, role: NURSE.role };
    await scorer.updateComplete;
  },
  async onDisk(passphrase, residents) {
    const store = await openStore(passphrase);
    const records = store.records(SOURCE);
    const held = await Promise.all(
      residents.map(async (resident) => [resident, [...(await records.versions(resident))]] as const),
    );
    const given = (await store.log()).filter(({ kind }) => kind === 'discard');
    const found = {
      entries: await store.outbox.entries(),
      acknowledgements: await store.outbox.acknowledgements(),
      givenUp: given.flatMap(({ intents }) => intents),
      held,
    };
    store.close();
    return found;
  },
};
Object.assign(window, { device });
document.documentElement.dataset['ready'] = 'yes';
