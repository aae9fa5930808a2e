import type { LeftHome, LocalResident, ResidentEntered, ResidentId } from '@ehch/clinical';
import { alikeResidents, faultsOfEntered, tidyEntered } from '@ehch/clinical/rules';
import type { AlikeResident, EnteredFault } from '@ehch/clinical/rules';
import type { CivilDate, PartialDate } from '@ehch/clinical/time';
import type { LocalHomePress } from './local-home-press.ts';

/** The fields of both forms. A date has three, because parts of it may not be known. */
export type EntryField = 'family' | 'given' | 'day' | 'month' | 'year' | 'nhs' | 'room';
export type Fields = Readonly<Record<EntryField, string>>;

/** A form that is open. `resident`: whom it is about; `null`: somebody new. */
export type OpenForm =
  | {
      readonly kind: 'entry';
      readonly resident: ResidentId | null;
      readonly fields: Fields;
      readonly faults: readonly EnteredFault[];
      /** Who has to be looked at before it is kept. */
      readonly alike: readonly AlikeResident[];
    }
  | {
      readonly kind: 'leaving';
      readonly resident: ResidentId;
      readonly why: LeftHome | null;
      readonly fields: Fields;
      readonly faults: readonly ('why' | 'date')[];
    };

/** What is on screen beside the list itself. */
export interface LocalHomeSession {
  readonly form: OpenForm | null;
  readonly isLeftShown: boolean;
}

export const CLOSED: LocalHomeSession = { form: null, isLeftShown: false };

/** What a press asks to be kept. */
export type Asked =
  | {
      readonly kind: 'entry';
      readonly resident: ResidentId | null;
      readonly person: ResidentEntered;
      readonly looked: readonly ResidentId[];
    }
  | {
      readonly kind: 'leaving';
      readonly resident: ResidentId;
      readonly why: LeftHome;
      readonly on: PartialDate | null;
    };

/** A press, on the list as it is known. */
export interface Known {
  readonly residents: readonly LocalResident[];
  readonly today: CivilDate;
}

const EMPTY: Fields = { family: '', given: '', day: '', month: '', year: '', nhs: '', room: '' };

/** The next session, and what is to be kept; `null`: nothing yet. */
export function step(
  session: LocalHomeSession,
  press: LocalHomePress,
  known: Known,
): { readonly session: LocalHomeSession; readonly asked: Asked | null } {
  const only = (form: OpenForm | null) => ({ session: { ...session, form }, asked: null });
  const { form } = session;
  switch (press.kind) {
    case 'add':
      return only({ kind: 'entry', resident: null, fields: EMPTY, faults: [], alike: [] });
    case 'correct': {
      const resident = known.residents.find((one) => one.resident === press.resident);
      if (resident === undefined) return only(form);
      return only({
        kind: 'entry',
        resident: resident.resident,
        fields: fieldsOf(resident),
        faults: [],
        alike: [],
      });
    }
    case 'take-off':
      return only({ kind: 'leaving', resident: press.resident, why: null, fields: EMPTY, faults: [] });
    case 'type':
      return only(typed(form, press.field, press.text));
    case 'choose-why':
      return only(form?.kind === 'leaving' ? { ...form, why: press.why } : form);
    case 'keep':
      if (form?.kind === 'leaving') return keepLeaving(session, form, known);
      return form === null ? only(null) : keepEntry(session, form, known, false);
    case 'other-people':
      return form?.kind === 'entry' ? keepEntry(session, form, known, true) : only(form);
    case 'cancel':
      return only(null);
    case 'show-left':
      return { session: { ...session, isLeftShown: press.shown }, asked: null };
    case 'show-resident':
      return only(form);
  }
}

function typed(form: OpenForm | null, field: EntryField, text: string): OpenForm | null {
  if (form === null) return null;
  const fields = { ...form.fields, [field]: text };
  // What was looked at was about the former words.
  return form.kind === 'entry' ? { ...form, fields, alike: [] } : { ...form, fields };
}

function keepEntry(
  session: LocalHomeSession,
  form: Extract<OpenForm, { kind: 'entry' }>,
  { residents, today }: Known,
  hasLooked: boolean,
): ReturnType<typeof step> {
  const entered = enteredOf(form.fields);
  const faults = faultsOfEntered(entered, today);
  const alike = faults.length > 0 ? [] : alikeResidents(entered, residents, form.resident);
  if (faults.length > 0 || (alike.length > 0 && !hasLooked))
    return { session: { ...session, form: { ...form, faults, alike } }, asked: null };
  const person = tidyEntered(entered, today);
  const looked = alike.map(({ resident }) => resident);
  return {
    session: { ...session, form: { ...form, faults, alike } },
    asked: { kind: 'entry', resident: form.resident, person, looked },
  };
}

function keepLeaving(
  session: LocalHomeSession,
  form: Extract<OpenForm, { kind: 'leaving' }>,
  { today }: Known,
): ReturnType<typeof step> {
  const { why, resident, fields } = form;
  const on = dateOf(fields);
  const isDate = on === null || isPast(on, today);
  const faults = [...(why === null ? (['why'] as const) : []), ...(isDate ? [] : (['date'] as const))];
  if (why === null || faults.length > 0)
    return { session: { ...session, form: { ...form, faults } }, asked: null };
  return {
    session: { ...session, form: { ...form, faults } },
    asked: { kind: 'leaving', resident, why, on },
  };
}

/** A day of leaving obeys the same rules as one of birth: a date that can be, and not after today. */
function isPast(on: PartialDate, today: CivilDate): boolean {
  const person = { family: 'a', given: ['b'], born: on, nhsNumber: null, room: null };
  return faultsOfEntered(person, today).length === 0;
}

function enteredOf({ family, given, nhs, room, ...date }: Fields): ResidentEntered {
  return {
    family,
    given: given.split(/\s+/).filter((name) => name !== ''),
    born: dateOf(date),
    nhsNumber: nhs.trim() === '' ? null : nhs,
    room: room.trim() === '' ? null : room,
  };
}

/** The date as far as it was typed. A part without the next larger one gives no date that can be. `null`: nothing was typed. */
function dateOf({ day, month, year }: Pick<Fields, 'day' | 'month' | 'year'>): PartialDate | null {
  const parts = [year.trim(), two(month), two(day)];
  if (parts.every((part) => part === '')) return null;
  const last = parts.findLastIndex((part) => part !== '');
  return parts.slice(0, last + 1).join('-');
}

const two = (part: string): string => (part.trim() === '' ? '' : part.trim().padStart(2, '0'));

function fieldsOf({ name, born, nhsNumber, room }: LocalResident): Fields {
  const [year = '', month = '', day = ''] = (born ?? '').split('-');
  return {
    family: name?.family ?? '',
    given: (name?.given ?? []).join(' '),
    day,
    month,
    year,
    nhs: 'value' in nhsNumber ? nhsNumber.value : '',
    room: room ?? '',
  };
}
