import type { GoalEntry } from '@ehch/clinical';
import type { PlanLine, PlanVersion } from '@ehch/clinical/care-plan';
import { lineIn } from '../../../care-plan/codec-of.ts';
import { formLineKind, readFormLine } from '../../../care-plan/form-line.ts';
import { firstDate } from '../../../dates.ts';
import { isObject, listAt, textAt } from '../../../entry.ts';
import { joined } from '../../../text.ts';
import { cautionsFor, type Cautions } from '../cautions.ts';
import { fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';

type Response = Held<'QuestionnaireResponse'>;

/** The forms of a record without the lines of the plan, which are forms as well and are shown in the plan alone. */
export function formsOf(record: PatientRecord): readonly Response[] {
  return record.all('QuestionnaireResponse').filter(({ raw }) => formLineKind(raw) === null);
}

/** The statements of About Me that are lines of the plan, each with its words. */
export function aboutMeLines(
  record: PatientRecord,
): readonly { held: Response; line: PlanLine<'about-me'> }[] {
  return record.all('QuestionnaireResponse').flatMap((held) => {
    const line = formLineKind(held.raw) === 'about-me' ? lineOf(record, held) : null;
    return line?.kind === 'about-me' && line.state === 'in-force' ? [{ held, line }] : [];
  });
}

/**
 * The lines of the personalised plan. Decisions in force are agreed limits, and About Me is a section of its own: they are read
 * there, and only their proposals are lines here.
 *
 * @param goals the goals as the plan section reads them: they say what the three lines leave out
 */
export function planLines(record: PatientRecord, goals: readonly GoalEntry[]): readonly PlanLine[] {
  const held: readonly Held[] = [
    ...record.all('QuestionnaireResponse'),
    ...record.all('CarePlan'),
    ...record.all('Goal'),
    ...record.all('Task'),
    ...record.all('Consent'),
  ];
  return held.flatMap((one) => {
    const line = lineOf(record, one);
    if (line === null || (line.kind === 'about-me' && line.state !== 'proposed')) return [];
    record.show(one, 'plan');
    return [withGoalWords(line, goals)];
  });
}

function lineOf(record: PatientRecord, held: Held): PlanLine | null {
  const line = lineIn(held.raw);
  if (line === null) return null;
  const cautions = cautionsFor(held);
  leaveOthers(held, cautions);
  const { raw } = held;
  const dates = ['authored', 'statusDate', 'startDate', 'lastModified', 'authoredOn', 'dateTime'].map(
    (name) => textAt(raw, name) ?? undefined,
  );
  const on = firstDate([textAt(raw['period'], 'start') ?? undefined, ...dates], cautions);
  const by = [raw['author'], raw['requester'], raw['expressedBy'], listAt(raw, 'performer')[0]].find(
    isObject,
  );
  const told = fact(record, held, cautions, { on, by: [by] });
  const fields =
    line.kind === 'choice'
      ? { ...line.fields, of: decisionOf(record, held, line.fields['of']) }
      : line.fields;
  // The codec of a kind gives the fields of that kind.
  return {
    ...told,
    ...line,
    fields,
    ...replacesOf(record, held),
    ...historyOf(held, told.by?.name ?? null),
  } as PlanLine;
}

/** The decision in whose place a proposal would stand, by the name that it has in the view. */
function replacesOf(record: PatientRecord, held: Held): { readonly replaces?: string } {
  const replaces = held.type === 'QuestionnaireResponse' ? (readFormLine(held.raw)?.replaces ?? null) : null;
  if (replaces === null) return {};
  const found = record.resolve({ reference: replaces }, held);
  return found === null ? {} : { replaces: found.key };
}

/** The decision to which a choice belongs, by the name that its own line has in the view. */
function decisionOf(record: PatientRecord, held: Held, reference: string | null | undefined): string | null {
  if (reference === null || reference === undefined) return null;
  return record.resolve({ reference }, held)?.key ?? reference;
}

/** Items that are no field of the line are shown beside it: nobody may miss what another program has added. */
function leaveOthers({ raw, type }: Held, cautions: Cautions): void {
  const line = type === 'QuestionnaireResponse' ? readFormLine(raw) : null;
  for (const item of line?.others ?? []) {
    cautions.add('partly-unreadable');
    const answers = listAt(item, 'answer').flatMap((answer) =>
      isObject(answer)
        ? Object.values(answer).map((value) => (isObject(value) ? wordsIn(value) : String(value)))
        : [],
    );
    cautions.leave(textAt(item, 'text') ?? textAt(item, 'linkId') ?? 'another answer', joined(answers, ', '));
  }
  if (line?.ended) cautions.leave('holds no longer', line.ended);
}

function wordsIn(value: { readonly [key: string]: unknown }): string {
  return textAt(value, 'display') ?? textAt(value, 'text') ?? textAt(value, 'code') ?? JSON.stringify(value);
}

/**
 * Who changed what, as far as the record itself says. A server's own day says neither who nor what: it may stand for a change that
 * nobody made.
 */
function historyOf({ raw, type }: Held, by: string | null): { readonly history?: readonly PlanVersion[] } {
  const authored = textAt(raw, 'authored');
  if (type === 'QuestionnaireResponse' && authored !== null)
    return {
      history: [{ at: authored, by, what: textAt(raw, 'status') === 'amended' ? 'changed' : 'written' }],
    };
  const [created, since] = [textAt(raw, 'created'), textAt(raw['period'], 'start')];
  if (type !== 'CarePlan' || created === null) return {};
  const isMadeAnew = since !== null && since.slice(0, 10) > created.slice(0, 10);
  // The author of a plan that was made anew is whoever did that.
  const first = { at: created, by: isMadeAnew ? null : by, what: 'written' };
  return { history: isMadeAnew ? [{ at: since, by, what: 'made anew' }, first] : [first] };
}

/** A goal of another system may say more than three lines: that it is on hold, or was achieved. */
function withGoalWords(line: PlanLine, goals: readonly GoalEntry[]): PlanLine {
  const entry = line.kind === 'goal' ? goals.find(({ id }) => id === line.id) : undefined;
  if (entry === undefined || line.kind !== 'goal') return line;
  const beside = [
    entry.text === line.fields.want ? null : entry.text,
    entry.status === 'current' || entry.status === 'ended' ? null : entry.status.replaceAll('-', ' '),
  ].filter((words) => words !== null);
  const details = [...(entry.details ?? []), ...beside];
  const { cautions, notes, more } = entry;
  return {
    ...line,
    cautions: [...new Set([...line.cautions, ...cautions])],
    ...(details.length > 0 && { details }),
    ...(notes !== undefined && { notes }),
    ...(more !== undefined && { more }),
  };
}
