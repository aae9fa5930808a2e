import {
  PRESS_SETS,
  ROLE_IDS,
  ROLES,
  VIEWS,
  type PressSet,
  type PressSetName,
  type Sight,
  type StaffRole,
  type ViewName,
} from '../packages/clinical/src/roles/index.ts';
import { SECTION_ORDER } from '../packages/clinical/src/resident/sections.ts';

const [START, END] = ['<!-- tables of roles, written by npm run docs -->', '<!-- end of tables of roles -->'];

/** The page of roles with its tables as the data has them today. */
export function rolesPage(before: string): string {
  const [head, rest] = before.split(START);
  const tail = rest?.split(END)[1];
  if (head === undefined || tail === undefined) throw new Error('docs/roles.md lacks its marks.');
  return `${head}${START}\n\n${[roles(), views(), presses()].join('\n\n')}\n\n${END}${tail}`;
}

function roles(): string {
  const rows = ROLE_IDS.map((id) => {
    const role: StaffRole = ROLES[id];
    const { title, side, view, presses: set, breaksGlass, setsUpDevice, addsPeople, pass } = role;
    const may = [
      breaksGlass && 'breaks the glass',
      setsUpDevice && 'sets up a device',
      addsPeople && 'adds people',
    ];
    return [
      title,
      `\`${id}\``,
      side,
      view,
      set,
      may.filter((one) => one !== false).join(', '),
      pass === null ? '' : PASS[pass],
    ];
  });
  return `### The roles\n\n${table(['role', 'id', 'side', 'view', 'presses as', 'may also', 'pass'], rows)}`;
}

const PASS = { 'home-shift': 'one home, 12 hours', 'one-resident': 'one resident, 12 hours' } as const;

const SEEN: Readonly<Record<Sight, string>> = {
  whole: 'whole',
  withheld: '—',
  'own-worries': 'own worries',
  'care-alerts': 'all but safeguarding',
  'visit-alerts': 'infection, namesakes, adjustments',
  'care-events': 'falls, stays, visits, vaccinations',
  swallowing: 'what is about swallowing',
};

function views(): string {
  const names = Object.keys(VIEWS) as ViewName[];
  const rows = SECTION_ORDER.map((section) => [
    `\`${section}\``,
    ...names.map((name) => SEEN[VIEWS[name][section]]),
  ]);
  return `### The views, section by section\n\n— is “withheld for your role”, and never empty.\n\n${table(['section', ...names], rows)}`;
}

function presses(): string {
  const names = Object.keys(PRESS_SETS) as PressSetName[];
  const rows = names.map((name) => {
    const set: PressSet = PRESS_SETS[name];
    return [
      name,
      set.raises.join(', '),
      onThreads(set),
      set.planWords ? 'yes' : '—',
      set.decisions,
      also(set),
    ];
  });
  const heads = ['presses as', 'raises', 'on a thread', 'words of the plan', 'decisions', 'also'];
  return `### What is pressed\n\n${table(heads, rows)}`;
}

function onThreads({ onAny, onOwn }: PressSet): string {
  if (onAny.length === 0) return `on their own: ${onOwn.join(', ')}`;
  const every = PRESS_SETS.clinician.onAny;
  const without = every.filter((verb) => !onAny.includes(verb));
  return without.length === 0 ? 'everything' : `everything but ${without.join(', ')}`;
}

function also({ assesses, sets, keepsList }: PressSet): string {
  const all = [
    assesses && 'signs assessments',
    sets && 'sets what a clinician sets',
    keepsList && 'keeps the list of residents',
  ];
  return all.filter((one) => one !== false).join(', ');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
