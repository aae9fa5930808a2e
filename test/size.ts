// `npm run size`: compares the gzipped bytes that a page loads with the budgets. It fails where one is exceeded.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../packages/${path}`, import.meta.url));

interface Budget {
  readonly what: string;
  readonly entry: string;
  readonly budget: number;
  /** What the entry fetches later, beside what it loads at once. */
  readonly later?: readonly Later[];
}

/** A part that is fetched later. `folder`: of the file with which it begins. */
interface Later {
  readonly what: string;
  readonly folder: string;
  readonly budget: number;
}

/** The kit's own assessments, whichever component opens them, on top of what a page has already loaded. */
// The design had 56. Search words, plain words, offers of the record and notices of 36 instruments take 8 of these. The
// resident's wishes, for what follows from a signed score, take 6. What the place offers and what it does not takes 0.3.
const OWN: Later = { what: '… its own assessments', folder: 'frailty-scorer/assessments', budget: 69 };

/** Fetched after the first paint: decision 24. */
const CHANGING: Later = { what: '… changing a plan', folder: 'care-plan/changing', budget: 9.8 };
const COPIES: Later = { what: '… copies of a plan', folder: 'care-plan/copies', budget: 4.5 };
// What a setting ends by name, a last day, and what could not be read, take 0.7: an end of the last days must not go by a clock.
const SETTINGS: Later = { what: '… settings', folder: 'escalations/settings', budget: 5.5 };

// Who merely looked, from the audit, takes 0.3.
/** Both sides' screens of a night, with the machine of threads that works them out, its copies and its paper. */
const NIGHT: Later = { what: '… the night on one page', folder: 'escalations/night', budget: 7.1 };

/** Budgets in thousands of bytes, gzip -9, with Lit and everything else that the entry brings. */
// The foot of every component takes 2.5 of each: not for live use, the place file with its refusal, the report of an incident.
// That what is copied or printed is noted in the audit before takes 0.3 of each component about one resident.
// Each has about one in a hundred free, so that a plain word is never cut for bytes. A release of zlib may differ by some too.
const BUDGETS: readonly Budget[] = [
  // The design had 32. The rules of the glance are not among these: the engine works it out (decision 14). That a place file did not come
  // takes the last hundred bytes. What is only proposed, and a date before the birth, take 0.2. A later NEWS2 in doubt takes 0.3.
  // What limits an earlier value, kept beside its change, takes 0.1. The times of scores of one day take 0.1.
  { what: 'resident summary', entry: at('elements/src/resident-summary/index.ts'), budget: 47 },
  // The design had 52. The session of a form, with two windows put together, groups, offers, undoing and ports that fail, takes 18
  // of these, and what was not sent yet 1. A name that stays above the sections takes 0.3. The part that only a template needs can move to the kit's own assessments.
  { what: 'frailty scorer', entry: at('elements/src/frailty-scorer/index.ts'), budget: 73.5, later: [OWN] },
  // The design had 24. The agreed limits as the summary draws them, and the list of signs, take most of these. Each receipt with its day
  // and reason, observations, somebody off the list and the worries of others take 8 more. None of it is code of others.
  // What was thought, done and decided, observations that were signed beside it, and whom a record calls dead take 2 more. Going on with
  // what the home has raised, in whatever window, takes 1.3: it is the first thing that a second carer needs.
  // What the first line of a receipt does not tell, limits that are asked for again, and a number to ring where nobody is shown, take 0.6.
  // What became of each press, brought onto the screen, and what to say to a stranger on the telephone, take 0.7: a tired carer's walk.
  // The last NEWS2 of the record, in what is read out, takes 0.7. The words for a date before the birth take 0.1.
  // One urgency on both sides after "worse", and what is still to do once somebody has gone to hospital, take 1.5.
  // What a server does not keep, told apart from what could not be read, and each number that was rung, take 0.3, with room for more.
  // It is whole: in an emergency nothing may have to be fetched first. Steps behind the first screen take about 10 (decision 24).
  { what: 'escalation', entry: at('elements/src/escalation-button/index.ts'), budget: 59 },
  // The design had 24. Lit, the foot of every component and what each row says of a resident take 22 of these; a list that could only be
  // read would fit. The last days, what is different, and whom the place lets set them, take some of it; what sets them comes later. The press
  // for the night on one page takes 1.5, with the bundler's loader, and the parts that both share 1.5. Whom a home rings beside
  // a row, with what was not sent, takes 2. Answering is whole: decision 24. What another system answers or waits for takes half a one.
  // Who at the practice knows that somebody has gone to hospital takes 0.6.
  {
    what: 'escalations',
    entry: at('elements/src/escalations/index.ts'),
    budget: 51,
    later: [SETTINGS, NIGHT],
  },
  // The design had 32. This is reading, with the foot of every component and with the words of what comes later: changing in place, with
  // two texts side by side, and the copies on paper. Who decides by the place, what is not in force, and the scenarios of which nothing
  // is said take 0.7.
  {
    what: 'care plan',
    entry: at('elements/src/care-plan/index.ts'),
    budget: 49.5,
    later: [CHANGING, COPIES],
  },
  // The design had 110 for four. What is not sent, with the decisions of a person, is a fifth and takes 7 of these.
  // The list of a home without a server, moving and linking take 10 more (decision 17).
  // The care plan takes 29 of these, and the list of threads 17. What the status says of a browser that may erase, of merges, of the
  // server and of a newer release takes 1. One urgency, the card after hospital, which decision stands and what a setting ends take 1.6. A page that wants one component imports its own entry.
  {
    what: 'all components',
    entry: at('elements/src/index.ts'),
    budget: 206,
    later: [OWN, CHANGING, COPIES, SETTINGS, NIGHT],
  },
  // The design had 6. What stays at a glance when an engine is lost takes half a one.
  // What is kept and sent, how it stands, and a glance that goes on after a loss, take 3 of these.
  // The list of a home without a server, its moving and its linking take half a one.
  // The list of threads of a home takes half a one. The difference of a page's own clock, and whom a newer place names, take 0.2.
  // What leads, told first (decision 31), and a session that its host keeps, take 0.8.
  { what: 'client half of the sdk', entry: at('sdk/src/client.ts'), budget: 9.3 },
  // The engine reads every exception and reason in words, and computes from them: decisions 9 and 10.
  // Store, pull, push, probe, the writers of what people sign, and the glance take 98 of these: decision 15.
  // The threads between a home and its practice take 5, and a waiting conflict in the words of the screens, passkeys and room on a full disk 5.5.
  // What was signed before the sign-in, and all that each waiting thing says, take 4: decision 18.
  // A home without a server, and what it links later, take 8 more: decision 17.
  // The lines of a care plan, read and written, take 12: decision 22. The threads of a home take 2: decision 21.
  // Staff and places read element by element, and the words of what is only counted, take 2.
  // What was pressed and not sent, told with its thread, who may decide, and what a place asks to be held, take 2.5.
  // Who may decide by a newer place, and what a server is not asked for, take 0.5. The notices of every instrument take 3.8.
  // Periods, visits, other people and doubts that two fresh readers found half read take 7.
  // Dates known in part, dates, ages and ends that cannot be, ends in words, levels of consciousness and proposals take 3.5.
  // A store that is opened again under an open page, and what a server does not keep, take 1.9.
  // What a setting ends by name, a proposal told as one, a goal read as it was written, and the audit of looks take 1.1.
  // Dates in words in one form, and what a doubtful newer record does not set aside, take 0.5, with room for more.
  // What is in doubt and ends nothing, a scale that nobody settled, courses in hours and what is no longer in use take 2.
  // Reading in slices, where others wait on the same thread, takes 0.8.
  // A later NEWS2 in doubt by one rule, a server that is tried out again after a gap, and periods that cannot be read, take 0.6.
  // Codes of HL7 in words, GP Connect's extensions, wordings of none, results of no person's size, and days after a death take 3.
  { what: 'engine worker', entry: at('sdk/src/engine.worker.ts'), budget: 336 },
  // The design had 12 KB of 1,024 bytes, without adapters: it runs in every frame of every site that somebody enabled. A look that waits for
  // the browser's own layout, and costs a large page a twentieth, takes 0.1 beyond that, with room for a plain word.
  { what: 'content script', entry: at('../extension/src/content/content.ts'), budget: 12.5 },
];

let passed = true;
for (const { what, entry, budget, later = [] } of BUDGETS) {
  const { atOnce, fetched } = await bundled(entry);
  tell(what, atOnce, budget);
  for (const part of later) tell(part.what, fetched.get(part.folder) ?? 0, part.budget);
  // An entry may fetch nothing later that has no budget.
  for (const [folder, size] of fetched)
    if (!later.some((part) => part.folder === folder)) tell(`… ${folder}`, size, 0);
}
process.exitCode = passed ? 0 : 1;

function tell(what: string, size: number, budget: number): void {
  const fits = size <= budget * 1000;
  passed &&= fits;
  console.log(
    `${fits ? 'ok  ' : 'OVER'} ${what.padEnd(22)} ${(size / 1000).toFixed(3).padStart(6)} of ${budget} KB gz`,
  );
}

/** Bytes of the entry with all its imports, and of each part that it fetches later. */
async function bundled(
  entry: string,
): Promise<{ readonly atOnce: number; readonly fetched: ReadonlyMap<string, number> }> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@ehch/source', 'module', 'browser', 'production'] },
    build: {
      target: 'es2022',
      write: false,
      minify: true,
      modulePreload: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
    define: { 'process.env.NODE_ENV': '"production"', __DEMO__: 'false', __CONTEXT_CHECK__: 'true' },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const chunks = outputs.filter((each) => each.type === 'chunk');
  const first = chunks.find(({ isEntry }) => isEntry);
  if (first === undefined) throw new Error(`Nothing was built from ${entry}`);
  const atOnce = withImports(first.fileName, chunks);
  const bytes = (part: typeof outputs): number =>
    part
      .map((each) => gzipSync(each.type === 'chunk' ? each.code : each.source, { level: 9 }).length)
      .reduce((sum, each) => sum + each, 0);
  const fetched = new Map<string, number>();
  const counted = new Set(atOnce);
  for (const { fileName, isDynamicEntry, facadeModuleId } of chunks) {
    if (!isDynamicEntry || atOnce.has(fileName)) continue;
    const names = [...withImports(fileName, chunks)].filter((name) => !atOnce.has(name));
    for (const name of names) counted.add(name);
    const folder = /([^/]+\/[^/]+)\/[^/]+\.ts$/.exec(facadeModuleId ?? '')?.[1] ?? fileName;
    fetched.set(folder, bytes(chunks.filter((each) => names.includes(each.fileName))));
  }
  const lost = chunks.filter(({ fileName }) => !counted.has(fileName));
  if (lost.length > 0)
    throw new Error(`Nobody knows when ${lost.map(({ fileName }) => fileName).join()} is loaded`);
  // A style sheet or an image counts as loaded at once.
  const loaded = outputs.filter((each) => each.type !== 'chunk' || atOnce.has(each.fileName));
  return { atOnce: bytes(loaded), fetched };
}

/** A file and all that it imports, by name. */
function withImports(
  fileName: string,
  chunks: readonly { readonly fileName: string; readonly imports: readonly string[] }[],
): Set<string> {
  const names = new Set([fileName]);
  for (const name of names)
    for (const imported of chunks.find((each) => each.fileName === name)?.imports ?? []) names.add(imported);
  return names;
}
