import type { CareIntent } from '@ehch/clinical';
import type { TakenIntent } from '@ehch/clinical/session';
import type { ActionsContext } from '../actions/actions-context.ts';
import { operationOf } from '../actions/operation-of.ts';
import { pressedByPage } from '../actions/pressed-by-page.ts';
import { recallWritten } from '../actions/recall-written.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import type { Http } from '../http/http.ts';
import type { LocalDevice } from '../local/local-device.ts';
import { whyNoList } from '../local/local-list.ts';
import { localReceipt } from '../local/local-receipt.ts';
import type { Locks } from '../locks.ts';
import { inTime } from '../push/in-time.ts';
import { receiptOf } from '../push/receipt-of.ts';
import type { Timing } from '../timing.ts';
import { draftsBeside } from './drafts-beside.ts';
import type { LeaderWork } from './leader-work.ts';
import { sourceOf, type OpenedStore } from './stores.ts';
import type { WorkOfNobody } from './work-of-nobody.ts';

/** What the device knows when a person presses something. */
export interface ActionsOf {
  readonly opened: OpenedStore;
  readonly configuration: EngineConfiguration;
  readonly http: Http;
  readonly locks: Locks;
  readonly timing: Timing;
  /** The program with its version, as it stands in what is written. */
  readonly program: string;
  /** `null`: the place has a server. */
  readonly here: LocalDevice | null;
  readonly nobody: WorkOfNobody | null;
  readonly clockOffsetMs: number | null;
  readonly sends: () => LeaderWork['sends'];
  /** Why the person who is signed in may not decide this; `null`: they may. */
  readonly whyNotDecided: (intent: Pick<TakenIntent, 'what'>) => string | null;
  readonly onEnqueued: () => void;
}

/** What the actions of people need of this device. */
export function actionsOf(device: ActionsOf): ActionsContext {
  const { opened, configuration, http, locks, program, timing, here, nobody, clockOffsetMs } = device;
  const { fhirBaseUrl, deadlineMs } = configuration;
  const { store, name } = opened;
  const source = sourceOf(configuration);
  const signedIn = configuration.user ?? null;
  // Without a server nobody has a record there, so no reference may name one.
  const user = here !== null && signedIn !== null ? { ...signedIn, reference: null } : signedIn;
  return {
    store,
    drafts: nobody === null ? store.drafts : draftsBeside(store.drafts, () => nobody.readable()),
    user,
    locks,
    database: name,
    recall: async (intent) =>
      here === null ? recallWritten({ store, source, http, base: fhirBaseUrl, deadlineMs }, intent) : null,
    operationOf: async (intent, recalled, now) => {
      const clocks = { device: timing.now(), serverOffsetMs: clockOffsetMs };
      const pressed = now === undefined ? intent : pressedByPage(intent, { ...clocks, page: now });
      const authorship = { user, clockOffsetMs, device: program, source };
      const operation = await operationOf(store, pressed, authorship, recalled);
      // Without a server it is in force here at once.
      return here === null ? inTime(operation, pressed, timing.now()) : operation;
    },
    whyNotTaken: (intent) => whyNotTaken(device, intent),
    settleHere: async () => here?.settle(),
    onEnqueued: device.onEnqueued,
    receiptOf: async (intent) => {
      const receipt = await receiptOf({ store, timing }, intent);
      if (here !== null) return localReceipt(receipt, store.lasts);
      return receipt ?? (await nobody?.receiptOf(intent)) ?? null;
    },
  };
}

/** An undo or a mark of what a server has that takes no changes would be held for ever, while the form was open again. */
async function whyNotTaken(
  { here, opened, sends, whyNotDecided }: ActionsOf,
  intent: CareIntent,
): Promise<string | null> {
  const undecided = whyNotDecided(intent);
  if (undecided !== null) return undecided;
  if (here !== null) return here.whyNotHere(intent);
  const why = whyNoList(intent);
  if (why !== null) return why;
  const { what } = intent;
  if (!('finished' in what) || sends() !== 'server-refuses-updates') return null;
  const isThere = (await opened.store.outbox.acknowledgement(what.finished)) !== null;
  return isThere
    ? 'this server takes no changes to what it already has. Correct it where the record is kept'
    : null;
}
