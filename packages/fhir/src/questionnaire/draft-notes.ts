import type { Draft, ProblemDecision } from '@ehch/clinical/form';
import { readInstant } from '@ehch/clinical/time';
import { listAt, type JsonObject } from '../entry.ts';
import { extensionsOf } from '../extensions.ts';
import { present } from './answer-notes.ts';
import { extension, extensionValue } from './json-value.ts';
import { isRowName } from './rows.ts';
import { OWN_EXT } from './urls.ts';

/**
 * Whatever a draft holds besides its answers, as one extension of the response, so that other people can
 * continue it.
 */
export function writeDraftNotes(draft: Draft): JsonObject {
  const { id, form, rows, made = {}, decisions, assessedAt, startedAt, changedAt } = draft;
  return {
    url: OWN_EXT.draft,
    extension: [
      { url: 'id', valueString: id },
      { url: 'form', valueString: form.id },
      { url: 'version', valueString: form.version },
      // A moment that nobody said is not written as one.
      ...(isUnsaid(draft) ? [] : [{ url: 'assessedAt', valueDateTime: assessedAt }]),
      { url: 'startedAt', valueDateTime: startedAt },
      { url: 'changedAt', valueDateTime: changedAt },
      ...Object.entries(rows).map(([key, names]) => ({
        url: 'rows',
        extension: [
          { url: 'key', valueString: key },
          ...names.map((row) => ({ url: 'row', valueString: row })),
        ],
      })),
      ...Object.entries(made).map(([key, highest]) => ({
        url: 'made',
        extension: [
          { url: 'key', valueString: key },
          { url: 'highest', valueInteger: highest },
        ],
      })),
      ...Object.entries(decisions).map(([rule, decision]) => decisionPart(rule, decision)),
    ],
  };
}

function isUnsaid({ assessedAt, disputed }: Draft): boolean {
  const open = disputed?.assessedAt ?? null;
  return open !== null && open.kept === assessedAt && open.said.length === 0;
}

function decisionPart(rule: string, decision: ProblemDecision): JsonObject {
  const { state, at, by, about } = decision;
  const extension = [
    { url: 'rule', valueString: rule },
    { url: 'state', valueCode: state },
    { url: 'words', valueString: state === 'accepted' ? decision.problem : decision.reason },
    { url: 'at', valueDateTime: at },
    { url: 'name', valueString: by?.name ?? undefined },
    { url: 'role', valueString: by?.role ?? undefined },
    { url: 'about', valueString: about?.words },
    ...(about?.items ?? []).map((item) => ({ url: 'aboutItem', valueString: item })),
  ];
  return { url: 'decision', extension: present(extension) };
}

/** The notes of a draft as read. Only rows and decisions are always there. */
type Notes = Pick<Draft, 'rows' | 'decisions'> &
  Partial<Pick<Draft, 'id' | 'made' | 'assessedAt' | 'startedAt' | 'changedAt'>> & {
    readonly formId?: string;
    readonly version?: string;
  };

/** The same, read back. Whatever a response of another program lacks is absent. */
export function readDraftNotes(response: JsonObject): Notes {
  const own = extension(response, OWN_EXT.draft) ?? {};
  const text = (name: string) => {
    const value = extensionValue(own, name);
    return typeof value === 'string' ? value : undefined;
  };
  // A text that is no moment is as good as none: the draft must not have an invalid date.
  const moment = (name: string) => {
    const said = text(name);
    return said === undefined || readInstant(said) === null ? undefined : said;
  };
  const parts = (name: string) => extensionsOf(own['extension'], name);
  const times = ['assessedAt', 'startedAt', 'changedAt'] as const;
  const found = [
    ['id', text('id')],
    ['formId', text('form')],
    ['version', text('version')],
  ] as const;
  const stated = [...found, ...times.map((name) => [name, moment(name)] as const)];
  const made = parts('made').flatMap((part) => {
    const highest = extensionValue(part, 'highest');
    return isRowName(String(highest)) ? [[keyOf(part), Number(highest)] as const] : [];
  });
  return {
    ...Object.fromEntries(stated.filter(([, value]) => value !== undefined)),
    rows: Object.fromEntries(
      parts('rows').map((part) => [keyOf(part), [...new Set(texts(part, 'row').filter(isRowName))]]),
    ),
    ...(made.length === 0 ? {} : { made: Object.fromEntries(made) }),
    decisions: Object.fromEntries(parts('decision').flatMap((part) => decisionOf(part))),
  };
}

/** A decision about a suggested problem. One without a rule, words or a moment is left out. */
function decisionOf(part: JsonObject): readonly (readonly [string, ProblemDecision])[] {
  const [rule, state, words, at, name, role, about] = [
    'rule',
    'state',
    'words',
    'at',
    'name',
    'role',
    'about',
  ].map((each) => texts(part, each)[0]);
  if (rule === undefined || words === undefined || at === undefined || readInstant(at) === null) return [];
  const when = {
    at,
    by: name === undefined && role === undefined ? null : { name: name ?? null, role: role ?? null },
    ...(about === undefined ? {} : { about: { words: about, items: texts(part, 'aboutItem') } }),
  };
  if (state === 'accepted') return [[rule, { state, problem: words, ...when }]];
  return state === 'dismissed' ? [[rule, { state, reason: words, ...when }]] : [];
}

function keyOf(part: JsonObject): string {
  return texts(part, 'key')[0] ?? '';
}

function texts(part: JsonObject, name: string): readonly string[] {
  return extensionsOf(listAt(part, 'extension'), name).flatMap((each) => {
    const value = Object.entries(each).find(([field]) => field.startsWith('value'))?.[1];
    return typeof value === 'string' ? [value] : [];
  });
}
