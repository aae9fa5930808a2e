// The long runs: `npm run soak -- [chaos] [restore] [sealed] [commands] [model] [kill] [--runs 500] [--from 1]`. Without a name, all of
// them.
import { parseArgs } from 'node:util';
import { soakChaos, soakRestores, soakSealed } from './soak-chaos.ts';
import { soakCommands } from './soak-commands.ts';
import { soakKill } from './soak-kill.ts';
import { soakModel } from './soak-model.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '500' }, from: { type: 'string', default: '1' } },
});

const soaks: Readonly<Record<string, (from: number, runs: number) => Promise<number>>> = {
  chaos: soakChaos,
  restore: (from, runs) => soakRestores(from, Math.ceil(runs / 5)),
  sealed: (from, runs) => soakSealed(from, Math.ceil(runs / 10)),
  commands: (from, runs) => soakCommands(from, Math.ceil(runs / 10)),
  model: (from, runs) => soakModel(from, Math.min(runs, 200)),
  kill: soakKill,
};

let failed = 0;
for (const [name, soak] of Object.entries(soaks)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  failed += await soak(Number(values.from), Number(values.runs));
}
// Windows that nobody killed still wait for their next step.
process.exit(failed === 0 ? 0 : 1);
