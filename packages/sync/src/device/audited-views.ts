import type { ResidentId, Section } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { AuditedKind } from '@ehch/fhir/writers';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { ReadingSurface } from '../engine.ts';
import { AuditedLists } from './audited-lists.ts';
import type { Device } from './device.ts';

/**
 * The same readings, each audited once while a resident is on screen: as seen, as refused, or as failed (SPEC U1). No
 * option switches it off.
 */
export function auditedViews(
  reading: ReadingSurface,
  device: Pick<Device, 'audit'>,
): ReadingSurface & { forgetViews(): void; readonly lists: AuditedLists } {
  const audited = new Map<ResidentId, Set<AuditedKind>>();
  /** A list of threads goes on being read while residents come and go on screen. */
  const listed = new Map<ResidentId, Set<AuditedKind>>();
  const lists = new AuditedLists(device);
  const forgetViews = () => {
    audited.clear();
    listed.clear();
    lists.forget();
  };
  const note = async (
    noted: Map<ResidentId, Set<AuditedKind>>,
    { resident, identity, now }: Looked,
  ): Promise<void> => {
    const kind = kindOf(identity);
    const known = noted.get(resident) ?? new Set();
    if (kind === null || known.has(kind)) return;
    noted.set(resident, known.add(kind));
    try {
      await device.audit(kind, resident, now);
    } catch (error) {
      // A full disk must not keep the record from the screen: the view is worth more than its trace.
      reportCaught(error, 'sync/audit');
      // The next look tries again.
      known.delete(kind);
    }
  };
  return {
    ...reading,
    // After a lock somebody else may sit there, so the next view is another one.
    forgetViews,
    lists,
    async forget(argument) {
      forgetViews();
      return reading.forget(argument);
    },
    async listResidents(argument) {
      const read = () => reading.listResidents(argument);
      return argument.by === 'program' ? read() : lists.read('residents', argument.now, read);
    },
    async openResident(argument) {
      const { resident, now } = argument;
      const opened = await reading.openResident(argument);
      await note(audited, { resident, identity: opened.view.sections.identity, now });
      return opened;
    },
    async listMatters(argument) {
      const matters = await reading.listMatters(argument);
      // Whoever sees the list sees limits and scores of each resident on it.
      for (const { resident, sections } of matters.residents)
        await note(listed, { resident, identity: sections.identity, now: argument.now });
      return matters;
    },
    async closeResident(argument) {
      audited.delete(argument.resident);
      return reading.closeResident(argument);
    },
  };
}

/** A look at one resident's facts. */
interface Looked {
  readonly resident: ResidentId;
  readonly identity: Section<unknown>;
  readonly now: Instant;
}

/** What was shown of a person. `null`: nothing yet. */
function kindOf({ state }: Section<unknown>): AuditedKind | null {
  switch (state) {
    case 'known':
      return 'view';
    case 'withheld':
      return 'refused';
    case 'failed':
      return 'failed';
    case 'loading':
      return null;
  }
}
