// `npm run guards` switches each guard off, and says which run goes red. With `--only NAME` it tries one.
import { parseArgs } from 'node:util';
import { runChaos } from '../chaos-run.ts';
import { print } from '../soak/print.ts';
import { GUARDS } from './guard-table.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, seeds: { type: 'string', default: '12' } },
});

let green = 0;
print('| guard | server | goes red |');
print('| --- | --- | --- |');
for (const { name, of, personality, provedBy } of GUARDS) {
  if (values.only !== undefined && values.only !== name) continue;
  const seen = await redBy(of, name, personality);
  if (seen === null && provedBy === undefined) green += 1;
  print(`| ${name} | ${personality === '' ? 'own' : personality} | ${seen ?? provedBy ?? 'NOTHING'} |`);
}
// Windows that nobody killed still wait for their next step.
process.exit(green === 0 ? 0 : 1);

async function redBy(of: 'push' | 'pull', name: string, personality: string): Promise<string | null> {
  const off = { [name]: false };
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    const guards = of === 'push' ? { guards: off } : { pullGuards: off };
    const { broken } = await runChaos({ seed, personality, ...guards });
    const [first] = broken;
    if (first !== undefined)
      return `seed ${seed}: ${first.invariant}, ${first.what.replace(/[0-9a-f-]{36}/g, '…')}`;
  }
  return null;
}
