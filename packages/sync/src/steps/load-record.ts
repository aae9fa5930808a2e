import type { SectionName } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { SECTION_SOURCES } from '@ehch/fhir';
import { configuredOf, type EngineState } from '../engine-state.ts';
import { isLocal } from '../local/local-base.ts';
import type { ResidentRecord } from '../record.ts';
import { askKinds } from './ask-kinds.ts';
import { queries } from './queries.ts';
import { tellChange } from './tell-change.ts';

/**
 * Asks the server for the sources of a section, or with `null` for the whole record. Settles when all requests ended.
 */
export async function loadRecord(
  engine: EngineState,
  record: ResidentRecord,
  now: Instant,
  section: SectionName | null,
): Promise<void> {
  const { configuration, context } = configuredOf(engine);
  // Nobody else has anything of this resident (SPEC N1).
  if (isLocal(configuration)) return;
  const kinds = section === null ? null : new Set<string>(SECTION_SOURCES[section]);
  return askKinds({
    ...context,
    stop: record.stop.signal,
    copies: engine.copies,
    epoch: () => engine.store.leadership.current(),
    inTurn: engine.inTurn,
    record,
    queries: queries(record.resident).filter(({ kind }) => kinds?.has(kind) ?? true),
    now,
    ...(engine.pause && { pause: engine.pause }),
    // The record may have been forgotten while the server worked. A late answer must not bring it back.
    isCurrent: () => engine.records.get(record.resident) === record,
    onProgress: () => tellChange(engine, record.resident),
  });
}
