import type { Gap, SectionName } from '@ehch/clinical';
import { FRAILTY_FINDINGS } from '../../codes/frailty.ts';
import {
  CFS_LEVELS,
  type ObservationKind,
  type OtherKind,
  type ResultKind,
} from '../../codes/observation-codes.ts';
import { LOCAL, SNOMED } from '../../codes/systems.ts';
import { WRITTEN_SCORES } from '../../codes/written-scores.ts';
import { codesIn } from '../../coding.ts';
import { COUNTED, isResourceType, mayBelong, RESOURCE_WORDS } from '../../sections.ts';
import { concept } from './datatypes.ts';
import { isAboutCpr } from './map/cpr-reading.ts';
import { cprStory } from './map/cpr.ts';
import { kindsOf } from './map/kind-of-code.ts';
import type { PatientRecord, UnreadRecord } from './record.ts';

/** "2 allergies": records that belong to the section and could not be read. */
export function unreadableGaps(
  record: PatientRecord,
  section: SectionName,
  all: readonly UnreadRecord[],
): readonly Gap[] {
  const counts = new Map<string | null, number>();
  for (const unread of all) {
    if (!belongsIn(section, unread)) continue;
    counts.set(unread.type, (counts.get(unread.type) ?? 0) + 1);
  }
  const unread = [...counts].map(([type, count]): Gap => ({
    why: 'unreadable',
    what: `${count} ${wordsOf(type)[count === 1 ? 0 : 1]}`,
  }));
  return section === 'limits' ? [...unread, ...unclearCpr(record)] : unread;
}

/**
 * A gap for records about CPR that were not understood. Beside them the section must not say "nothing
 * recorded".
 */
function unclearCpr(record: PatientRecord): readonly Gap[] {
  const { unclear } = cprStory(record);
  if (unclear === 0) return [];
  const what = `the meaning of ${unclear} ${unclear === 1 ? 'record' : 'records'} about CPR`;
  return [{ why: 'unreadable', what }];
}

function wordsOf(type: string | null): readonly [one: string, many: string] {
  if (type !== null && isResourceType(type)) return RESOURCE_WORDS[type];
  return COUNTED[type ?? '']?.words ?? ['record', 'records'];
}

/** Kinds outside NEWS2, with their sections. Any other kind is part of NEWS2, or stands beside it. */
const SECTION_OF: { readonly [K in Exclude<OtherKind, `${string}news2` | ResultKind>]: SectionName } = {
  weight: 'weight',
  height: 'weight',
  bmi: 'weight',
  cfs: 'frailty',
  'frailty-index': 'frailty',
  frailty: 'frailty',
  barthel: 'function',
  swallowing: 'function',
  cognition: 'function',
  cpr: 'limits',
  'last-days': 'limits',
  variation: 'limits',
};

function sectionOf(kind: ObservationKind): SectionName {
  return kind in SECTION_OF ? SECTION_OF[kind as keyof typeof SECTION_OF] : 'news2';
}

/**
 * Whether an unreadable record may belong to a section. Types that feed several sections go by their code. So
 * a weight without a unit does not stop the agreed limits from saying "not recorded". Without a code they may
 * belong to any of them.
 */
function belongsIn(section: SectionName, { type, raw }: UnreadRecord): boolean {
  if (!mayBelong(type, section)) return false;
  if (type !== 'Observation' && type !== 'Condition') return true;
  // Its words count too. An unreadable newer decision must leave a gap beside an older one.
  if (section === 'limits' && saysCpr(raw)) return true;
  const code = concept.safeParse(raw['code']);
  if (!code.success || (code.data.coding ?? []).length === 0) return true;
  const ids = codesIn(code.data, SNOMED);
  if (type === 'Condition') {
    if (section === 'problems') return true;
    return section === 'frailty' && ids.some((id) => CFS_LEVELS.has(id) || FRAILTY_FINDINGS.has(id));
  }
  const kinds = kindsOf(code.data);
  if (section === 'scores')
    return kinds.length === 0 && codesIn(code.data, LOCAL).some((id) => WRITTEN_SCORES.includes(id));
  return kinds.some((kind) => sectionOf(kind) === section);
}

function saysCpr(raw: UnreadRecord['raw']): boolean {
  const concepts = [raw['code'], raw['valueCodeableConcept']].map((part) => concept.safeParse(part));
  const text = typeof raw['valueString'] === 'string' ? raw['valueString'] : undefined;
  return isAboutCpr(...concepts.map((read) => (read.success ? read.data : undefined)), { text });
}
