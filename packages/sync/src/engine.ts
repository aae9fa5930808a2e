import { EhchError, reportCaught, type Instant, type ResidentId, type SectionName } from '@ehch/clinical';
import { SECTION_SOURCES } from '@ehch/fhir';
import type { RecordStore } from '@ehch/store';
import type { Http } from './http/http.ts';
import type { EngineConfiguration, EngineSurface, Roster } from './protocol.ts';
import { newRecord, type ResidentRecord } from './record.ts';
import { serverClock } from './steps/answer-age.ts';
import { askKinds } from './steps/ask-kinds.ts';
import type { AskContext } from './steps/ask.ts';
import { queries } from './steps/queries.ts';
import { readRoster } from './steps/roster/read-roster.ts';
import { readings, type Readings } from './steps/reading.ts';
import { viewOf } from './steps/view-of.ts';

/** After this long a resident that is opened again is asked about again. */
const REFRESH_AFTER_MS = 10 * 60_000;

/** More than one home has residents at once; beyond that, who was not looked at for longest is forgotten. */
const MOST_RESIDENTS = 40;

export interface EngineOptions {
  readonly store: RecordStore;
  /** Gives the network that a configuration asks for. */
  readonly connect: (configuration: EngineConfiguration) => Http;
  /** Told whenever something changed. */
  readonly onChange: (note: { seq: number }) => void;
  /** How many residents are held. Those whom somebody looks at are held beside them. */
  readonly mostResidents?: number;
}

/** The engine: reads the FHIR server and answers with residents in care-home words. It has no clock of its own. */
export function createEngine({
  store,
  connect,
  onChange,
  mostResidents = MOST_RESIDENTS,
}: EngineOptions): EngineSurface {
  let configuration: EngineConfiguration | null = null;
  let context: AskContext | null = null;
  let roster: { state: 'unread' | 'failed' } | { state: 'read'; roster: Roster } = { state: 'unread' };
  /** The reading of the list that counts: one from before a forgetting does not. */
  let reading: object | null = null;
  let seq = 0;
  const records = new Map<ResidentId, ResidentRecord>();
  const changed = new Map<ResidentId, number>();
  /** What was read goes with the record: nothing of it outlives a forgetting. */
  const read = new WeakMap<ResidentRecord, Readings>();

  const tell = (resident: ResidentId) => {
    const record = records.get(resident);
    if (record) readingsOf(record).outdate();
    changed.set(resident, ++seq);
    onChange({ seq });
  };
  const ready = (): { configuration: EngineConfiguration; context: AskContext } => {
    if (!configuration || !context)
      throw new EhchError('bad-configuration', 'The engine was not configured. Call `configure` first.');
    return { configuration, context };
  };
  const loadRoster = async (now: Instant) => {
    const { configuration, context } = ready();
    const mine = {};
    reading = mine;
    try {
      const list = await readRoster(context, configuration.place, now);
      if (reading === mine) roster = { state: 'read', roster: list };
      return list;
    } catch (error) {
      if (reading === mine && roster.state !== 'read') roster = { state: 'failed' };
      throw error;
    } finally {
      if (reading === mine) reading = null;
      for (const [resident, record] of records) {
        // Whether somebody here has the same name is part of everybody's view.
        readingsOf(record).outdate();
        if (record.watched) tell(resident);
      }
    }
  };
  const readingsOf = (record: ResidentRecord): Readings => {
    const known = read.get(record);
    if (known) return known;
    const made = readings(async (now) => {
      const { configuration } = ready();
      const at = seq;
      return { seq: at, view: await viewOf({ store, record, configuration, roster, now }) };
    });
    read.set(record, made);
    return made;
  };
  const load = (record: ResidentRecord, now: Instant, section: SectionName | null): Promise<void> => {
    const kinds = section === null ? null : new Set<string>(SECTION_SOURCES[section]);
    const all = queries(record.resident).filter(({ kind }) => kinds?.has(kind) ?? true);
    return askKinds({
      ...ready().context,
      store,
      record,
      queries: all,
      now,
      // Only a record that is still held may be written to: it may have been forgotten while the server thought.
      isCurrent: () => records.get(record.resident) === record,
      onProgress: () => tell(record.resident),
    });
  };
  const open = async (resident: ResidentId): Promise<ResidentRecord> => {
    const record = records.get(resident) ?? newRecord(resident);
    // Last in the map: looked at most recently.
    records.delete(resident);
    records.set(resident, record);
    record.watched = true;
    await makeRoom();
    return record;
  };
  /** What was asked goes together with what was answered: with the answers alone gone, all of it would read as "not recorded". */
  const makeRoom = async () => {
    for (const [resident, { watched }] of records) {
      if (records.size <= mostResidents) return;
      if (watched) continue;
      records.delete(resident);
      changed.delete(resident);
      await store.forget(resident);
    }
  };

  const forgetAll = async () => {
    records.clear();
    changed.clear();
    roster = { state: 'unread' };
    reading = null;
    await store.forgetAll();
  };

  return {
    async configure(next) {
      if (configuration !== null && JSON.stringify(configuration) !== JSON.stringify(next)) {
        // Another server or another role: nothing of the former may be shown under it.
        await forgetAll();
      }
      configuration = next;
      const { fhirBaseUrl: base, deadlineMs } = next;
      const server = { refusesPostSearch: false };
      context = { http: connect(next), base, deadlineMs, server, clock: serverClock() };
      return null;
    },
    async listResidents({ now }) {
      return loadRoster(now);
    },
    async openResident({ resident, now }) {
      const { configuration } = ready();
      const record = await open(resident);
      const due = record.askedAt === null || isDue(record.askedAt, now);
      if (
        configuration.place &&
        reading === null &&
        (roster.state === 'unread' || (due && roster.state === 'failed'))
      )
        void loadRoster(now).catch((error: unknown) => {
          reportCaught(error, 'sync/roster');
          tell(resident);
        });
      if (due) {
        record.askedAt = now;
        void load(record, now, null);
      }
      return readingsOf(record).get(now);
    },
    async refreshResident({ resident, section, now }) {
      const record = await open(resident);
      if (section === null) record.askedAt = now;
      await load(record, now, section);
      // Whoever opens her next, as after the round of a home, does not wait for the reading.
      if (records.get(resident) === record) readingsOf(record).get(now).catch(ignoreUntilAsked);
      return null;
    },
    async closeResident({ resident }) {
      const record = records.get(resident);
      if (record) record.watched = false;
      return null;
    },
    async changesSince({ seq: since }) {
      return { seq, residents: [...changed].filter(([, at]) => at > since).map(([resident]) => resident) };
    },
    async forget() {
      await forgetAll();
      return null;
    },
  };
}

/** A reading that broke tells whoever opens the resident, and not whoever asked the server again. */
function ignoreUntilAsked(): void {}

function isDue(askedAt: Instant, now: Instant): boolean {
  const passed = Date.parse(now) - Date.parse(askedAt);
  // A clock that was set back must not keep an old record for ever.
  return !(passed >= 0 && passed < REFRESH_AFTER_MS);
}
