import type { Content, NoneScope, NoneStatement, SectionName, UnknownStatement } from '@ehch/clinical';
import type { PartialDate } from '@ehch/clinical/time';
import type { NoneSection } from '../../../codes/negations.ts';
import { joined } from '../../../text.ts';
import type { Cautions } from '../cautions.ts';
import type { Reference } from '../datatypes.ts';
import { fact, isAhead } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { limitsOfNone, notesBeside } from './none-limited.ts';
import { wordsSay } from './none-said.ts';

/** A record that says that there is none. */
interface RecordedNone {
  readonly held: Held;
  readonly statement: NoneStatement;
}

/** A record that says that it is not known, or was not asked. */
interface RecordedUnknown {
  readonly held: Held;
  readonly statement: UnknownStatement;
}

export interface Absences {
  readonly nones: readonly RecordedNone[];
  readonly unknowns: readonly RecordedUnknown[];
}

interface Statement {
  readonly section: NoneSection;
  readonly text: string;
  readonly reach: readonly NoneScope[];
  readonly on: PartialDate | null;
  readonly by: readonly (Reference | undefined)[];
  /** What else the record says beside its notes, such as a dosage in words. */
  readonly beside?: readonly (string | null | undefined)[];
}

/**
 * The statements that a record makes: one of each kind that it calls none, or that it is not known. "No known allergy" with the
 * note "except penicillin" is none of a part alone, and says its exception itself.
 */
export function absencesOf(
  record: PatientRecord,
  held: Held,
  cautions: Cautions,
  statement: Statement,
): Absences {
  const { section, text, on, by, beside = [] } = statement;
  const limits =
    statement.reach.length === 0
      ? []
      : limitsOfNone(held, beside, (words) => repeats(section, statement, words));
  const reach: readonly NoneScope[] = limits.length === 0 ? statement.reach : ['part'];
  const whole = joined([text, joined(limits, '; ')], ': ') ?? text;
  const note = notesBeside(held, limits);
  const said = (part: string) => ({ ...fact(record, held, cautions, { on, by, part, note }), text: whole });
  const nones = reach.map((scope) => ({
    held,
    statement: { ...said(reach.length === 1 ? 'none' : `none-${scope}`), scope },
  }));
  // What is dated after today denies nothing yet.
  if (nones.some(({ statement }) => isAhead(statement)) || nones.length === 0)
    return { nones: [], unknowns: [{ held, statement: said('unknown') }] };
  return { nones, unknowns: [] };
}

/** Whether a text says the same "none", or a wider one. */
function repeats(section: NoneSection, { text, reach }: Statement, said: string): boolean {
  const also = wordsSay(section, said);
  if (also === null || also === 'unknown') return said === text;
  return also.every((scope) => scope === 'all' || reach.includes(scope));
}

export function allAbsences(several: readonly Absences[]): Absences {
  return {
    nones: several.flatMap(({ nones }) => nones),
    unknowns: several.flatMap(({ unknowns }) => unknowns),
  };
}

/**
 * What the section holds, with the statements that there is none. Beside what is in force, "none of all" is contradicted,
 * and both are shown. `listed` is `null` where nothing is.
 */
export function withAbsences<T>(
  record: PatientRecord,
  section: SectionName,
  listed: { readonly value: T; readonly inForce: boolean } | null,
  { nones, unknowns }: Absences,
): Content<T> {
  for (const { held } of nones) record.show(held, section);
  for (const { held } of unknowns) {
    if (listed === null && nones.length === 0) record.show(held, section);
    else record.setAside(held, 'says-nothing');
  }
  const statements = nones.map(({ statement }) => statement);
  if (listed !== null) {
    const beside = statements.map((statement) => (listed.inForce ? contradicted(statement) : statement));
    return { kind: 'recorded', value: listed.value, ...(beside.length > 0 && { nones: beside }) };
  }
  if (nones.length > 0) return { kind: 'recorded-as-none', statements };
  return notRecorded(unknowns);
}

function notRecorded<T>(unknowns: readonly RecordedUnknown[]): Content<T> {
  const statements = unknowns.map(({ statement }) => statement);
  return { kind: 'not-recorded', ...(statements.length > 0 && { statements }) };
}

function contradicted(statement: NoneStatement): NoneStatement {
  if ((statement.scope ?? 'all') !== 'all') return statement;
  return { ...statement, cautions: [...statement.cautions, 'contradicted'] };
}
