import { planFieldLabel } from '@ehch/fhir';
import type { PathStep } from '@ehch/store';
import { pathWords } from './path-words.ts';

/** Fields by the words of our screens. `*`: of every type. */
const LABELS: { readonly [type: string]: { readonly [field: string]: string } } = {
  '*': {
    status: 'Status',
    note: 'Note',
    code: 'What',
    category: 'Kind',
    title: 'Title',
    description: 'Description',
    period: 'From and until',
    priority: 'Priority',
    author: 'Author',
    effectiveDateTime: 'Date',
  },
  Goal: {
    description: 'Goal',
    target: 'Steps, who with, and by when',
    expressedBy: 'Said by',
    lifecycleStatus: 'How far it is',
  },
  QuestionnaireResponse: { status: 'Status of the answers', authored: 'Written on' },
  Observation: { status: 'Status of the finding' },
  Patient: {
    name: 'Name',
    birthDate: 'Date of birth',
    gender: 'Gender',
    active: 'Record in use',
    deceasedDateTime: 'Died on',
    deceasedBoolean: 'Has died',
    contact: 'People to contact',
    generalPractitioner: 'GP practice',
    maritalStatus: 'Marital status',
  },
  CarePlan: { activity: 'Activity', intent: 'Intention', created: 'Written on', goal: 'Goals' },
  Task: {
    owner: 'Who does it',
    intent: 'Intention',
    businessStatus: 'How far it is',
    executionPeriod: 'Done from and until',
    lastModified: 'Last changed',
    restriction: 'Due',
    requester: 'Asked by',
  },
  Communication: { payload: 'Message', sent: 'Sent', received: 'Received', recipient: 'To', sender: 'From' },
};

/** What a contact detail is (R4 contact-point-system), and where (contact-point-use). */
const SYSTEMS: { readonly [system: string]: string } = {
  phone: 'Telephone',
  sms: 'Text messages',
  email: 'Email',
  fax: 'Fax',
  pager: 'Pager',
  url: 'Website',
};
const USES: { readonly [use: string]: string } = {
  home: 'home',
  work: 'work',
  temp: 'temporary',
  mobile: 'mobile',
  old: 'no longer used',
  billing: 'billing',
};

/** The field in the words of our screens. `null`: no screen has words for it. */
export function fieldWords(type: string, [field, row]: readonly PathStep[]): string | null {
  if (typeof field !== 'string') return null;
  const [first = '', second = ''] = typeof row === 'object' ? row.key.split('|') : [];
  if (field === 'telecom') return placed(own(SYSTEMS, first) ?? 'Contact detail', second);
  if (field === 'address') return placed('Address', first);
  // An answer of a form goes by its item, and a line of the plan has words for each.
  if (field === 'item' && typeof row === 'object') return planFieldLabel(row.key);
  return own(LABELS[type] ?? {}, field) ?? own(LABELS['*'] ?? {}, field);
}

/** The path itself, for a field that has no words. */
export function rawFieldWords(path: readonly PathStep[]): string {
  return pathWords(path) || 'Record';
}

function placed(what: string, use: string): string {
  const place = own(USES, use);
  return place === null ? what : `${what} (${place})`;
}

function own(words: { readonly [key: string]: string }, key: string): string | null {
  return Object.hasOwn(words, key) ? (words[key] ?? null) : null;
}
