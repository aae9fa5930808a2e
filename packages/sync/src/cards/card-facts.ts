import type { ResidentId } from '@ehch/clinical';
import { isEndInSight } from '@ehch/clinical/thread';
import { londonDate, type CivilDate, type Instant } from '@ehch/clinical/time';
import { isObject, patientsIn, readRecord, SECTION_SOURCES, threadsAmong, type Entry } from '@ehch/fhir';
import type { Card, CardBuilder, StoredRecord } from '@ehch/store';
import type { RosterEntry } from '../protocol.ts';
import { reasonToPurge } from '../steps/sharing.ts';
import { entryOf } from '../steps/entry-of.ts';

/**
 * The release of a card's facts. Count it up where a list needs one more fact: each device then builds its cards again
 * from what it holds, without the network (store SPEC R6).
 */
export const CARD_RELEASE = 4;

/** What a home's list shows of a resident, as the record says it. Results are computed by whoever shows them. */
export interface CardFacts {
  /** The day for which it is true: which name is in use, and which stay is the present one, depends on it. */
  readonly builtOn: CivilDate;
  readonly entry: RosterEntry;
  /**
   * Whether the record has threads that a list shows. `not-known`: the messages were not read whole, which is not "none".
   * `withheld`: the resident objects to sharing, so they may not be kept.
   */
  readonly threads: 'some' | 'none' | 'not-known' | 'withheld';
}

/** Types that say who somebody is and where they live. Consent says whether the stay may be told. */
const TYPES: ReadonlySet<string> = new Set([
  ...SECTION_SOURCES.identity,
  'Communication',
  'Consent',
  'Location',
  'Organization',
]);

/** Builds cards that are true at `now`. */
export function cardBuilder(base: string, now: Instant): CardBuilder {
  const builtOn = londonDate(now);
  return {
    version: CARD_RELEASE,
    types: TYPES,
    factsOf(resident, { resources, kinds }): CardFacts | null {
      const entries = resources.map((stored) => entryOf(stored, base));
      const isRefused = kinds.get('Patient')?.last.state === 'withheld';
      const found = isRefused ? undefined : patientsIn(entries, builtOn).find(({ id }) => id === resident);
      // Without the Patient nothing is known that the roster does not say as well.
      if (found === undefined) return null;
      const { name, born, nhsNumber, chiNumber } = found;
      const room = roomIn(entries, { resident, kinds, now });
      const isObjecting = reasonToPurge({ resources, kinds }, resident, now) !== null;
      const threads = isObjecting ? 'withheld' : threadsIn(resources, { resident, kinds, now });
      return {
        builtOn,
        entry: { resident, name, born, nhsNumber, room, ...(chiNumber && { chiNumber }) },
        threads,
      };
    },
  };
}

/** Whether a record holds a matter that a list of threads shows and that may be kept. */
export function hasMatter(resident: ResidentId, record: StoredRecord, now: Instant): boolean {
  if (reasonToPurge(record, resident, now) !== null) return false;
  return threadsIn(record.resources, { resident, kinds: record.kinds, now }) === 'some';
}

/** A card is of one day, so a thread that ends its time in sight within it is counted all the same. */
function threadsIn(
  resources: StoredRecord['resources'],
  {
    resident,
    kinds,
    now,
  }: { readonly resident: ResidentId; readonly now: Instant } & Pick<StoredRecord, 'kinds'>,
): CardFacts['threads'] {
  const messages = resources.filter(({ type }) => type === 'Communication');
  const { threads, orphans, unreadable } = threadsAmong(
    messages.map(({ text }) => JSON.parse(text) as unknown),
    resident,
  );
  if (threads.some((thread) => thread.ending.state === 'open' || isEndInSight(thread, now))) return 'some';
  // "Worse" without its matter waits for somebody by itself.
  if (orphans.some(({ act }) => act.kind === 'worse')) return 'some';
  const state = kinds.get('Communication');
  const isWhole = state?.last.state === 'loaded' && !state.more && state.missing.length === 0;
  return isWhole && unreadable === 0 ? 'none' : 'not-known';
}

/** The resident's room by the reader's own rules. `null`: not known, also where the stays were not read whole. */
function roomIn(
  entries: readonly Entry[],
  {
    resident,
    kinds,
    now,
  }: { readonly resident: ResidentId; readonly now: Instant } & Pick<StoredRecord, 'kinds'>,
): string | null {
  const isWhole = SECTION_SOURCES.identity.every((kind) => {
    const state = kinds.get(kind);
    return state?.last.state === 'loaded' && !state.more && state.missing.length === 0;
  });
  if (!isWhole) return null;
  const { view } = readRecord({
    resident,
    patient: resident,
    resources: entries,
    outcomes: {},
    now,
    sourceLabel: '',
  });
  const { identity } = view.sections;
  if (identity.state !== 'known' || identity.content.kind !== 'recorded') return null;
  return identity.content.value.stay?.room ?? null;
}

/** The facts of a card of this release that is true today. `null`: it has to be built again. */
export function presentFacts(card: Card | undefined, today: CivilDate): CardFacts | null {
  if (card?.version !== CARD_RELEASE || !isCardFacts(card.facts)) return null;
  return card.facts.builtOn === today ? card.facts : null;
}

function isCardFacts(facts: unknown): facts is CardFacts {
  return isObject(facts) && typeof facts['builtOn'] === 'string' && isObject(facts['entry']);
}
