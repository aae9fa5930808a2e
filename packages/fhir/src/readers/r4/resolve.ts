import { isObject, listAt, textAt } from '../../entry.ts';
import { addressOf, baseOf, readTarget } from '../../reference.ts';
import { hold } from './hold.ts';
import type { Held, PatientRecord } from './record.ts';
import { isReadableType } from './resources/index.ts';

/**
 * Finds the record that a reference names, among the records that were read. Records about other patients are
 * not among them.
 */
export function resolverOf(helds: readonly Held[]): PatientRecord['resolve'] {
  const byAddress = new Map<string, Held>();
  const byTypeAndId = new Map<string, readonly Held[]>();
  for (const held of helds) {
    // Two records under one name say different things, and a reference could mean either.
    if (held.isRival) continue;
    const address = addressOf(held.fullUrl);
    if (address !== null) byAddress.set(address, held);
    if (held.value.id === undefined) continue;
    const local = `${held.type}/${held.value.id}`;
    byTypeAndId.set(local, [...(byTypeAndId.get(local) ?? []), held]);
  }
  return (reference, from) => {
    const target = readTarget(reference?.reference);
    switch (target?.kind) {
      case undefined:
      case 'conditional':
        return null;
      case 'contained':
        return containedIn(from, target.id);
      case 'urn':
        return byAddress.get(target.url) ?? null;
      case 'literal': {
        const local = `${target.type}/${target.id}`;
        const base = target.base ?? baseOf(from.fullUrl);
        const exact = base === null ? undefined : byAddress.get(`${base}/${local}`);
        if (exact !== undefined) return exact;
        // Plain resources have no address of their own. They came from the same server as the rest.
        const sameId = byTypeAndId.get(local) ?? [];
        const fitting = sameId.filter(({ fullUrl }) => baseOf(fullUrl) === null || base === null);
        return fitting.length === 1 ? (fitting[0] ?? null) : null;
      }
    }
  };
}

function containedIn(from: Parameters<PatientRecord['resolve']>[1], id: string): Held | null {
  const contained = listAt(from.raw, 'contained');
  const raw = contained.find((item) => textAt(item, 'id') === id);
  const type = textAt(raw, 'resourceType');
  if (!isObject(raw) || type === null || !isReadableType(type)) return null;
  // A contained record adds nothing to a list. It is read only for its words.
  const held = hold(type, raw, `${from.key}#${id}`, from.fullUrl);
  // A contained record may refer to the other records contained beside it.
  return 'why' in held ? null : { ...held, raw: { ...raw, contained } };
}
