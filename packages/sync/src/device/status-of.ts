import type { DeviceStatus } from '@ehch/clinical';
import { countedIn, refusedAuditsIn, unsentIn } from '../actions/status.ts';
import type { EngineConfiguration, SignedIn } from '../engine-configuration.ts';
import { isFormer } from '../steps/roster/former-members.ts';
import type { LostHere } from './lost-here.ts';
import { sourceOf, type CountedUnsent, type OpenedStore } from './stores.ts';
import { NOTHING_BESIDE, type WorkOfNobody } from './work-of-nobody.ts';

type Kept = Omit<DeviceStatus, 'runsIn' | 'server' | 'sends' | 'loading'>;

/**
 * What this device holds: of the person's own organisation, and of nobody beside it. A worry counts wherever it lies, and
 * "saved on this device" is said only where that is true of everything.
 *
 * @param nobody `null`: nobody is signed in, so what nobody did lies in the own store
 * @param elsewhere what is unsent in other databases, for a screen to which nobody is signed in
 */
export async function keptStatus(
  { opened, lost: lostHere }: { readonly opened: OpenedStore; readonly lost: LostHere },
  user: SignedIn | null,
  nobody: WorkOfNobody | null,
  elsewhere: CountedUnsent,
): Promise<Kept> {
  const { store, hasEarlierKeys } = opened;
  const isLocked = opened.isLocked();
  const beside = (await nobody?.counts()) ?? NOTHING_BESIDE;
  const { outbox } = store;
  const { ofNobody, ...own } = isLocked
    ? { ...(await countedIn(outbox)), ofNobody: 0 }
    : await unsentIn(outbox, user);
  const { unsent, waitingForPerson } = own;
  const total = beside.total + ofNobody;
  const { lost, wasErased } = await lostHere.count();
  const isListed = !isLocked && beside.lock === 'unlocked';
  return {
    lasts: beside.total > 0 && beside.lasts === 'memory' ? 'memory' : store.lasts,
    lock: isLocked ? 'locked' : 'unlocked',
    unsent: {
      ...unsent,
      total: unsent.total + beside.total + elsewhere.total,
      escalations: unsent.escalations + beside.escalations + elsewhere.escalations,
      // It goes once somebody of its organisation signs in.
      ...(elsewhere.total > 0 && { ofOthers: (unsent.ofOthers ?? 0) + elsewhere.total }),
    },
    ...(await refusedAuditsIn(outbox)),
    waitingForPerson: waitingForPerson + (isListed ? beside.total : 0),
    lost: lost + beside.lost,
    ...(wasErased && { wasErased }),
    ...(total > 0 && { ofNobody: { total, lock: beside.total > 0 ? beside.lock : 'unlocked' } }),
    ...(hasEarlierKeys && { hasEarlierKeys }),
    ...(opened.isFull() && { isFull: true }),
    ...(await persistence(opened)),
  };
}

/** Only what outlives the browser can be taken away by it later. */
async function persistence({ store, disk }: OpenedStore): Promise<Pick<DeviceStatus, 'isPersisted'>> {
  const isPersisted = store.lasts === 'device' ? await disk?.isPersisted() : undefined;
  return typeof isPersisted === 'boolean' ? { isPersisted } : {};
}

/** Bytes on the disk of one resident: 300 resources of 1.2 KB each, as the benchmark's records have. */
const BYTES_A_RESIDENT = 300 * 1_200;

/** How far the first load is, and whether the disk has room for what is to come. */
export async function loadingStatus(
  { disk }: OpenedStore,
  loading: DeviceStatus['loading'],
): Promise<Pick<DeviceStatus, 'loading'>> {
  if (loading === null) return { loading };
  const free = (await disk?.freeBytes()) ?? Infinity;
  const needed = (loading.of - loading.done) * BYTES_A_RESIDENT;
  return { loading: { ...loading, ...(needed > free && { lacksRoom: true as const }) } };
}

/** While the server answers, and before it was asked, nobody needs to hear of a list. */
export const HAS_SERVER: ReadonlySet<DeviceStatus['server']> = new Set(['answers', 'not-asked']);

/** Whether a list of residents lies on this device. */
export async function listStatus(
  { store, isLocked }: OpenedStore,
  configuration: EngineConfiguration,
): Promise<Pick<DeviceStatus, 'hasList'>> {
  if (isLocked()) return {};
  const copies = store.records(sourceOf(configuration));
  const homes = configuration.place?.homes ?? [];
  const kept = await Promise.all(homes.map(({ id }) => copies.members(id)));
  return kept.some((home) => home?.members.some((member) => !isFormer(member))) ? { hasList: true } : {};
}
