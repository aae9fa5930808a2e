import type { MoreInRecord, Note } from '@ehch/clinical';
import { comparePartialDates, spanOf, type PartialDate } from '@ehch/clinical/time';
import type { RecordedMedicine } from '../../../recorded-view.ts';
import { compared } from '../../../said-already.ts';
import type { Dosage } from '../dosage.ts';
import { byNewest } from '../fact.ts';
import { compareTexts } from '../own-order.ts';
import type { Held, PatientRecord } from '../record.ts';
import type { MappedMedicine } from './medicine.ts';
import { against } from './contradicted-medicine.ts';
import { sameDose } from './same-dose.ts';
import { sameProduct } from './same-product.ts';

/** One line of the list, with the records that it stands for. */
export interface MedicineLine {
  readonly held: MappedMedicine['held'];
  readonly medicine: RecordedMedicine;
  /** Every record of the line. */
  readonly records: readonly MappedMedicine['held'][];
}

/**
 * Joins the records of one medicine into one line. They must agree in product, strength, form and dose, and
 * neither may hide what the other says.
 * A MedicationRequest joins the MedicationStatement that is based on it, the plan that it was issued from, or
 * a newer prescription. Statements are never joined to anything, and another dose is another line. Each line
 * keeps its records, so that people can open it.
 */
export function joinedLines(
  record: PatientRecord,
  mapped: readonly MappedMedicine[],
): readonly MedicineLine[] {
  // The order of the server's answer must not decide which of two records leads.
  const inOrder = mapped.toSorted((a, b) => compareTexts(a.held.key, b.held.key));
  const statements = inOrder.filter(({ held }) => held.type === 'MedicationStatement');
  const requests = inOrder
    .filter(({ held }) => held.type === 'MedicationRequest')
    // A prescription in use comes before those issued from it, whichever is newer.
    .toSorted((a, b) => Number(isIssue(a)) - Number(isIssue(b)) || byNewest(a.medicine, b.medicine));
  const behind = requestsBehind(record, statements);
  const lines = statements.map(openLine);
  // Only records of one product can be one line, so a long list is not compared with all of itself.
  const byProduct = Map.groupBy(lines, ({ main }) => main.product);
  for (const request of requests) {
    const meeting = byProduct.get(request.product) ?? [];
    const standing = meeting.filter(({ main }) => standsFor(main, request, behind.get(request.held) ?? []));
    // An issue belongs to the medicine in use rather than to the stopped one.
    const line = standing.find(({ main }) => main.medicine.status !== 'stopped') ?? standing[0];
    if (line !== undefined) line.joined.push(request);
    else {
      const own = openLine(request);
      lines.push(own);
      byProduct.set(request.product, [...meeting, own]);
    }
  }
  const mains = Map.groupBy(
    lines.map(({ main }) => main),
    ({ product }) => product,
  );
  // "Stopped" beside a record of the same medicine in use is no more certain than that record.
  const disputed = new Set(
    lines.flatMap(({ main, joined }) => {
      const others = against([main, ...joined], mains.get(main.product) ?? []);
      return others.length === 0 ? [] : [main, ...others];
    }),
  );
  return lines.map(({ main, joined }) => {
    const line = lineOf(main, joined);
    return disputed.has(main) ? contradicted(line) : line;
  });
}

function contradicted({ medicine, ...line }: MedicineLine): MedicineLine {
  return { ...line, medicine: { ...medicine, cautions: [...medicine.cautions, 'contradicted'] } };
}

interface OpenLine {
  readonly main: MappedMedicine;
  readonly joined: MappedMedicine[];
}

function openLine(main: MappedMedicine): OpenLine {
  return { main, joined: [] };
}

function isIssue({ medicine }: MappedMedicine): boolean {
  return medicine.status === 'completed';
}

function requestsBehind(
  record: PatientRecord,
  statements: readonly MappedMedicine[],
): Map<Held, MappedMedicine[]> {
  const behind = new Map<Held, MappedMedicine[]>();
  for (const statement of statements) {
    if (statement.held.type !== 'MedicationStatement') continue;
    const { basedOn = [], derivedFrom = [] } = statement.held.value;
    for (const reference of [...basedOn, ...derivedFrom]) {
      const request = record.resolve(reference, statement.held);
      if (request !== null) behind.set(request, [...(behind.get(request) ?? []), statement]);
    }
  }
  return behind;
}

function standsFor(line: MappedMedicine, request: MappedMedicine, based: readonly MappedMedicine[]): boolean {
  if (!sameProduct(line, request) || !sameDose(line.medicine.dosage, request.medicine.dosage)) return false;
  if (hides(line.medicine, request.medicine) || isProposal(line) !== isProposal(request)) return false;
  return based.includes(line) ? agree(line.medicine, request) : isReissue(line.medicine, request.medicine);
}

/** A proposal is neither a plan nor an order. */
function isProposal({ held }: MappedMedicine): boolean {
  return held.type === 'MedicationRequest' && ['proposal', 'option'].includes(held.value.intent ?? '');
}

/**
 * Whether the statuses of a statement and its prescription fit. A completed prescription under a medicine in
 * use is usual. A stopped one, or one on hold, is not.
 */
function agree(statement: RecordedMedicine, { medicine }: MappedMedicine): boolean {
  if (statement.status === medicine.status || medicine.status === 'completed') return true;
  return ['in-use', 'intended', 'not-stated'].includes(medicine.status);
}

/**
 * Whether a prescription may be an issue of this line: the same status, or a completed issue of a medicine
 * that is in use, or was stopped later.
 */
function isReissue(line: RecordedMedicine, request: RecordedMedicine): boolean {
  if (line.status === request.status) return true;
  if (request.status !== 'completed' || mayBeLater(request.on, line.stopped)) return false;
  return ['in-use', 'not-stated', 'on-hold', 'stopped'].includes(line.status);
}

/** Whether something may have been issued after the stop. It must not be shown under the stopped medicine. */
function mayBeLater(issued: PartialDate | null, stopped: PartialDate | null): boolean {
  const [day, end] = [spanOf(issued), spanOf(stopped)];
  return day !== null && end !== null && day.to > end.from;
}

/** Whether a record says something that its line would not show, or that would be wrong for the line. */
function hides(line: RecordedMedicine, record: RecordedMedicine): boolean {
  const differ = (a: string | null, b: string | null) => b !== null && compared(a ?? '') !== compared(b);
  return (
    line.prohibits !== record.prohibits ||
    cautionsOf(line) !== cautionsOf(record) ||
    (record.indication !== null && line.indication !== null && differ(line.indication, record.indication)) ||
    (record.status === line.status && differ(line.statusReason, record.statusReason))
  );
}

/** The cautions to compare. An issue that is past its date says nothing about its repeat. */
function cautionsOf({ cautions }: RecordedMedicine): string {
  return JSON.stringify(cautions.filter((caution) => caution !== 'past-its-date').toSorted());
}

function lineOf(main: MappedMedicine, joined: readonly MappedMedicine[]): MedicineLine {
  const all = [main, ...joined].map(({ medicine }) => medicine);
  const records = [main, ...joined].map(({ held }) => held);
  if (joined.length === 0) return { held: main.held, medicine: main.medicine, records };
  const notes = unique(
    all.flatMap((each) => each.notes ?? []),
    noteKey,
  );
  const more = unique(
    all.flatMap((each) => each.more ?? []),
    moreKey,
  );
  const repeat = all.map((each) => each.repeat).find((each) => each !== undefined);
  // The fullest dosage hides nothing, because all records of the line agree in dose.
  const fullest = all.toSorted((a, b) => size(b.dosage) - size(a.dosage))[0];
  return {
    held: main.held,
    records,
    medicine: {
      ...main.medicine,
      dosage: fullest?.dosage ?? main.medicine.dosage,
      indication: all.map(({ indication }) => indication).find((each) => each !== null) ?? null,
      started: earliest(all.map(({ started }) => started)),
      ...(repeat !== undefined && { repeat }),
      ...(notes.length > 0 && { notes }),
      ...(more.length > 0 && { more }),
      joined: joined.map(({ medicine }) => medicine),
    },
  };
}

function size(dosage: readonly Dosage[]): number {
  return JSON.stringify(dosage).length;
}

/** The earliest date. A repeat that is issued each month did not start this month. */
function earliest(dates: readonly (PartialDate | null)[]): PartialDate | null {
  return (
    dates
      .filter((date) => date !== null)
      .toSorted(comparePartialDates)
      .at(-1) ?? null
  );
}

function unique<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

function noteKey({ text }: Note): string {
  return text;
}

function moreKey({ name, text }: MoreInRecord): string {
  return `${name}|${text ?? ''}`;
}
