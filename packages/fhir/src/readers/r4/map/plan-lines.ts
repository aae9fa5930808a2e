import type { GoalEntry } from '@ehch/clinical';
import { PLAN_KINDS } from '@ehch/clinical/care-plan';
import type { PlanLine, PlanText, PlanVersion } from '@ehch/clinical/care-plan';
import { lineIn } from '../../../care-plan/codec-of.ts';
import { formLineKind, readFormLine } from '../../../care-plan/form-line.ts';
import { firstWords } from '../../../coding.ts';
import { firstDate } from '../../../dates.ts';
import { isObject, listAt, textAt, type JsonObject } from '../../../entry.ts';
import { joined } from '../../../text.ts';
import { cautionsFor, type Cautions } from '../cautions.ts';
import { fact } from '../fact.ts';
import { nameOf } from '../author.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { objectionIn } from './consents.ts';
import { isReplacedByPlan } from './wishes.ts';
import { UNFINISHED_FORM } from './not-in-force.ts';

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
 * The lines of the personalised plan. Decisions in force are agreed limits, and About Me is a section of its own:
 * they are read there, and only what is proposed or ended of them is a line here.
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
    if (line === null || (line.kind === 'about-me' && line.state === 'in-force')) return [];
    record.show(one, 'plan');
    return [withGoalWords(line, goals)];
  });
}

function lineOf(record: PatientRecord, held: Held): PlanLine | null {
  const line = lineIn(held.raw);
  if (line === null) return null;
  const cautions = cautionsFor(held);
  leaveOthers(held, cautions);
  leaveOwner(record, held, cautions);
  const narrower = rulesOfSharing(record, held, line, cautions);
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
    ...(isReplaced(record, held) && line.state === 'in-force' && { state: 'ended' }),
    fields: { ...fields, ...narrower },
    ...replacesOf(record, held),
    ...historyOf(held, told.by?.name ?? null),
  } as PlanLine;
}

/** A plan that another current plan replaces holds no longer, whatever its own status says. */
function isReplaced(record: PatientRecord, held: Held): boolean {
  return isHeld(held, 'CarePlan') && isReplacedByPlan(record, held);
}

/** An owner who is named by a reference only is nobody whom the line can name, and is not nobody. */
function leaveOwner(record: PatientRecord, held: Held, cautions: Cautions): void {
  if (!isHeld(held, 'Task') || held.value.owner === undefined || held.value.owner.display !== undefined)
    return;
  cautions.add('partly-unreadable');
  cautions.leave('owner', nameOf(record, held.value.owner, held));
}

/**
 * What another program has put into the rule of sharing. A permission with a denial in it, or whose words refuse, is
 * shown as an objection: whoever shares then asks.
 */
function rulesOfSharing(
  record: PatientRecord,
  held: Held,
  line: { readonly kind: string; readonly fields: PlanText },
  cautions: Cautions,
): { readonly basis?: 'objection' } {
  if (line.kind !== 'sharing' || !isHeld(held, 'Consent')) return {};
  const rule = isObject(held.raw['provision']) ? held.raw['provision'] : {};
  const others = Object.entries(rule).filter(([name]) => name !== 'type' && name !== 'code');
  for (const [name, value] of others) {
    cautions.add('partly-unreadable');
    cautions.leave(`rule: ${name}`, JSON.stringify(value));
  }
  const objects = line.fields['basis'] === 'direct-care' && objectionIn(held, record.today) !== null;
  if (objects) cautions.add('contradicts-itself');
  return objects ? { basis: 'objection' } : {};
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

/** The states of an action that have words of their own. */
const OWN_STATUS: ReadonlySet<string> = new Set(['requested', 'in-progress', 'completed', 'cancelled']);

/** Items that are no field of the line are shown beside it: nobody may miss what another program has added. */
function leaveOthers({ raw, type }: Held, cautions: Cautions): void {
  const line = type === 'QuestionnaireResponse' ? readFormLine(raw) : null;
  for (const item of line?.others ?? []) {
    cautions.add('partly-unreadable');
    cautions.leave(
      textAt(item, 'text') ?? textAt(item, 'linkId') ?? 'another answer',
      joined(answersIn(item), ', '),
    );
  }
  if (line !== null && textAt(raw, 'status') === 'stopped') cautions.leave('the form', UNFINISHED_FORM);
  if (type === 'Task') {
    const why = firstWords([raw['statusReason'] ?? {}], new Set());
    if (why !== null) cautions.leave('why', why);
    const status = textAt(raw, 'status');
    if (status !== null && !OWN_STATUS.has(status)) cautions.leave('status', status.replaceAll('-', ' '));
  }
  if (line?.ended) cautions.leave('holds no longer', line.ended);
}

/** Every answer of an item and of the items below it, which may turn it round. */
function answersIn(item: JsonObject): readonly string[] {
  const own = listAt(item, 'answer').filter(isObject);
  const said = own.flatMap((answer) =>
    Object.values(answer).flatMap((value) =>
      Array.isArray(value) ? [] : [isObject(value) ? wordsIn(value) : String(value)],
    ),
  );
  const below = [...listAt(item, 'item'), ...own.flatMap((answer) => listAt(answer, 'item'))].filter(
    isObject,
  );
  return [...said, ...below.map((one) => joined([textAt(one, 'text'), ...answersIn(one)], ': ') ?? '')];
}

function wordsIn(value: { readonly [key: string]: unknown }): string {
  return textAt(value, 'display') ?? textAt(value, 'text') ?? textAt(value, 'code') ?? JSON.stringify(value);
}

/**
 * Who changed what, as far as the record itself says. A server's own day says neither who nor what: it may stand for
 * a change that nobody made.
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
  // The line says its own words. A second target with the same label is said beside it.
  const own = (['step', 'with'] as const).map(
    (name) => `${PLAN_KINDS.goal.fields[name].label}: ${line.fields[name] ?? ''}`,
  );
  const others = (entry.details ?? []).filter((words) => !own.includes(words));
  const details = [...others, ...beside];
  const { cautions, notes, more } = entry;
  return {
    ...line,
    cautions: [...new Set([...line.cautions, ...cautions])],
    ...(details.length > 0 && { details }),
    ...(notes !== undefined && { notes }),
    ...(more !== undefined && { more }),
  };
}
