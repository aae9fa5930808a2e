import type { PlanLineKind, PlanText } from '@ehch/clinical/care-plan';
import { isObject, textAt, type JsonObject } from '../entry.ts';
import type { JsonValue, WrittenEdit } from '../writers/operations/operation.ts';
import type { LineCodec } from './line-codec.ts';
import type { LineWriting, Placed, PlaceStep } from './placed.ts';

/**
 * The raw fields that change, each with the value that it replaces. Where the copy here still says what the screen said, that is
 * the copy's own value. Where it says something newer by now, it is what the screen said: the server then finds that they
 * differ, and a person chooses. Nothing newer is ever overwritten unseen.
 */
export function editsOfLine(
  codec: LineCodec,
  kind: PlanLineKind,
  old: JsonObject,
  before: PlanText,
  after: PlanText,
): readonly WrittenEdit[] {
  const now = codec.read(old)?.fields ?? {};
  const [nowAt, beforeAt, afterAt] = [now, before, after].map((fields) => codec.places(kind, fields, old));
  return (afterAt ?? []).flatMap(({ path, value }, place): readonly WrittenEdit[] => {
    const was = beforeAt?.[place]?.value;
    if (same(was, value)) return [];
    const isAsSeen = same(nowAt?.[place]?.value, was);
    const raw = rawAt(old, path);
    // What stands there and cannot be read is not what the screen showed, so it is not replaced unseen.
    const isUnread = was === undefined && raw !== undefined;
    const from = isAsSeen && !isUnread ? raw : was;
    return [{ path, from: valueOf(from), to: valueOf(value) }];
  });
}

/**
 * Edits that change nothing: the server must still say what the screen said, or a person chooses. So whoever ends a line ends the
 * words that they saw, and no newer ones.
 */
export function editsOfSeen(
  codec: LineCodec,
  kind: PlanLineKind,
  old: JsonObject,
  seen: PlanText,
): readonly WrittenEdit[] {
  const now = codec.read(old)?.fields ?? {};
  const nowAt = codec.places(kind, now, old);
  return codec.places(kind, seen, old).map(({ path, value }, place) => {
    // What the kit does not read there was on the screen beside the line, so it stands as it is.
    const stays = valueOf(same(nowAt[place]?.value, value) ? rawAt(old, path) : value);
    return { path, from: stays, to: stays };
  });
}

/** Who changed it and when, over what the copy says. */
export function stampEdits(
  codec: LineCodec,
  old: JsonObject,
  writing: LineWriting,
  edits: readonly WrittenEdit[],
): readonly WrittenEdit[] {
  return codec
    .stamps(
      writing,
      edits.map(({ path }) => path as Placed['path']),
    )
    .filter(({ path, value }: Placed) => !same(rawAt(old, path), value))
    .map(({ path, value }) => ({ path, from: valueOf(rawAt(old, path)), to: valueOf(value) }));
}

/** The value at a place. A row is known by its `linkId`, as the rows of a form are. */
function rawAt(resource: JsonObject, path: readonly PlaceStep[]): JsonValue | undefined {
  let value: unknown = resource;
  for (const step of path) {
    if (typeof step === 'string') value = isObject(value) ? value[step] : undefined;
    else value = Array.isArray(value) ? value.find((row) => textAt(row, 'linkId') === step.key) : undefined;
  }
  return value as JsonValue | undefined;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function valueOf(value: JsonValue | undefined): WrittenEdit['from'] {
  return value === undefined ? { is: 'absent' } : { is: 'value', value };
}
