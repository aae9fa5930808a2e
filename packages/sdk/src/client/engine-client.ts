import type {
  CareActions,
  DeviceRecords,
  HomeLinking,
  HomeMoving,
  LocalHome,
  PlaceConfiguration,
  ResidentId,
} from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { AuditedAction, PasskeyFacts } from '@ehch/sync';
import { engineActions } from './engine-actions.ts';
import { engineDevice } from './engine-device.ts';
import { engineLinking } from './engine-linking.ts';
import { EngineLink } from './engine-link.ts';
import { engineLocal } from './engine-local.ts';
import { engineMoving } from './engine-moving.ts';
import { residentsOver, type EngineResidents, type EngineResidentsOptions } from './engine-residents.ts';

/** One side of the port to an engine: residents to read, actions to hand over, and how things stand. */
export interface EngineClient {
  readonly residents: EngineResidents;
  /** Takes drafts and intents. They are kept sealed on this device and sent; each receipt says how far. */
  readonly actions: CareActions;
  /** What this device holds and has not sent, and what waits for a person. */
  readonly device: DeviceRecords;
  /** Who is or was on the list, where people keep it because the place has no server. */
  readonly local: LocalHome;
  /** A sealed file for another PC, and one that came from there. */
  readonly moving: HomeMoving;
  /** What the home did while its place had no server, for a person to link. */
  readonly linking: HomeLinking;
  /**
   * Tells the engine of the place file that is in force by now. Of it the engine takes who decides: whoever was taken off decides nothing
   * more, and whoever was added does at once. Homes and server count with the next start. `null`: none is in force, and nobody decides.
   */
  placeChanged(place: PlaceConfiguration | null): Promise<void>;
  /** Remembers that the user looks at a resident, and returns when they looked before; `null`: not known. */
  look(resident: ResidentId): Promise<Instant | null>;
  /** Records in the audit what only the page can see. Views, refusals and failures are recorded without this call. */
  audit(action: AuditedAction, resident: ResidentId | null, reason?: string): Promise<void>;
  /** Opens the device's records with a passphrase or a provider's key. `wrong` changes nothing. */
  unlock(secret: string): Promise<'unlocked' | 'wrong'>;
  /** Lets a colleague open the device's records too, with a secret of their own. The records must be open. */
  addPerson(sub: string, secret: string): Promise<void>;
  /** Where the engine keeps what a passkey is asked with. None of it is secret. */
  readonly passkeyRow: {
    facts(): Promise<PasskeyFacts>;
    keep(credential: string): Promise<void>;
  };
  /** Drops the keys that read records. What was not sent stays sealed, and escalations go on being sent. */
  lock(): Promise<void>;
  close(): void;
}

/** Connects to an engine over a port, and starts a new engine when one is lost. */
export function engineClient(options: EngineResidentsOptions): EngineClient {
  const { clock } = options;
  const link = new EngineLink(options);
  const residents = residentsOver(link, options);
  const actions = engineActions(link, clock);
  return {
    residents,
    actions,
    device: engineDevice(link, clock),
    local: engineLocal(link, clock),
    moving: engineMoving(link, clock),
    linking: engineLinking(link, clock),
    placeChanged: (place) => link.nameDeciders({ deciders: place?.deciders ?? [] }),
    async look(resident) {
      return (await link.engine()).look({ resident, now: clock() });
    },
    async audit(action, resident, reason) {
      await (await link.engine()).audit({ action, resident, reason: reason ?? null, now: clock() });
    },
    async unlock(secret) {
      const { state } = await (await link.engine()).unlock({ secret });
      if (state === 'unlocked') residents.reveal();
      return state;
    },
    async addPerson(sub, secret) {
      await (await link.engine()).addPerson({ sub, secret });
    },
    passkeyRow: {
      facts: async () => (await link.engine()).passkey(null),
      async keep(credential) {
        await (await link.engine()).keepPasskey({ credential });
      },
    },
    async lock() {
      // The screen first: an engine that is slow must not leave a record on it.
      residents.conceal();
      await (await link.engine()).lock(null);
    },
    close() {
      actions.close();
      residents.close();
    },
  };
}
