import { EhchError, type CareIntent, type PlanLineIntent } from '@ehch/clinical';
import { planFieldWords, planKind, unsoundFields, type PlanText } from '@ehch/clinical/care-plan';
import { formatDate } from '@ehch/clinical/display';
import { lineName } from '../../care-plan/line-name.ts';
import { codecOf } from '../../care-plan/codec-of.ts';
import { formCodec, PROPOSAL_ITEM, replacesItem } from '../../care-plan/form-codec.ts';
import { readFormLine } from '../../care-plan/form-line.ts';
import { editsOfLine, editsOfSeen, stampEdits } from '../../care-plan/line-edits.ts';
import type { LineCodec } from '../../care-plan/line-codec.ts';
import { PLAN_CODES } from '../../care-plan/plan-codes.ts';
import { resourceWith, type LineWriting, type Placed } from '../../care-plan/placed.ts';
import { isObject, textAt, type JsonObject } from '../../entry.ts';
import { displayOf } from '../about.ts';
import { derivedId } from './derived-id.ts';
import { createPart, performerOf } from './finish-assessment.ts';
import type { OperationAuthor, WrittenEdit, WrittenPart } from './operation.ts';

type PlanIntent = CareIntent & { readonly what: PlanLineIntent };

const ROLES = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';

/**
 * One press on a line of the plan: a resource to create, fields to change, or both, and last the Provenance, which
 * is the marker. An edit names raw fields with the values that they replace, so whatever the kit does not know stays
 * as it is.
 *
 * @param written the resources of this resident as they lie here, and those that wait to be sent
 * @throws {EhchError} `bad-argument` if the press says nothing, `not-found` if its line is not here
 */
export function planLineParts(
  { id, pressedAt, what }: PlanIntent,
  {
    author,
    subject,
    written,
  }: {
    readonly author: OperationAuthor;
    readonly subject: string;
    readonly written: readonly JsonObject[];
  },
): readonly WrittenPart[] {
  const by = performerOf(author, displayOf(what.by)?.display);
  const writing: LineWriting = { subject, author: by, at: pressedAt };
  checkWhole(what);
  const parts = [
    ...partsOfAct(id, what, writing, written),
    ...(what.proposal === undefined ? [] : takenOver(written, { ...what, proposal: what.proposal })),
  ];
  if (parts.length === 0)
    throw new EhchError('bad-argument', 'Nothing was changed. Change a field, then save.');
  return [...parts, markerOf(id, pressedAt, by, what, parts)];
}

/** Guard: what does not say what it has to say is never written as something else. */
function checkWhole({ act, of, before, after }: PlanLineIntent): void {
  const wrong = act === 'end' ? [] : unsoundFields(of, after ?? {}, act === 'change' ? before : null);
  if (wrong.length > 0)
    throw new EhchError(
      'bad-argument',
      `Give these fields of the line, in words that can be read: ${wrong.join(', ')}.`,
    );
}

function partsOfAct(
  intent: string,
  what: PlanLineIntent,
  writing: LineWriting,
  written: readonly JsonObject[],
): readonly WrittenPart[] {
  const codec = codecOf(what.of);
  const after = what.after ?? {};
  switch (what.act) {
    case 'propose':
      return proposal(intent, what, writing);
    case 'add':
    case 'replace': {
      const made = createPart(newLine(codec, intent, what, writing));
      const replaced = what.act === 'replace' ? what.line : replacedBy(what, written);
      if (replaced === null) return [made];
      const over = [replaced, ...(what.alsoEnds ?? [])].map((line) => resourceNamed(written, line));
      const reason = what.reason ?? 'Replaced by a newer decision';
      return [made, ...over.flatMap((old) => update(old, endEdits(old, what.of, reason).map(first)))];
    }
    case 'end': {
      const old = lineAmong(written, what);
      const end = endEdits(old, what.of, what.reason ?? '');
      return [...update(old, [...seenEdits(old, what, end), ...end]), ...taskOf(written, old, 'rejected')];
    }
    case 'change': {
      const old = lineAmong(written, what);
      const edits = editsOfLine(codec, what.of, old, what.before ?? {}, after);
      return edits.length === 0 ? [] : update(old, [...edits, ...stampEdits(codec, old, writing, edits)]);
    }
  }
}

function newLine(codec: LineCodec, intent: string, what: PlanLineIntent, writing: LineWriting): JsonObject {
  const head = { resourceType: codec.type, id: derivedId(intent, 1), ...codec.skeleton(what.of, writing) };
  return resourceWith(head, [
    ...codec.places(what.of, what.after ?? {}, null),
    ...codec.stamps(writing, null),
  ]);
}

/** A proposal: what is proposed as an answered form that is not finished, and a task that somebody sees. */
function proposal(intent: string, what: PlanLineIntent, writing: LineWriting): readonly WrittenPart[] {
  const form = newLine(formCodec, intent, what, writing);
  const items = Array.isArray(form['item']) ? (form['item'] as unknown[]) : [];
  const id = derivedId(intent, 1);
  const task: JsonObject = {
    resourceType: 'Task',
    id: derivedId(intent, 2),
    status: 'requested',
    intent: 'proposal',
    code: {
      coding: [{ system: PLAN_CODES, code: 'proposal' }],
      text: `Proposed change of the care plan: ${planKind(what.of).title}`,
    },
    description: wordsOf(what, what.after ?? {}),
    for: { reference: writing.subject },
    authoredOn: writing.at,
    requester: writing.author,
    focus: { reference: `${formCodec.type}/${id}` },
  };
  return [
    createPart({
      ...form,
      status: 'in-progress',
      item: [PROPOSAL_ITEM, ...(what.line === null ? [] : [replacesItem(what.line)]), ...items],
    }),
    createPart(task),
  ];
}

/**
 * The decision in whose place a proposal was to stand. Whoever takes the proposal over may not see it any more,
 * because somebody has replaced it since: then a person looks at both, and no second decision is added beside the
 * newer one.
 */
function replacedBy({ proposal }: PlanLineIntent, written: readonly JsonObject[]): string | null {
  return proposal === undefined ? null : (readFormLine(resourceNamed(written, proposal))?.replaces ?? null);
}

/** The proposal behind a decision ends with it, and so does the task by which somebody was to see it. */
function takenOver(
  written: readonly JsonObject[],
  { of, proposal }: PlanLineIntent & { readonly proposal: string },
): readonly WrittenPart[] {
  const old = resourceNamed(written, proposal);
  return [
    ...update(old, endEdits(old, of, 'Taken over as a decision').map(first)),
    ...taskOf(written, old, 'completed'),
  ];
}

/** The task of a proposal. Of any other line there is none. */
function taskOf(
  written: readonly JsonObject[],
  line: JsonObject,
  status: 'completed' | 'rejected',
): readonly WrittenPart[] {
  const name = `${String(line['resourceType'])}/${String(line['id'])}`;
  const task = written.find((one) => {
    const focus = textAt(one['focus'], 'reference');
    return one['resourceType'] === 'Task' && focus !== null && lineName(focus) === name;
  });
  const isOpen = task !== undefined && textAt(task, 'status') === 'requested';
  return isOpen ? update(task, [editOf(task, { path: ['status'], value: status })]) : [];
}

/** Every field that says something, with its label. */
function wordsOf({ of }: PlanLineIntent, fields: PlanText): string {
  return Object.entries(planKind(of).fields)
    .flatMap(([name, { label, form }]) => {
      const words = form.kind === 'line' ? null : planFieldWords(of, name, fields[name] ?? null);
      if (words === null) return [];
      return [`${label}: ${form.kind === 'day' ? formatDate(words) : words}`];
    })
    .join('; ');
}

function endEdits(old: JsonObject, kind: PlanLineIntent['of'], reason: string): readonly WrittenEdit[] {
  const codec = codecBehind(old, kind);
  // Guard: nobody here knows how another system ends what it has written in its own way.
  if (codec.type !== old['resourceType'])
    throw new EhchError('bad-argument', 'This decision is kept by another system. End it there.');
  return codec
    .ended(reason, old)
    .filter(({ value }) => value !== undefined)
    .map((placed) => editOf(old, placed));
}

/** A proposal is an answered form, of whatever kind it is. A draft of another system is a resource of its own. */
function codecBehind(old: JsonObject, kind: PlanLineIntent['of']): LineCodec {
  return old['resourceType'] === formCodec.type ? formCodec : codecOf(kind);
}

/**
 * A decision with a resource of its own is written once and never changed. The words of any other line can be newer
 * than the screen, and those of a decision in words as well: another program may have changed them in their place.
 */
function seenEdits(
  old: JsonObject,
  { of, before }: PlanLineIntent,
  end: readonly WrittenEdit[],
): readonly WrittenEdit[] {
  const codec = codecBehind(old, of);
  if (before === null || (planKind(of).decided !== null && codec !== formCodec)) return [];
  // The end compares what it changes itself.
  const ended = new Set(end.map(({ path }) => JSON.stringify(path)));
  return editsOfSeen(codec, of, old, before).filter(({ path }) => !ended.has(JSON.stringify(path)));
}

/**
 * The end of what a new decision takes the place of. Guard: whoever finds it ended already has been overtaken, and
 * would add a second decision. The copy here may say so before the server does.
 */
function first({ path, from, to }: WrittenEdit): WrittenEdit {
  const isEnded = JSON.stringify(from) === JSON.stringify(to);
  return { path, from: isEnded ? { is: 'absent' } : from, to, isFirst: true };
}

function editOf(old: JsonObject, { path, value }: Placed): WrittenEdit {
  const [element = '', row] = path;
  const before = typeof element === 'string' && row === undefined ? old[element] : undefined;
  return {
    path,
    from: before === undefined ? { is: 'absent' } : { is: 'value', value: before as never },
    to: value === undefined ? { is: 'absent' } : { is: 'value', value },
  };
}

function lineAmong(written: readonly JsonObject[], { line }: PlanLineIntent): JsonObject {
  return resourceNamed(written, line ?? '');
}

function resourceNamed(written: readonly JsonObject[], line: string): JsonObject {
  const name = lineName(line);
  const found = written.find((one) => `${String(one['resourceType'])}/${String(one['id'])}` === name);
  if (found !== undefined) return found;
  throw new EhchError('not-found', 'This line is not on this device any more. Open the plan again.');
}

function update(old: JsonObject, edits: readonly WrittenEdit[]): readonly WrittenPart[] {
  const [type, id] = [textAt(old, 'resourceType') ?? '', textAt(old, 'id') ?? ''];
  const meta = isObject(old['meta']) ? old['meta'] : null;
  return [{ op: 'update', type, id, edits, base: textAt(meta, 'versionId') }];
}

function markerOf(
  intent: string,
  recorded: string,
  by: LineWriting['author'],
  { reason, act }: PlanLineIntent,
  parts: readonly WrittenPart[],
): WrittenPart {
  return createPart({
    resourceType: 'Provenance',
    id: intent,
    target: parts.map(({ type, id }) => ({ reference: `${type}/${id}` })),
    recorded,
    ...(reason === null ? {} : { reason: [{ text: reason }] }),
    activity: { text: ACTIVITY[act] },
    agent: [{ type: { coding: [{ system: ROLES, code: 'author' }] }, who: by }],
  });
}

const ACTIVITY = {
  add: 'A line of the care plan was added',
  change: 'A line of the care plan was changed',
  end: 'A line of the care plan was ended',
  propose: 'A change of the care plan was proposed',
  replace: 'A decision of the care plan was replaced',
} as const;
