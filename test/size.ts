// `npm run size`: compares the gzipped bytes that a page loads with the budgets. It fails where one is exceeded.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../packages/${path}`, import.meta.url));

interface Budget {
  readonly what: string;
  readonly entry: string;
  readonly budget: number;
  /** What the entry fetches later, when it needs it, beside what it loads at once. */
  readonly later?: { readonly what: string; readonly budget: number };
}

/** The kit's own assessments, whichever component opens them, on top of what a page has already loaded. */
// The design had 56. Search words, plain words, offers of the record and notices of 36 instruments take 8 of these. The
// resident's wishes, for what follows from a signed score, take 6. What the place offers and what it does not takes 0.3.
const OWN = { what: '… its own assessments', budget: 69 };

/** Both sides' screens of a night, with the machine of threads that works them out, its copies and its paper. */
const NIGHT = { what: '… the night on one page', budget: 6.5 };

/** Budgets in thousands of bytes, gzip -9, with Lit and everything else that the entry brings. */
// The foot of every component takes 2.5 of each: not for live use, the place file with its refusal, the report of an incident.
// That what is copied or printed is noted in the audit before takes 0.3 of each component about one resident.
const BUDGETS: readonly Budget[] = [
  // The design had 32. The rules of the glance are not among these: the engine works it out (decision 14). That a place file did not come
  // takes the last hundred bytes.
  { what: 'resident summary', entry: at('elements/src/resident-summary/index.ts'), budget: 45.1 },
  // The design had 52. The session of a form, with two windows put together, groups, offers, undoing and ports that fail, takes 18
  // of these, and what was not sent yet 1. The part that only a template needs can move to the kit's own assessments.
  { what: 'frailty scorer', entry: at('elements/src/frailty-scorer/index.ts'), budget: 72, later: OWN },
  // The design had 24. The agreed limits as the summary draws them, and the list of signs, take most of these. Each receipt with its day
  // and reason, observations, somebody off the list and the worries of others take 8 more. None of it is code of others.
  // What was thought, done and heard and is not sent takes 0.6, a score signed beside it 0.6, and when observations are due again 0.7.
  { what: 'escalation', entry: at('elements/src/escalation-button/index.ts'), budget: 52 },
  // The design had 24. Lit, the foot of every component and what each row says of a resident take 22 of these; a list that could only be
  // read would fit. The settings of a clinician take 2.5 more; the last days, what is different, and whom the place lets set them, 2 more. The press for the
  // night on one page takes 1.5, with the bundler's loader, and the parts that the page shares 1.5: the page itself waits for the press.
  { what: 'escalations', entry: at('elements/src/escalations/index.ts'), budget: 46.5, later: NIGHT },
  // The design had 32. Reading takes 37 of these, with the foot of every component. Changing in place, with two texts side by side, takes
  // 9, and the copies on paper 3. Both could be fetched when somebody presses for them. Who decides by the place, what is not in force, and
  // the scenarios of which nothing is said take 0.7.
  { what: 'care plan', entry: at('elements/src/care-plan/index.ts'), budget: 52.5 },
  // The design had 110 for four. What is not sent, with the decisions of a person, is a fifth and takes 7 of these.
  // The list of a home without a server, moving and linking take 10 more (decision 17).
  // The care plan takes 29 of these, and the list of threads 17. What the status says of a browser that may erase, of merges, of the
  // server and of a newer release takes 1. What the escalation holds and has not sent, scores beside it and its clock take 2. A page that wants one component imports its own entry.
  { what: 'all components', entry: at('elements/src/index.ts'), budget: 201.5, later: OWN },
  // The design had 6. What stays at a glance when an engine is lost takes half a one.
  // What is kept and sent, how it stands, and a glance that goes on after a loss, take 3 of these.
  // The list of a home without a server, its moving and its linking take half a one.
  // The list of threads of a home takes half a one.
  { what: 'client half of the sdk', entry: at('sdk/src/client.ts'), budget: 8 },
  // The engine reads every exception and reason in words, and computes from them: decisions 9 and 10.
  // Store, pull, push, probe, the writers of what people sign, and the glance take 98 of these: decision 15.
  // The threads between a home and its practice take 5, and a waiting conflict in the words of the screens, passkeys and room on a full disk 5.5.
  // What was signed before the sign-in, and all that each waiting thing says, take 4: decision 18.
  // A home without a server, and what it links later, take 8 more: decision 17.
  // The lines of a care plan, read and written, take 12: decision 22. The threads of a home take 2: decision 21.
  // Staff and places read element by element, and the words of what is only counted, take 2.
  { what: 'engine worker', entry: at('sdk/src/engine.worker.ts'), budget: 298 },
];

let passed = true;
for (const { what, entry, budget, later } of BUDGETS) {
  const { atOnce, fetched } = await bundled(entry);
  tell(what, atOnce, budget);
  // An entry may fetch nothing later that has no budget.
  if (later !== undefined || fetched > 0) tell(later?.what ?? '… fetched later', fetched, later?.budget ?? 0);
}
process.exitCode = passed ? 0 : 1;

function tell(what: string, size: number, budget: number): void {
  const fits = size <= budget * 1000;
  passed &&= fits;
  console.log(
    `${fits ? 'ok  ' : 'OVER'} ${what.padEnd(22)} ${(size / 1000).toFixed(1).padStart(6)} of ${budget} KB gz`,
  );
}

/** Bytes of the entry with all its imports, and of what it fetches later. */
async function bundled(entry: string): Promise<{ readonly atOnce: number; readonly fetched: number }> {
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
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const chunks = outputs.filter((each) => each.type === 'chunk');
  const first = chunks.find(({ isEntry }) => isEntry);
  if (first === undefined) throw new Error(`Nothing was built from ${entry}`);
  const names = new Set([first.fileName]);
  for (const name of names) {
    for (const imported of chunks.find(({ fileName }) => fileName === name)?.imports ?? [])
      names.add(imported);
  }
  const bytes = (part: typeof outputs): number =>
    part
      .map((each) => gzipSync(each.type === 'chunk' ? each.code : each.source, { level: 9 }).length)
      .reduce((sum, each) => sum + each, 0);
  // A style sheet or an image counts as loaded at once.
  const later = outputs.filter((each) => each.type === 'chunk' && !names.has(each.fileName));
  return { atOnce: bytes(outputs) - bytes(later), fetched: bytes(later) };
}
