import { EhchError, type CareIntent, type LocalResident, type PlaceConfiguration } from '@ehch/clinical';
import { enqueueLock } from '../actions/enqueue-intent.ts';
import type { OpenedStore } from '../device/stores.ts';
import type { Locks } from '../locks.ts';
import { acceptHere } from './accept-here.ts';
import { homesOf, readLocalList, whyNotListed } from './local-list.ts';

export interface LocalDevicePorts {
  readonly opened: OpenedStore;
  readonly place: PlaceConfiguration | null;
  readonly locks: Locks;
  /** Called when something was accepted, so that windows read again what they show. */
  readonly onAccepted: () => void;
}

/** What a device does itself where there is no server: it keeps the list, and accepts what people do (SPEC N). */
export class LocalDevice {
  readonly #ports: LocalDevicePorts;

  constructor(ports: LocalDevicePorts) {
    this.#ports = ports;
  }

  whyNotHere(intent: CareIntent): Promise<string | null> {
    const { opened, place } = this.#ports;
    return whyNotListed(opened.store, place, intent);
  }

  /** Accepts what was kept. Call it while nothing else is being kept. */
  async settle(): Promise<void> {
    const { opened, place, onAccepted } = this.#ports;
    await acceptHere(opened.store, place);
    onAccepted();
  }

  /** Accepts what a crash left, and what a person has just decided, once the records are open. */
  async settleRest(): Promise<void> {
    const { opened, locks } = this.#ports;
    if (opened.isLocked()) return;
    await locks.exclusive(enqueueLock(opened.name), () => this.settle());
  }

  /** Everybody who is or was on the list. @throws {EhchError} `malformed` if part of it cannot be read */
  async residents(): Promise<readonly LocalResident[]> {
    const { opened, place } = this.#ports;
    const { residents, incomplete } = await readLocalList(opened.store, homesOf(place));
    if (incomplete)
      throw new EhchError(
        'malformed',
        'Part of the list on this device cannot be read. Tell whoever looks after it.',
      );
    return residents;
  }
}
