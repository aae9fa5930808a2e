import { isObject, type FhirResource } from '../resource.ts';

/** Labels that HAPI carries over from the stored version, by the name of the header's mode. */
const CARRIED = { tag: 'TAG', security: 'SECURITY', profile: 'PROFILE' } as const;

/**
 * Adds the labels of the stored version that the new one leaves out. `modes` is the value of
 * `X-Meta-Snapshot-Mode`: labels named there are taken from the new version alone.
 */
export function withStoredLabels(
  resource: FhirResource,
  stored: FhirResource,
  modes: string | undefined,
): FhirResource {
  const snapshot = (modes ?? '').toUpperCase();
  const meta: Record<string, unknown> = { ...resource.meta };
  for (const [name, mode] of Object.entries(CARRIED)) {
    if (snapshot.includes(mode)) continue;
    const merged = union(listOf(stored.meta?.[name]), listOf(meta[name]));
    if (merged.length > 0) meta[name] = merged;
  }
  return Object.keys(meta).length > 0 ? { ...resource, meta } : resource;
}

/** Adds labels to a resource, or takes them away: HAPI's `$meta-add` and `$meta-delete`. */
export function changeLabels(
  resource: FhirResource,
  change: Readonly<Record<string, unknown>>,
  verb: 'add' | 'delete',
): FhirResource {
  const meta: Record<string, unknown> = { ...resource.meta };
  for (const name of Object.keys(CARRIED)) {
    const asked = listOf(change[name]);
    const keys = new Set(asked.map(keyOf));
    const old = listOf(meta[name]);
    const next = verb === 'add' ? union(old, asked) : old.filter((label) => !keys.has(keyOf(label)));
    if (next.length > 0) meta[name] = next;
    else delete meta[name];
  }
  return { ...resource, meta };
}

function union(first: readonly unknown[], second: readonly unknown[]): unknown[] {
  return [...new Map([...first, ...second].map((label) => [keyOf(label), label])).values()];
}

function keyOf(label: unknown): string {
  return isObject(label) ? `${String(label['system'])}|${String(label['code'])}` : String(label);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
