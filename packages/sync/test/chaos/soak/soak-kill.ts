import { newName, openInSession } from '../../../../store/test/sealed-anywhere.ts';
import { runKilledDay } from '../kill-run.ts';
import { print } from './print.ts';

const sealed = () => openInSession(newName(), { secret: null });

/** Kills a window before and after every write and request of the scripted day, on the store that lies sealed in a database. */
export async function soakKill(): Promise<number> {
  const { broken: whole, calls } = await runKilledDay(null, await sealed());
  let failed = whole.length > 0 ? 1 : 0;
  for (const [at, call] of calls.entries())
    for (const when of ['before', 'after'] as const) {
      const { broken } = await runKilledDay({ at, when }, await sealed());
      if (broken.length === 0) continue;
      failed += 1;
      print('FAILED', `${when} call ${at}`, call, ...broken.map((what) => `\n  ${what}`));
    }
  print(`kill: ${failed} of ${2 * calls.length} days did not go on by themselves`);
  return failed;
}
