import { noticesOf, type FormDefinition, type FormItem } from '@ehch/clinical/form';
import type { JsonObject } from '../entry.ts';
import { defined } from './json-value.ts';
import { FORM_ID, OWN_EXT } from './urls.ts';
import { expressionWriter } from './write-expressions.ts';
import { writeItem, type Writing } from './write-item.ts';

/** What a form does not state itself. */
export interface QuestionnaireOptions {
  /** The canonical address for publishing. Without it: the form's id, where that is an address. */
  readonly url?: string;
  /** `draft` by default. */
  readonly status?: 'draft' | 'active' | 'retired';
  /** The date of the last change: `2026-11-22`. */
  readonly date?: string;
  readonly publisher?: string;
}

/**
 * A form as a FHIR R4 Questionnaire, in plain JSON.
 * `readQuestionnaire` gives the same form back, except for what FHIR cannot express. A single test with `any`
 * becomes `all`. A total without a type becomes a decimal. A code equal to the option's own value and words
 * is not repeated. A total that reads its own row of several answers loses its calculation.
 */
export function writeQuestionnaire(form: FormDefinition, options: QuestionnaireOptions = {}): JsonObject {
  const { url = canonicalOf(form.id), status = 'draft', date, publisher } = options;
  const writing: Writing = { byId: itemsById(form.items), expressions: expressionWriter(form) };
  const limits = (form.limits ?? []).map(({ item, words }) => ({
    url: OWN_EXT.limit,
    extension: [
      ...(item === null ? [] : [{ url: 'item', valueString: item }]),
      { url: 'words', valueString: words },
    ],
  }));
  return defined({
    resourceType: 'Questionnaire',
    // R4 `id` allows only these characters, and at most 64 of them.
    id: /^[A-Za-z0-9.-]{1,64}$/.test(form.id) ? form.id : undefined,
    extension: limits.length === 0 ? undefined : limits,
    url,
    identifier: [{ system: FORM_ID, value: form.id }],
    version: form.version,
    title: form.title,
    status,
    subjectType: ['Patient'],
    date,
    publisher,
    copyright: noticesOf(form).join('\n\n') || undefined,
    item: form.items.map((each) => writeItem(each, writing)),
  });
}

/** The canonical address of a form, where its id is one. */
export function canonicalOf(id: string): string | undefined {
  return /^(https?:\/\/|urn:)/.test(id) ? id : undefined;
}

/** All items of a form by id, at any depth. */
export function itemsById(items: readonly FormItem[]): ReadonlyMap<string, FormItem> {
  const byId = new Map<string, FormItem>();
  const walk = (all: readonly FormItem[]): void => {
    for (const item of all) {
      byId.set(item.id, item);
      if ('items' in item) walk(item.items ?? []);
    }
  };
  walk(items);
  return byId;
}
