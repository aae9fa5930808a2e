import { EhchError, type Decision, type DeviceStatus, type Receipt, type ResidentId } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Instant } from '@ehch/clinical/time';
import { auditOperation, type AuditedAct, type AuditedKind } from '@ehch/fhir/writers';
import type { Operation } from '@ehch/store';
import type { ActionsContext } from '../actions/actions-context.ts';
import { operationOf } from '../actions/operation-of.ts';
import type { Locks } from '../locks.ts';
import type { EngineConfiguration } from '../protocol.ts';
import { Looks } from './looks.ts';
import type { OpenedStore, OpenStore } from './open-store.ts';
import { receiptOf } from './receipt-of.ts';

/** The part of the status that the sending knows. */
export type Sending = Pick<DeviceStatus, 'server' | 'sends' | 'loading'>;

const NOT_SENDING: Sending = { server: 'not-asked', sends: 'not-known-yet', loading: null };

const NOBODY = { sub: '', display: 'Not signed in', reference: null, role: null };

export interface DevicePorts {
  readonly openStore: OpenStore;
  readonly locks: Locks;
  /** The program with its version, as it stands in what is written. */
  readonly program: string;
  /** Called after something was kept or has moved on, so that windows ask again. */
  readonly onChange: () => void;
}

/** What this device holds for the configured server: opened with the configuration, and closed with it. */
export class Device {
  readonly #ports: DevicePorts;
  #opened: Promise<OpenedStore> | null = null;
  #configuration: EngineConfiguration | null = null;
  #looks: Looks | null = null;

  constructor(ports: DevicePorts) {
    this.#ports = ports;
  }

  /** Opens the store of a configuration. The former one is closed, because it belongs to another server or role. */
  async open(configuration: EngineConfiguration): Promise<void> {
    const former = this.#opened;
    this.#configuration = configuration;
    this.#looks = null;
    this.#opened = this.#ports.openStore(configuration);
    (await former?.catch(() => null))?.close();
    await this.#opened;
  }

  /** @throws {EhchError} `bad-configuration` before `configure` */
  async opened(): Promise<OpenedStore> {
    if (this.#opened === null)
      throw new EhchError('bad-configuration', 'The engine was not configured. Call `configure` first.');
    return this.#opened;
  }

  /** The opened store; `null` before `configure`. */
  async openedOrNull(): Promise<OpenedStore | null> {
    return this.#opened;
  }

  /** Whether changes are sent, whether the server answers, and how far the first load is. */
  sending(): Sending {
    return NOT_SENDING;
  }

  async decide(_intent: string, _decision: Decision, _now: Instant): Promise<void> {
    throw new EhchError('unsupported', 'Nothing waits for a decision.');
  }

  load(_go: boolean): void {}

  tryNow(): void {}

  /** Remembers that the user looks at a resident, and returns when they looked before. */
  async look(resident: ResidentId, now: Instant): Promise<Instant | null> {
    const looks = await this.#looksOfUser();
    const before = (await looks?.before(resident, now, false)) ?? null;
    await looks?.keep(resident, now);
    return before;
  }

  /** When the user looked before this resident came on screen. `null`: not known. It never fails. */
  async lastLook(resident: ResidentId, now: Instant): Promise<Instant | null> {
    try {
      return (await (await this.#looksOfUser())?.before(resident, now, true)) ?? null;
    } catch (error) {
      reportCaught(error, 'sync/looks');
      return null;
    }
  }

  /** Keeps the look at a resident who has left the screen. */
  async left(resident: ResidentId): Promise<void> {
    try {
      await (await this.#looksOfUser())?.left(resident);
    } catch (error) {
      // A look that was not kept makes the next glance tell more, so nobody has to hear of it.
      reportCaught(error, 'sync/looks');
    }
  }

  /** `null`: nobody is signed in, so whoever looked last is not known. */
  async #looksOfUser(): Promise<Looks | null> {
    const user = this.#configuration?.user ?? null;
    if (user === null) return null;
    const { store } = await this.opened();
    return (this.#looks ??= new Looks(store.looks, user.sub));
  }

  /** Keeps an audited act in the outbox, as every write. */
  async audit(
    kind: AuditedKind,
    resident: ResidentId | null,
    reason: string | null,
    at: Instant,
  ): Promise<void> {
    const user = this.#configuration?.user ?? null;
    const { place, sourceLabel } = this.#configuration ?? { place: null, sourceLabel: '' };
    const { store } = await this.opened();
    const { sub, display, reference, role } = user ?? NOBODY;
    const act: AuditedAct = {
      id: crypto.randomUUID(),
      kind,
      at,
      clockOffsetMs: null,
      author: { sub, display, reference, role },
      organisation: { display: user?.organisation ?? place?.title ?? sourceLabel },
      device: this.#ports.program,
      of: resident === null ? { resident: null, list: 'Residents' } : { resident },
      reason: { code: 'TREAT', ...(reason !== null && { words: reason }) },
    };
    await store.outbox.enqueue(auditOperation(act) as Operation);
    this.#ports.onChange();
  }

  async actions(): Promise<ActionsContext> {
    const { store, name } = await this.opened();
    const user = this.#configuration?.user ?? null;
    const { locks, onChange, program } = this.#ports;
    return {
      store,
      user,
      locks,
      database: name,
      operationOf: (intent) => operationOf(store, intent, { user, clockOffsetMs: null, device: program }),
      onEnqueued: onChange,
      receiptOf: (intent): Promise<Receipt | null> => receiptOf(store, intent),
    };
  }
}
