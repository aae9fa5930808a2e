import type { Content, NoneScope, NoneStatement, SectionName, UnknownStatement } from '@ehch/clinical';
import type { PartialDate } from '@ehch/clinical/time';
import type { NoneSection } from '../../../codes/negations.ts';
import { joined } from '../../../text.ts';
import type { Cautions } from '../cautions.ts';
import type { Reference } from '../datatypes.ts';
import { fact, isAhead } from '../fact.ts';
import { isMistakenByNote } from '../hold.ts';
import type { Held, PatientRecord } from '../record.ts';
import { limitsOfNone, notesBeside } from './none-limited.ts';
import { wordsSay } from './none-said.ts';

/** A record that states "none". */
interface RecordedNone {
  readonly held: Held;
  readonly statement: NoneStatement;
}

/** A record that states that nobody knows, or that nobody asked. */
interface RecordedUnknown {
  readonly held: Held;
  readonly statement: UnknownStatement;
}

/** Statements of a section that say "none", or that nobody knows. */
export interface Absences {
  readonly nones: readonly RecordedNone[];
  readonly unknowns: readonly RecordedUnknown[];
}

/** What one record states. */
interface Statement {
  readonly section: NoneSection;
  readonly text: string;
  readonly reach: readonly NoneScope[];
  readonly on: PartialDate | null;
  readonly by: readonly (Reference | undefined)[];
  /** Other texts of the record besides its notes, such as a dosage in words. */
  readonly beside?: readonly (string | null | undefined)[];
}

/**
 * The statements of one record: one for each kind of which it says "none", or one that nobody knows. "No
 * known allergy" with the note "except penicillin" covers a part only, and states its exception.
 */
export function absencesOf(
  record: PatientRecord,
  held: Held,
  cautions: Cautions,
  statement: Statement,
): Absences {
  const { section, text, on, by, beside = [] } = statement;
  // Guard: a "none" of the wrong resident says nothing of this one.
  const isMistaken = isMistakenByNote(held.raw);
  if (isMistaken) cautions.add('mistaken-in-words');
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
  // A statement dated in the future denies nothing yet.
  if (isMistaken || nones.some(({ statement }) => isAhead(statement)) || nones.length === 0)
    return { nones: [], unknowns: [{ held, statement: said('unknown') }] };
  return { nones, unknowns: [] };
}

/** Whether a text states the same "none", or a wider one. */
function repeats(section: NoneSection, { text, reach }: Statement, said: string): boolean {
  const also = wordsSay(section, said);
  if (also === null || also === 'unknown') return said === text;
  return also.every((scope) => scope === 'all' || reach.includes(scope));
}

/** Several statements as one. */
export function allAbsences(several: readonly Absences[]): Absences {
  return {
    nones: several.flatMap(({ nones }) => nones),
    unknowns: several.flatMap(({ unknowns }) => unknowns),
  };
}

/**
 * The content of a section, with its statements of "none". A "none" of everything beside an item in force is
 * contradicted, and both are shown.
 * @param listed the items of the section; `null` where there are none
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
