/**
 * How many requests the kit makes of the FHIR servers of an area and of England: `npm run model -- scale`. It prints the
 * tables of docs/scale.md. Each input has its source there; those marked [P] are to be replaced by measured numbers.
 */

import { FEEDS } from '../../packages/sync/src/steps/queries.ts';
import { pollInterval, type Attention } from '../../packages/sync/src/pull/polling.ts';

/** What the model is told. Rates are those of one home in waking hours. */
export interface Scale {
  readonly homes: number;
  readonly residents: number;
  /** Integrated care boards: one shared FHIR server each. */
  readonly areas: number;
  /** Windows that show one home at the peak: one in the home and one at its practice. */
  readonly onScreen: number;
  /** Windows that have the home open behind another one, or are minimised. */
  readonly inBackground: number;
  /** Changes of one resident's resources in a day, by anybody. */
  readonly changesPerResident: number;
  /** Minutes of a day in which they happen. */
  readonly wakingMinutes: number;
  /** Questions of one pull: the engine's feeds, each of one resource type. */
  readonly feeds: number;
  /** Residents in one question. */
  readonly chunk: number;
  /** Views, prints and other audited acts of one home in a day. Each is one write. */
  readonly auditedActs: number;
  /** Forms, and other things that people write in one home in a day. */
  readonly intents: number;
}

export const ENGLAND: Scale = {
  homes: 17_000,
  residents: 380_000,
  areas: 42,
  onScreen: 2,
  inBackground: 1,
  changesPerResident: 10,
  wakingMinutes: 16 * 60,
  feeds: FEEDS.length,
  chunk: 50,
  auditedActs: 100,
  intents: 10,
};

/** The engine's own waits between two polls, in minutes: the first, and each one after a poll that found nothing. */
export function waitsOf(attention: Attention): readonly number[] {
  const waits: number[] = [];
  for (let quiet = 0; pollInterval(attention, quiet) / 60_000 !== waits.at(-1); quiet++)
    waits.push(pollInterval(attention, quiet) / 60_000);
  return waits;
}

/**
 * Polls a minute of a client that takes these waits one after the other, stays with the last, and begins anew after a poll that
 * found a change. Changes come by chance, `rate` a minute.
 */
export function pollsPerMinute(rate: number, waits: readonly number[]): number {
  // How often each wait comes, relative to the first. Only a poll that found nothing leads to the next one.
  const often = [1];
  for (const wait of waits.slice(0, -1)) often.push((often.at(-1) ?? 0) * Math.exp(-rate * wait));
  const last = waits.at(-1) ?? 1;
  const found = 1 - Math.exp(-rate * last);
  if (found === 0) return 1 / last;
  // The last wait follows itself until a change comes.
  often.push((often.pop() ?? 0) / found);
  const sum = often.reduce((all, each) => all + each, 0);
  return sum / waits.reduce((all, wait, at) => all + wait * (often[at] ?? 0), 0);
}

/** Requests a minute. */
export interface Load {
  /** A poll is one batch Bundle for each chunk. */
  readonly batched: number;
  /** The server takes no batch: a poll is one search for each type and chunk. */
  readonly single: number;
}

/** One home whose windows are all open. */
export function loadOfHome(scale: Scale): Load & { readonly writes: number; readonly polls: number } {
  const residents = scale.residents / scale.homes;
  const rate = (residents * scale.changesPerResident) / scale.wakingMinutes;
  const polls =
    scale.onScreen * pollsPerMinute(rate, waitsOf('on-screen')) +
    scale.inBackground * pollsPerMinute(rate, waitsOf('hidden'));
  const chunks = Math.ceil(residents / scale.chunk);
  const writes = (scale.auditedActs + scale.intents) / scale.wakingMinutes;
  return {
    polls,
    writes,
    batched: polls * chunks + writes,
    single: polls * chunks * scale.feeds + writes,
  };
}

/** The tables of docs/scale.md. */
export function tables(scale: Scale = ENGLAND): string {
  const cases: readonly (readonly [name: string, scale: Scale])[] = [
    ['nothing changes', { ...scale, changesPerResident: 0 }],
    ['a usual day', scale],
    ['a busy day, ten times the changes', { ...scale, changesPerResident: 10 * scale.changesPerResident }],
  ];
  const rows = cases.map(([name, given]) => {
    const { batched, single } = loadOfHome(given);
    const seconds = (load: number, homes: number) => Math.round((load * homes) / 60).toLocaleString('en-GB');
    const perArea = scale.homes / scale.areas;
    return [
      name,
      `${batched.toFixed(2)} / ${single.toFixed(1)}`,
      `${seconds(batched, perArea)} / ${seconds(single, perArea)}`,
      `${seconds(batched, scale.homes)} / ${seconds(single, scale.homes)}`,
    ];
  });
  return table(['', 'one home, a minute', 'an area, a second', 'England, a second'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join(
    '\n',
  );
}

if (import.meta.main) console.log(tables());
