import type { Content, NoneStatement, SectionName } from '@ehch/clinical';
import type { Held, PatientRecord } from '../record.ts';

/** A record that says that there is none. */
export interface RecordedNone {
  readonly held: Held;
  readonly statement: NoneStatement;
}

/** Statements that there is none stand where nothing else is recorded; beside anything that is, they say nothing. */
export function orRecordedNone<T>(
  record: PatientRecord,
  section: SectionName,
  content: Content<T> | null,
  nones: readonly RecordedNone[],
): Content<T> {
  for (const { held } of nones) {
    if (content === null) record.show(held, section);
    else record.setAside(held, 'says-nothing');
  }
  if (content !== null) return content;
  return nones.length > 0
    ? { kind: 'recorded-as-none', statements: nones.map(({ statement }) => statement) }
    : { kind: 'not-recorded' };
}
