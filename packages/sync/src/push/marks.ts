import type { Json, Operation, OperationPart } from '@ehch/store';
import { listAt, textAt } from '@ehch/fhir';
import { SYNC_INTENT } from '../conflicts/mergeable.ts';
import { editAt } from '../raw-json/edit-at.ts';
import { same } from '../conflicts/merge.ts';
import { idIn, jsonOf, typeIn } from './answer.ts';
import type { ServerProfile } from '../probe/server-profile.ts';
import { valueAt } from '../raw-json/value-at.ts';

/** The identifier system of a resource that was created by a press. Its value is the id that the press gave it. */
export const INTENT_ID = 'https://ehch-kit.example/Id/intent';

/** R4 types without an identifier. They are records of what happened, which nobody edits. */
const NAMELESS: ReadonlySet<string> = new Set(['Provenance', 'AuditEvent', 'Binary']);
/** R4 types with one identifier, and no list of them. */
const ONE_NAME: ReadonlySet<string> = new Set(['QuestionnaireResponse', 'Bundle', 'Composition']);

/**
 * A body that names the press that made it. It is a root extension, because every update replaces it. A tag would not
 * do: by FHIR's rules servers carry tags forward, so they would pile up.
 */
export function withIntent(body: string, intent: string): string {
  return editAt(body, ['extension', { key: SYNC_INTENT }], {
    is: 'value',
    value: { url: SYNC_INTENT, valueId: intent },
  });
}

/** Whether a version was made by this press. */
export function isByIntent(resource: unknown, intent: string): boolean {
  return listAt(resource, 'extension').some(
    (each) => textAt(each, 'url') === SYNC_INTENT && textAt(each, 'valueId') === intent,
  );
}

/**
 * Whether a body shows what this press did: a new resource by being there, a changed one by naming the press, or by each
 * field that was sent. A server that answers 200 and has written nothing shows neither.
 */
export function shows(body: string, part: OperationPart, intent: string): boolean {
  return (
    part.op === 'create' ||
    isByIntent(jsonOf(body), intent) ||
    part.edits.every(({ path, to }) => same(valueAt(body, path), to))
  );
}

/**
 * The condition under which a create finds its own earlier copy, as a search. `null`: this resource cannot carry the
 * identifier, so a repeated create may double it.
 */
export function conditionOf({ type, id, ...part }: Extract<OperationPart, { op: 'create' }>): string | null {
  if (NAMELESS.has(type)) return null;
  if (ONE_NAME.has(type) && valueAt(part.body, ['identifier']).is === 'value') return null;
  return `identifier=${encodeURIComponent(`${INTENT_ID}|${id}`)}`;
}

/** Whether it can be told of a part that it was deleted: an unnamed one may only not be found. */
export function canBeRecognised(part: OperationPart): boolean {
  return part.op === 'update' || conditionOf(part) !== null;
}

/** A body that can be found by {@link conditionOf}. */
export function withIdentifier(part: Extract<OperationPart, { op: 'create' }>): string {
  const { type, id, body } = part;
  if (conditionOf(part) === null) return body;
  const value = { system: INTENT_ID, value: id };
  if (ONE_NAME.has(type)) return editAt(body, ['identifier'], { is: 'value', value });
  return editAt(body, ['identifier', { key: `${INTENT_ID}|${id}` }], { is: 'value', value });
}

/** The id that the press gave a resource, by its identifier. `null`: it has none, or it cannot carry one. */
export function pressIdIn(body: string): string | null {
  return pressIdInJson(jsonOf(body));
}

/** The same of a parsed resource. */
export function pressIdInJson(resource: unknown): string | null {
  // A message of a thread names its press by the same system. The push adds the resource's own id behind it.
  const own = listAt(resource, 'identifier').findLast((each) => textAt(each, 'system') === INTENT_ID);
  return textAt(own, 'value');
}

/**
 * Whether an operation has a marker of its own. An audit event needs none: it goes under our id, and nobody edits it, so
 * it proves itself.
 */
export function hasMarker({ level }: Pick<ServerProfile, 'level'>, operation: Operation): boolean {
  return level === 'A' && operation.class !== 'audit';
}

/** Whether a create goes under our own id. */
export function goesByOwnId(profile: ServerProfile, part: Extract<OperationPart, { op: 'create' }>): boolean {
  // A resource that cannot be found again by its press, and that nobody edits, goes under our id where the server takes it.
  return profile.create === 'put' || (conditionOf(part) === null && profile.findings.clientIds === true);
}

/** Who sends an operation. */
export interface Sender {
  readonly sub: string;
  readonly display: string;
  /** A reference on the server, such as `Practitioner/7`. `null`: not known. */
  readonly reference: string | null;
  readonly role: string | null;
}

/**
 * The marker that an operation brings itself: the part whose id is the intent, such as the Provenance of an assessment, or an
 * AuditEvent. `null`: the push adds a Provenance. The same id twice in one transaction would be refused.
 */
export function ownMarker({ intent, parts }: Operation): OperationPart | null {
  return parts.find(({ op, id }) => op === 'create' && id === intent) ?? null;
}

const ROLES = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';

/**
 * The marker of an operation: the server has it exactly if it has the effect, because both arrive in one transaction.
 * It says who pressed, and who sent it if that was somebody else (P5).
 *
 * @param targets references to what was written
 * @param recorded when it was sent, as an instant
 */
export function markerOf(
  operation: Operation,
  sender: Sender,
  targets: readonly string[],
  recorded: string,
): string {
  const { intent, author, resolves, takenOver } = operation;
  return JSON.stringify({
    resourceType: 'Provenance',
    id: intent,
    target: targets.map((reference) => ({ reference })),
    occurredDateTime: operation.pressedAt,
    recorded,
    agent: [
      agentOf('author', author),
      ...(resolves === undefined ? [] : [agentOf('author', resolves.author)]),
      ...(takenOver === undefined ? [] : [agentOf('author', takenOver.from)]),
      ...(sender.sub === author.sub ? [] : [agentOf('enterer', sender)]),
    ],
  });
}

function agentOf(code: string, { role, reference, display }: Omit<Sender, 'sub'>) {
  return {
    type: { coding: [{ system: ROLES, code }] },
    ...(role === null ? {} : { role: [{ text: role }] }),
    who: { ...(reference === null ? {} : { reference }), display },
  };
}

/**
 * The marker that an operation brings itself, with the person who sends it, if that is not its author (P5).
 */
export function withSender(body: string, { author }: Operation, sender: Sender): string {
  return sender.sub === author.sub ? body : withAgent(body, 'enterer', sender);
}

/** The marker that an operation brings itself, with a person as one more author: whoever took it over. */
export function withAuthor(body: string, author: Omit<Sender, 'sub'>): string {
  return withAgent(body, 'author', author);
}

function withAgent(body: string, code: string, who: Omit<Sender, 'sub'>): string {
  const agents = valueAt(body, ['agent']);
  const before =
    agents.is === 'value' && Array.isArray(agents.value) ? (agents.value as readonly Json[]) : [];
  return editAt(body, ['agent'], { is: 'value', value: [...before, agentOf(code, who)] });
}

/**
 * The ids under which the server keeps the parts that a marker is about. A server that gave them itself is asked through
 * the marker's references: the parts of each type stand there in their order.
 */
export function arrivedIds(
  profile: ServerProfile,
  parts: readonly OperationPart[],
  marker: unknown,
): readonly string[] {
  const targets = listAt(marker, 'target').flatMap((target) => textAt(target, 'reference') ?? []);
  return parts.map((part, at) => {
    if (part.op === 'update' || goesByOwnId(profile, part)) return part.id;
    const before = parts.slice(0, at).filter(({ type }) => type === part.type).length;
    const own = targets.filter((reference) => typeIn(reference) === part.type)[before];
    return idIn(own ?? null) ?? part.id;
  });
}
