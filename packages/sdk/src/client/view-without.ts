import {
  SECTION_ORDER,
  type EhchErrorCode,
  type Failed,
  type ResidentId,
  type ResidentSections,
  type ResidentView,
  type Section,
  type SectionName,
} from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';

/** A view whose every section says that it could not be read, and why. A failed read is not an empty record. */
export function viewWithout(
  resident: ResidentId,
  sourceLabel: string,
  code: EhchErrorCode,
  at: Instant,
): ResidentView {
  const failed: Failed = { state: 'failed', error: { code }, at };
  const sections = Object.fromEntries(SECTION_ORDER.map((name) => [name, failed])) as {
    [N in SectionName]: Section<ResidentSections[N]>;
  };
  return { resident, sections, sourceLabel };
}
