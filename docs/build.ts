// `npm run docs`: writes each component's tables into its page, from the JSDoc in its source. It also writes NOTICE and the
// page of licences, from the registry of instruments and the lock file, and the notices of each score for the engine, and the
// tables of roles.
// `npm run docs -- --check` fails when a page is out of date.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { licencesPage } from './licences-page.ts';
import { noticeText } from './notice.ts';
import { rolesPage } from './roles-tables.ts';
import { hazardLogPage } from './safety/hazard-log-page.ts';
import { scoreNoticesFile } from './score-notices.ts';

interface Described {
  readonly name?: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text?: string };
}
interface Declaration {
  readonly tagName?: string;
  readonly description?: string;
  readonly attributes?: readonly (Described & { readonly fieldName?: string })[];
  readonly members?: readonly (Described & { readonly kind: string; readonly privacy?: string })[];
  readonly slots?: readonly Described[];
  readonly events?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}

const root = new URL('..', import.meta.url).pathname;
const check = process.argv.includes('--check');
const [START, END] = ['<!-- API, written by npm run docs -->', '<!-- end of API -->'];
let behind = 0;

for (const declaration of declarations()) {
  const page = join(root, 'docs', `${String(declaration.tagName).replace('ehch-', '')}.md`);
  if (!existsSync(page)) {
    console.error(
      `${declaration.tagName} has no page. Write ${relative(root, page)} with the two marks ${START} and ${END}.`,
    );
    behind++;
    continue;
  }
  const before = readFileSync(page, 'utf8');
  const [head, rest] = before.split(START);
  const tail = rest?.split(END)[1];
  if (head === undefined || tail === undefined) throw new Error(`${relative(root, page)} lacks its marks.`);
  await write(page, `${head}${START}\n\n${tables(declaration)}\n\n${END}${tail}`);
}
await write(join(root, 'docs/licences.md'), licencesPage());
await write(join(root, 'NOTICE'), noticeText());
await write(join(root, 'packages/fhir/src/codes/score-notices.ts'), scoreNoticesFile());
await write(join(root, 'docs/safety/hazard-log.md'), hazardLogPage());
await write(join(root, 'docs/roles.md'), rolesPage(readFileSync(join(root, 'docs/roles.md'), 'utf8')));
if (check && behind > 0) {
  console.error('Run `npm run docs` and commit what it writes.');
  process.exitCode = 1;
}

/** Writes a file that is out of date. Under `--check` it only says so. */
async function write(file: string, text: string): Promise<void> {
  const after = /\.(md|ts)$/.test(file)
    ? await format(text, { ...(await resolveConfig(file)), filepath: file })
    : text;
  if (existsSync(file) && readFileSync(file, 'utf8') === after) return;
  behind++;
  if (!check) writeFileSync(file, after);
  console.log(`${check ? 'behind' : 'written'}: ${relative(root, file)}`);
}

function declarations(): Declaration[] {
  const folder = mkdtempSync(join(root, 'node_modules', '.docs-'));
  try {
    execFileSync(
      join(root, 'node_modules/.bin/cem'),
      [
        'analyze',
        '--quiet',
        '--config',
        'docs/custom-elements-manifest.config.mjs',
        '--outdir',
        relative(root, folder),
      ],
      {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    const { modules } = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8')) as {
      modules: { declarations?: Declaration[] }[];
    };
    return modules
      .flatMap((module) => module.declarations ?? [])
      .filter(({ tagName }) => tagName !== undefined);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tables({
  attributes = [],
  members = [],
  slots = [],
  events = [],
  cssParts = [],
  cssProperties = [],
}: Declaration): string {
  const attributeOf = new Map(attributes.map(({ fieldName, name }) => [fieldName, name]));
  const properties = members.filter(
    ({ kind, privacy, name }) =>
      kind === 'field' &&
      (privacy === undefined || privacy === 'public') &&
      !name?.startsWith('#') &&
      name !== 'styles',
  );
  return [
    table(
      'Properties',
      ['property', 'attribute', 'type', 'default', ''],
      properties.map(({ name = '', type, default: value, description }) => [
        code(name),
        attributeOf.has(name) ? code(attributeOf.get(name) ?? name) : '',
        code(type?.text),
        code(value),
        line(description),
      ]),
    ),
    table(
      'Events',
      ['event', 'type', ''],
      events
        // The analyser also lists each `dispatchEvent` under the name of a variable, which is no event's name.
        .filter(({ description }) => description !== undefined)
        .map(({ name, type, description }) => [code(name), code(type?.text), line(description)]),
    ),
    table(
      'Slots',
      ['slot', ''],
      slots.map(({ name, description }) => [name ? code(name) : '(default)', line(description)]),
    ),
    table(
      'Parts',
      ['part', ''],
      cssParts.map(({ name, description }) => [code(name), line(description)]),
    ),
    table(
      'Custom properties',
      ['property', 'default', ''],
      cssProperties.map(({ name, default: value, description }) => [
        code(name),
        code(value),
        line(description),
      ]),
    ),
  ]
    .filter((each) => each !== '')
    .join('\n\n');
}

function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return [
    `### ${title}`,
    '',
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}

function code(text: string | undefined): string {
  return text ? `\`${text.replaceAll('|', '\\|').replace(/\s+/g, ' ')}\`` : '';
}

function line(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}
