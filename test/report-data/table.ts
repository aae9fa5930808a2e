import type { LedgerEntry } from '../../packages/fhir/src/index.ts';
import type { FileAccount } from './account.ts';

/** Prints the outcomes. `true`: for each type, shown, set aside and unreadable add up to the resources found. */
export function printTable(accounts: readonly FileAccount[], notJson: readonly string[]): boolean {
  printFiles(accounts, notJson);
  const all = accounts.flatMap(({ resources }) => resources ?? []);
  const types = [...new Set(all.map(({ type }) => type))].toSorted((a, b) => a.localeCompare(b));
  let addsUp = true;
  for (const type of types) {
    const rows = all.filter((row) => row.type === type);
    const shown = count(rows, 'shown');
    const aside = count(rows, 'set-aside');
    const unreadable = count(rows, 'unreadable');
    addsUp &&= shown.total + aside.total + unreadable.total === rows.length;
    console.log(
      `${type}: ${rows.length} = ${shown.total} shown + ${aside.total} set aside + ${unreadable.total} unreadable`,
    );
    for (const [label, { by }] of [
      ['shown', shown],
      ['set aside', aside],
      ['unreadable', unreadable],
    ] as const) {
      for (const [reason, number] of by) console.log(`    ${label} ${reason}: ${number}`);
    }
  }
  const totals = (['shown', 'set-aside', 'unreadable'] as const).map((state) => count(all, state).total);
  const [shown = 0, aside = 0, unreadable = 0] = totals;
  addsUp &&= shown + aside + unreadable === all.length;
  console.log(
    `${all.length} resources in ${accounts.length} files: shown ${shown}, set aside ${aside}, unreadable ${unreadable}` +
      (addsUp ? '' : ' – DOES NOT ADD UP'),
  );
  return addsUp;
}

function printFiles(accounts: readonly FileAccount[], notJson: readonly string[]): void {
  const versions = new Map<string, number>();
  for (const { file, recognised, resources } of accounts) {
    const name = resources === null ? 'not JSON' : recognised.version;
    versions.set(name, (versions.get(name) ?? 0) + 1);
    if (name !== 'R4') console.log(`${file}: ${name} (${recognised.evidence.join(', ')})`);
  }
  if (notJson.length > 0)
    console.log(`${notJson.length} .xml files are not JSON and were not read, such as ${notJson[0] ?? ''}`);
  console.log([...versions].map(([version, number]) => `${number} files ${version}`).join(', '));
  console.log('Contained resources count as part of the resource that contains them.');
}

function count(rows: readonly LedgerEntry[], state: LedgerEntry['outcome']['state']) {
  const by = new Map<string, number>();
  for (const { outcome } of rows) {
    if (outcome.state !== state) continue;
    const reason = reasonOf(outcome);
    by.set(reason, (by.get(reason) ?? 0) + 1);
  }
  return { total: [...by.values()].reduce((sum, number) => sum + number, 0), by };
}

function reasonOf(outcome: LedgerEntry['outcome']): string {
  switch (outcome.state) {
    case 'shown':
      return `in ${outcome.sections.join(' and ')}`;
    case 'set-aside':
      return outcome.why;
    case 'unreadable':
      return outcome.path === null
        ? outcome.why
        : `${outcome.why} (${outcome.path.replaceAll(/\[\d+\]/g, '[n]')})`;
  }
}
