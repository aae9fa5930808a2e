import type { SectionName } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { SECTION_SOURCES } from '@ehch/fhir';
import { configuredOf, type EngineState } from '../engine-state.ts';
import type { ResidentRecord } from '../record.ts';
import { askKinds } from './ask-kinds.ts';
import { queries } from './queries.ts';
import { tellChange } from './tell-change.ts';

/** Asks the server for what a section is read from; `null`: for all of it. Settles when all is answered. */
export async function loadRecord(
  engine: EngineState,
  record: ResidentRecord,
  now: Instant,
  section: SectionName | null,
): Promise<void> {
  const kinds = section === null ? null : new Set<string>(SECTION_SOURCES[section]);
  return askKinds({
    ...configuredOf(engine).context,
    store: engine.store,
    record,
    queries: queries(record.resident).filter(({ kind }) => kinds?.has(kind) ?? true),
    now,
    // Only a record that is still held may be written to: it may have been forgotten while the server thought.
    isCurrent: () => engine.records.get(record.resident) === record,
    onProgress: () => tellChange(engine, record.resident),
  });
}
