/**
 * `npm run report:data -- PATH`: reads every FHIR file under a folder, and reports the outcome of every resource in it.
 *
 * A resource is one entry of a file, with Bundles unwrapped. Contained resources count as part of the resource that contains
 * them. The tool reads each file once for each Patient in it. If it has none, the tool reads it for each patient that it is
 * about. A resource counts as shown if it is shown for one of them.
 *
 * With `--elements` it also reports every element of the resources shown, by type and path.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { accountFor, type FileAccount } from './report-data/account.ts';
import { printElements } from './report-data/elements.ts';
import { printFacts } from './report-data/facts.ts';
import { printTable } from './report-data/table.ts';

const wantsElements = process.argv.includes('--elements');
const root = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
if (root === undefined) {
  console.error('Give a folder or a file: npm run report:data -- PATH');
  process.exit(1);
}

const accounts: FileAccount[] = [];
const notJson: string[] = [];
for (const file of filesUnder(root)) {
  if (/\.(json|ndjson)$/i.test(file))
    accounts.push(accountFor(relative(root, file) || file, readFileSync(file, 'utf8')));
  else if (/\.xml$/i.test(file)) notJson.push(relative(root, file));
}
const added = wantsElements
  ? printElements(
      accounts.flatMap(({ elements }) => elements),
      accounts.reduce((sum, { values }) => sum + values, 0),
    )
  : printTable(accounts, notJson);
if (wantsElements) printFacts(accounts.flatMap(({ facts }) => facts));
// Not `exit`, which may cut off what a pipe has not taken yet.
process.exitCode = added ? 0 : 1;

function filesUnder(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => filesUnder(join(path, entry.name)));
}
