import type { Adapter } from '../../hosts/binding.ts';
import { TAUGHT } from '../../hosts/taught.ts';
import type { ListedSite } from '../../messages/side-state.ts';
import type { InForce } from '../adapters/adapters-in-force.ts';
import { isGranted } from './is-granted.ts';

/**
 * The enabled sites as the panel lists them.
 *
 * @param required match patterns that the manifest requires: no browser lets anybody take those away
 */
export function listedSites(
  { adapters, drafts }: Pick<InForce, 'adapters' | 'drafts'>,
  required: readonly string[],
): readonly ListedSite[] {
  return [
    ...adapters.flatMap((adapter) =>
      listed(adapter, adapter.from === 'taught' ? 'confirmed' : null, required),
    ),
    ...drafts.flatMap((adapter) => listed(adapter, 'draft', required)),
  ];
}

function listed(
  { id, template, match, from }: Adapter,
  taught: 'draft' | 'confirmed' | null,
  required: readonly string[],
): readonly ListedSite[] {
  return match.map(({ origin, pathPrefix }) => ({
    origin,
    title: template.title,
    from,
    // What this user bound or taught is forgotten, whatever the browser goes on permitting.
    canBeRevoked: from === 'bound' || from === 'taught' || !isGranted(required, origin),
    ...(taught === null
      ? {}
      : { taught: { state: taught, adapter: exported({ id, template, match: [{ origin, pathPrefix }] }) } }),
  }));
}

/** As an administrator puts it into the managed settings. It was checked as it was read from the store. */
function exported(adapter: Omit<Adapter, 'from'>): string {
  const template = { ...adapter.template, title: TAUGHT.title };
  return JSON.stringify({ ...adapter, template }, null, 2);
}
