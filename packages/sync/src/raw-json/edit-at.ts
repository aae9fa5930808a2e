import { EhchError } from '@ehch/clinical';
import type { FieldValue, Json, PathStep } from '@ehch/store';
import { rawTree, type RawNode } from './raw-tree.ts';
import { rewritten } from './rewritten.ts';
import { childAt } from './value-at.ts';

/**
 * Changes one value of a JSON text, and leaves every character that is not part of it as it was.
 *
 * A list or object that becomes empty goes as well, because FHIR allows no empty ones. Rows and fields that are missing
 * on the way are made.
 *
 * @throws {EhchError} `malformed` if the text is not JSON, or the path does not fit it
 */
export function editAt(text: string, path: readonly PathStep[], to: FieldValue): string {
  const root = rawTree(text);
  const edited = edit(text, root, '', path, to);
  if (edited === null) throw misfit();
  return text.slice(0, root.start) + edited + text.slice(root.end);
}

/** The new characters of a node. `null`: it goes. */
function edit(
  text: string,
  node: RawNode,
  field: string,
  path: readonly PathStep[],
  to: FieldValue,
): string | null {
  const [step, ...rest] = path;
  if (step === undefined) return to.is === 'absent' ? null : rewritten(text, node, to.value);
  if (node.kind === 'scalar' || (node.kind === 'object') !== (typeof step === 'string')) throw misfit();
  // A field that is given twice: taking the last one away would bring the first one back.
  if (node.kind === 'object' && node.members.filter(({ key }) => key === step).length > 1) throw misfit();
  const child = childAt(text, node, field, step);
  if (child === undefined)
    return to.is === 'absent'
      ? text.slice(node.start, node.end)
      : added(text, node, step, fresh(step, rest, to.value));
  const edited = edit(text, child, typeof step === 'string' ? step : field, rest, to);
  if (edited !== null) return text.slice(node.start, child.start) + edited + text.slice(child.end, node.end);
  return without(text, node, child);
}

/** The value that stands where nothing was. A row of which only a part is given cannot be made up. */
function fresh(first: PathStep, rest: readonly PathStep[], value: Json): Json {
  const [step, ...others] = rest;
  if (step === undefined) return value;
  if (typeof first === 'object') throw misfit();
  if (typeof step === 'string') return { [step]: fresh(step, others, value) };
  return [fresh(step, others, value)];
}

function added(text: string, node: RawNode, step: PathStep, value: Json): string {
  const parts = partsOf(node);
  if (typeof step === 'number' && step !== parts.length) throw misfit();
  const written = (typeof step === 'string' ? `${JSON.stringify(step)}:` : '') + JSON.stringify(value);
  const last = parts.at(-1);
  if (last === undefined)
    return text.slice(node.start, node.start + 1) + written + text.slice(node.start + 1, node.end);
  return `${text.slice(node.start, last.end)},${written}${text.slice(last.end, node.end)}`;
}

/** A node without one of its parts, and without the comma that parted them. */
function without(text: string, node: RawNode, child: RawNode): string | null {
  const parts = partsOf(node);
  if (parts.length === 1) return null;
  const at = parts.findIndex(({ end }) => end === child.end);
  const [from, to] =
    at === 0 ? [parts[0]?.start ?? 0, parts[1]?.start ?? 0] : [parts[at - 1]?.end ?? 0, parts[at]?.end ?? 0];
  return text.slice(node.start, from) + text.slice(to, node.end);
}

function partsOf(node: RawNode): readonly { readonly start: number; readonly end: number }[] {
  if (node.kind === 'array') return node.items;
  return node.kind === 'object' ? node.members.map(({ start, value }) => ({ start, end: value.end })) : [];
}

function misfit(): EhchError {
  return new EhchError('malformed', 'The record has another form here, so the change does not fit it.');
}
