// `npm run release:check`: refuses a release while it contains an instrument whose owner has not agreed.
import { instruments, isConfirmed, type Instrument } from '../packages/clinical/src/instruments/index.ts';

/** What a release waits for, one line for each instrument. */
export function openPermissions(
  all: readonly Pick<Instrument, 'id' | 'title' | 'source' | 'permission'>[],
): readonly string[] {
  return all
    .filter(({ permission }) => !isConfirmed(permission))
    .map(
      ({ id, title, source, permission }) =>
        `${id}: ${title}, ${source.owner ?? 'owner not known'}. ${permission.state}: ${permission.because}`,
    );
}

if (import.meta.main) {
  const open = openPermissions(instruments);
  for (const line of open) console.error(line);
  if (open.length > 0) {
    console.error(
      `\nNot to be released: ${open.length} instruments ship without their owners’ agreement. Ask each owner, and write ` +
        'the answer into `permission` in its definition; or take the instrument out of the registry.',
    );
    process.exitCode = 1;
  } else console.log('Every instrument that ships may ship.');
}
