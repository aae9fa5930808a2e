import type { LoadReport } from './load-data.ts';

const NAMED = 12;

/** The report in plain lines. It names what was left out as clearly as what was loaded. */
export function describeReport(report: LoadReport): string {
  const total = sum(report.loaded.values());
  const lines = [`Loaded ${total} resources from ${report.files} files: ${list(report.loaded)}.`];
  if (report.givenAnId > 0) lines.push(`${report.givenAnId} had no legal id and were given one.`);
  if (report.olderCopies > 0)
    lines.push(
      `${report.olderCopies} came more than once; the newest copy was kept, or the last one where none is dated.`,
    );
  if (report.notStored.size > 0) {
    lines.push(`Left out, because no R4 server stores them: ${list(report.notStored)}.`);
  }
  for (const [reason, files] of report.leftOut) {
    const more = files.length > NAMED ? ` and ${files.length - NAMED} more` : '';
    lines.push(`Left out, ${reason}: ${files.length} files: ${files.slice(0, NAMED).join(', ')}${more}.`);
  }
  return lines.join('\n');
}

function list(counts: ReadonlyMap<string, number>): string {
  if (counts.size === 0) return 'none';
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, count]) => `${type} ${count}`)
    .join(', ');
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
