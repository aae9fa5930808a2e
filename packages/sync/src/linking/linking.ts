import { EhchError, type Linkable, type LinkableResident, type PlaceConfiguration } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { OperationAuthor, Store } from '@ehch/store';
import { acceptHere } from '../local/accept-here.ts';
import { readLocalList } from '../local/local-list.ts';
import type { Locks } from '../locks.ts';
import type { SignedIn } from '../engine-configuration.ts';
import type { EngineSurface, Roster } from '../protocol.ts';
import { candidatesOf } from './candidates.ts';
import { keepLinkNote } from './link-note.ts';
import { localWorkOf, type LocalWork } from './linkable-work.ts';
import type { LocalDatabase } from './local-database.ts';
import { relinked } from './relinked.ts';

export interface LinkingPorts {
  /** `null`: this place never was without a server, as far as can be known. */
  readonly database: LocalDatabase | null;
  /** Where what is linked waits to be sent. */
  readonly server: Pick<Store, 'outbox'>;
  readonly user: SignedIn | null;
  readonly place: PlaceConfiguration | null;
  readonly locks: Locks;
  /** Reads the server's list of residents. */
  readonly roster: (now: Instant) => Promise<Roster>;
  /** Called after something was handed to the outbox. */
  readonly onLinked: () => void;
}

type Choice = Parameters<EngineSurface['link']>[0];

/** Offers what a home did without a server, and sends what a person chose (SPEC J). */
export class Linking {
  readonly #ports: LinkingPorts;
  #local: Store | null = null;

  constructor(ports: LinkingPorts) {
    this.#ports = ports;
  }

  /** @returns whether the secret opened the local database */
  async open(secret: string): Promise<boolean> {
    if (this.#local !== null) return true;
    if (!(await this.#isThere())) return false;
    const { database, place } = this.#ports;
    const local = (await database?.open(secret)) ?? null;
    // What a crash left half accepted is there as well.
    if (local !== null) await acceptHere(local, place);
    this.#local = local;
    return local !== null;
  }

  /** Whether the local database is open, so that its residents are named. */
  get isOpen(): boolean {
    return this.#local !== null;
  }

  async linkable(now: Instant): Promise<Linkable> {
    const local = this.#local;
    if (local === null) return { state: (await this.#isThere()) ? 'closed' : 'none' };
    const [roster, work] = await Promise.all([this.#ports.roster(now), workIn(local)]);
    const { residents, incomplete } = await residentsIn(local, work, roster);
    return { state: 'open', residents, isIncomplete: incomplete || roster.incomplete };
  }

  /** @returns how many pieces of work were handed to the outbox now */
  async link({ from, to, intents, now }: Choice): Promise<number> {
    const { user, locks, server, roster, onLinked } = this.#ports;
    const local = this.#local;
    if (local === null)
      throw new EhchError('locked', 'The records of this home are closed. Open them first.');
    if (user === null) throw new EhchError('signed-out', 'Nobody is signed in. Sign in, then link.');
    const { sub, display, reference, role } = user;
    const by: OperationAuthor = { sub, display, reference, role };
    return locks.exclusive('ehch-link', async () => {
      const work = await workIn(local);
      const { residents } = await residentsIn(local, work, await roster(now));
      checkChoice(residents, { from, to });
      const chosen = work.work.filter(
        ({ resident, item }) => resident === from && intents.includes(item.intent),
      );
      if (chosen.length < new Set(intents).size)
        throw new EhchError('not-found', 'Some of this is not here any more. Read the list again.');
      let taken = 0;
      for (const { item, operations } of chosen) {
        for (const operation of operations)
          await server.outbox.enqueue(relinked(operation, { from, to }, by));
        // The note goes last. After a crash in between, the same intents are taken once more, and change nothing (O1).
        await keepLinkNote(local, { from, to, items: [item.intent] }, by, now);
        taken += item.state === 'linked' ? 0 : 1;
      }
      onLinked();
      return taken;
    });
  }

  close(): void {
    this.#local?.close();
    this.#local = null;
  }

  async #isThere(): Promise<boolean> {
    return (await this.#ports.database?.isThere()) ?? false;
  }
}

async function workIn({ outbox }: Store): Promise<LocalWork> {
  return localWorkOf(await outbox.acknowledgements());
}

async function residentsIn(local: Store, { work, notes, homes }: LocalWork, roster: Roster) {
  const { residents, incomplete } = await readLocalList(local, homes);
  const all = residents.map(async (each): Promise<LinkableResident> => ({
    ...each,
    items: work.filter(({ resident }) => resident === each.resident).map(({ item }) => item),
    drafts: (await local.drafts.list(each.resident)).length,
    candidates: candidatesOf(each, roster.residents),
    linkedTo: notes.find(({ from }) => from === each.resident)?.to ?? null,
  }));
  return { residents: await Promise.all(all), incomplete };
}

/** Guard: the wrong resident is the worst mistake here, so the choice is checked again at the press (SPEC J2). */
function checkChoice(
  residents: readonly LinkableResident[],
  { from, to }: Pick<Choice, 'from' | 'to'>,
): void {
  const resident = residents.find((each) => each.resident === from);
  const candidate = resident?.candidates.find((each) => each.resident === to);
  if (candidate === undefined || candidate.differs !== null)
    throw new EhchError(
      'bad-argument',
      'NHS number and date of birth do not both agree with this resident. Nothing was linked.',
    );
  if (resident?.linkedTo !== null && resident?.linkedTo !== to)
    throw new EhchError(
      'bad-argument',
      'This resident was linked to somebody else before. Nothing was linked.',
    );
}
