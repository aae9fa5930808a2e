// `npm run guards` switches each guard off, and says which run goes red. With `--only NAME` it tries one.
import { parseArgs } from 'node:util';
import { ALL_STORE_GUARDS, openMemoryStore } from '@ehch/store';
import { runChaos } from '../chaos-run.ts';
import { runKilledDay } from '../kill-run.ts';
import { print } from '../soak/print.ts';
import { GUARDS, type Guard } from './guard-table.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, seeds: { type: 'string', default: '12' } },
});

let green = 0;
print('| guard | server | goes red |');
print('| --- | --- | --- |');
for (const guard of GUARDS) {
  const { name, personality, provedBy } = guard;
  if (values.only !== undefined && values.only !== name) continue;
  const seen = await redBy(guard);
  if (seen === null && provedBy === undefined) green += 1;
  print(`| ${name} | ${personality === '' ? 'own' : personality} | ${seen ?? provedBy ?? 'NOTHING'} |`);
}
// Windows that nobody killed still wait for their next step.
process.exit(green === 0 ? 0 : 1);

async function redBy(guard: Guard): Promise<string | null> {
  return guard.byKilling === undefined ? redByStorm(guard) : redByKilling(guard.name, guard.byKilling);
}

/** Kills a window at one call after another, until a day does not go on by itself. */
async function redByKilling(name: string, which: RegExp): Promise<string | null> {
  const off = { [name]: false };
  const { calls } = await runKilledDay(null, openMemoryStore(), off);
  for (const [at, call] of calls.entries()) {
    if (!which.test(call)) continue;
    const { broken } = await runKilledDay({ at, when: 'after' }, openMemoryStore(), off);
    const whole = broken.length === 0 ? [] : (await killedWhole(at)).broken;
    if (broken.length > whole.length) return `killed after call ${at}: ${broken[0]}`;
  }
  return null;
}

function killedWhole(at: number) {
  return runKilledDay({ at, when: 'after' }, openMemoryStore());
}

async function redByStorm({
  of,
  name,
  personality,
  afterProbe,
  besides = {},
}: Guard): Promise<string | null> {
  const off = { [name]: false };
  const server = { personality, ...(afterProbe !== undefined && { afterProbe }) };
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    const weak = await runChaos({
      seed,
      ...server,
      guards: of === 'push' ? { ...besides, ...off } : besides,
      ...(of === 'pull' && { pullGuards: off }),
      ...(of === 'store' && {
        openStore: async () => openMemoryStore({ guards: { ...ALL_STORE_GUARDS, ...off } }),
      }),
    });
    const [first] = weak.broken;
    if (first === undefined) continue;
    const whole =
      Object.keys(besides).length === 0 ? [] : (await runChaos({ seed, ...server, guards: besides })).broken;
    if (weak.broken.length <= whole.length) continue;
    return `seed ${seed}: ${first.invariant}, ${first.what.replace(/[0-9a-f-]{36}/g, '…')}`;
  }
  return null;
}
