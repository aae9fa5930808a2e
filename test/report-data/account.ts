import {
  buildView,
  patientsIn,
  readText,
  recognise,
  type Entry,
  type LedgerEntry,
  type LedgerOutcome,
  type Recognition,
} from '../../packages/fhir/src/index.ts';
import { elementCounts, primitives, type ElementCount } from './elements.ts';
import { factsIn, type FactFound } from './facts.ts';

export interface FileAccount {
  readonly file: string;
  readonly recognised: Recognition;
  /** `null`: the file is no JSON. */
  readonly resources: readonly LedgerEntry[] | null;
  /** The elements of the shown resources. */
  readonly elements: readonly ElementCount[];
  /** How many values those resources have. */
  readonly values: number;
  readonly facts: readonly FactFound[];
}

const NOW = '2026-11-21T09:30:00Z';

export function accountFor(file: string, text: string): FileAccount {
  const reading = readText(text);
  const entries = [...reading.entries, ...reading.messages];
  const recognised = recognise(entries);
  // A text that is no JSON counts as one entry without a result.
  if (entries.every(({ resource }) => resource === null)) {
    const isJson = isJsonText(text);
    return {
      file,
      recognised: isJson ? recognised : { version: 'unknown', evidence: ['not JSON'] },
      resources: isJson ? [] : null,
      ...NOTHING,
    };
  }
  // Each entry has its own ledger line. Its outcome is the best one over all patients of the file.
  const views = everySubjectOf(entries).map((patient) => viewFor(entries, patient));
  const resources = entries.map((_, index) => best(views.map(({ ledger }) => ledger[index])));
  const shown = entries.filter((_, index) => resources[index]?.outcome.state === 'shown');
  return {
    file,
    recognised,
    resources,
    elements: shown.flatMap(({ resource }) => elementCounts(resource)),
    values: shown.reduce((sum, { resource }) => sum + primitives(resource), 0),
    facts: factsIn(views.map(({ view }) => view)),
  };
}

const NOTHING = { elements: [], values: 0, facts: [] } as const;

function viewFor(entries: readonly Entry[], patient: string): ReturnType<typeof buildView> {
  const built = buildView({
    resident: 'report',
    patient,
    resources: entries,
    outcomes: {},
    now: NOW,
    sourceLabel: 'file',
  });
  if (built.ledger.length !== entries.length)
    throw new Error('The ledger does not have one line for each entry.');
  return built;
}

/** The Patients in the file, and those that it only references. Nobody, if it has neither. */
export function everySubjectOf(entries: readonly Entry[]): readonly string[] {
  const own = entries.flatMap((entry) => patientsIn([entry]).map(({ id }) => entry.fullUrl ?? id));
  const spokenOf = entries.flatMap(({ resource }) => {
    const subjects = ['subject', 'patient', 'for'].map((field) => referenceAt(resource, field));
    return subjects.filter((reference) => reference !== null && /(^|\/)Patient\/|^urn:/.test(reference));
  });
  const all = [...own, ...spokenOf.flatMap((reference) => reference?.replace(/\/_history\/.*$/, '') ?? [])];
  return all.length === 0 ? ['nobody'] : [...new Set(all)];
}

function referenceAt(resource: unknown, field: string): string | null {
  if (typeof resource !== 'object' || resource === null) return null;
  const subject: unknown = Reflect.get(resource, field);
  if (typeof subject !== 'object' || subject === null) return null;
  const reference: unknown = Reflect.get(subject, 'reference');
  return typeof reference === 'string' ? reference : null;
}

const RANK: readonly LedgerOutcome['state'][] = ['shown', 'unreadable', 'set-aside'];

function best(entries: readonly (LedgerEntry | undefined)[]): LedgerEntry {
  const present = entries.filter((entry) => entry !== undefined);
  const sorted = present.toSorted((a, b) => rank(a) - rank(b));
  const [first] = sorted;
  if (first === undefined) throw new Error('An entry is in no ledger.');
  return first;
}

/** Ranks outcomes for the best one. "About another patient" comes behind every other reason, because it says the least. */
function rank({ outcome }: LedgerEntry): number {
  const isOthers = outcome.state === 'set-aside' && outcome.why === 'another-patient';
  return RANK.indexOf(outcome.state) + (isOthers ? 1 : 0);
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
