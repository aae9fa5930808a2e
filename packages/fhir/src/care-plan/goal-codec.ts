import { PLAN_KINDS } from '@ehch/clinical/care-plan';
import { byCode } from '../by-code.ts';
import type { ConceptLike } from '../coding.ts';
import { isObject, listAt, textAt, type JsonObject } from '../entry.ts';
import type { JsonValue } from '../writers/operations/operation.ts';
import type { LineCodec } from './line-codec.ts';
import { placedName, placedText } from './placed.ts';
import { saidByIn } from './said-by.ts';

/** The lines of a goal that stand as targets. R4 lets a target be words, under a measure that names them. */
const TARGETS = { step: PLAN_KINDS.goal.fields.step.label, with: PLAN_KINDS.goal.fields.with.label } as const;

/** The label under which a target is a line of the plan. `null`: it is another system's, or says more than words. */
export function goalTargetLabel(measure: ConceptLike | undefined): string | null {
  const isPlain = measure !== undefined && Object.keys(measure).join() === 'text';
  return Object.values(TARGETS).find((label) => isPlain && label === measure.text) ?? null;
}

/** A goal in three lines. */
export const goalCodec: LineCodec = {
  type: 'Goal',
  skeleton: (_kind, { subject, at }) => ({
    lifecycleStatus: 'active',
    subject: { reference: subject },
    startDate: at.slice(0, 10),
  }),
  places: (_kind, { want, saidBy, due, ...lines }, before) => [
    { path: ['description', 'text'], value: placedText(want) },
    { path: ['expressedBy'], value: placedName(saidBy) },
    { path: ['target'], value: targetsWith({ step: lines['step'], with: lines['with'], due }, before) },
  ],
  // A stamp would meet another person's stamp. The marker and the server's own day say who and when.
  stamps: () => [],
  read(resource) {
    const text = textAt(resource['description'], 'text');
    // A coded goal of another system is not changed in words: its code would go on saying the old thing.
    if (
      resource['resourceType'] !== 'Goal' ||
      text === null ||
      listAt(resource['description'], 'coding').length > 0
    )
      return null;
    return {
      kind: 'goal',
      fields: {
        want: text,
        step: targetText(resource, 'step'),
        with: targetText(resource, 'with'),
        saidBy: saidByIn(resource, resource['expressedBy']),
        due: textAt(dueTarget(resource), 'dueDate'),
      },
      state: GOAL_STATE[textAt(resource, 'lifecycleStatus') ?? ''] ?? 'ended',
    };
  },
  ended: (reason) => [
    { path: ['lifecycleStatus'], value: 'cancelled' },
    { path: ['statusReason'], value: reason === '' ? undefined : reason },
  ],
};

const GOAL_STATE = byCode<'in-force' | 'proposed' | 'ended'>({
  proposed: 'proposed',
  planned: 'proposed',
  accepted: 'in-force',
  active: 'in-force',
  'on-hold': 'in-force',
});

function targetText(resource: JsonObject, name: keyof typeof TARGETS): string | null {
  const found = listAt(resource, 'target').find((one) => isMeasure(one, TARGETS[name]));
  return textAt(found, 'detailString');
}

function isMeasure(target: unknown, label: string): boolean {
  return isObject(target) && textAt(target['measure'], 'text') === label;
}

/** The first target that says nothing but a day. */
function dueTarget(resource: JsonObject): unknown {
  return listAt(resource, 'target').find((one) => isObject(one) && Object.keys(one).join() === 'dueDate');
}

/** Each target stays where it stands, with whatever others have written on it. New ones come last. */
function targetsWith(
  said: Readonly<Record<'step' | 'with' | 'due', string | null | undefined>>,
  before: JsonObject | null,
): JsonValue | undefined {
  const rows = listAt(before, 'target') as readonly JsonValue[];
  const due = dueTarget(before ?? {});
  const first = (name: keyof typeof TARGETS) => rows.find((one) => isMeasure(one, TARGETS[name]));
  const ours = new Map<unknown, JsonValue | undefined>([
    [first('step'), inWords('step', said.step, first('step'))],
    [first('with'), inWords('with', said.with, first('with'))],
    [due, dayOf(said.due)],
  ]);
  ours.delete(undefined);
  const kept = rows.map((row) => (ours.has(row) ? ours.get(row) : row));
  const added = [
    ...(first('step') === undefined ? [inWords('step', said.step, undefined)] : []),
    ...(first('with') === undefined ? [inWords('with', said.with, undefined)] : []),
    ...(due === undefined ? [dayOf(said.due)] : []),
  ];
  const all = [...kept, ...added].filter((row) => row !== undefined);
  return all.length === 0 ? undefined : all;
}

/** One line of the goal as a target. What others have written on it stays. */
function inWords(
  name: keyof typeof TARGETS,
  said: string | null | undefined,
  row: JsonValue | undefined,
): JsonValue | undefined {
  const text = said ?? null;
  const { detailString: _old, ...rest }: JsonObject = isObject(row)
    ? row
    : { measure: { text: TARGETS[name] } };
  if (text !== null) return { ...rest, detailString: text };
  return Object.keys(rest).every((key) => key === 'measure' || key === 'id')
    ? undefined
    : (rest as JsonValue);
}

function dayOf(day: string | null | undefined): JsonValue | undefined {
  return day === null || day === undefined ? undefined : { dueDate: day };
}
