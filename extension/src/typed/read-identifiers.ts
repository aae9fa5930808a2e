import type { Identifiers } from '../messages/side.ts';
import { readTypedDate, type TypedDate } from './read-typed-date.ts';
import { readTypedNumber, type TypedNumber } from './read-typed-number.ts';

/** What stands in the fields, as typed. */
export interface Typed {
  readonly number: string;
  readonly chi: string;
  readonly family: string;
  readonly born: string;
}

/** Two identifiers that can be looked up, or the first field that is in the way, and why. */
export type ReadIdentifiers =
  | { readonly kind: 'identifiers'; readonly identifiers: Identifiers }
  | {
      readonly kind: 'refused';
      readonly field: 'number' | 'chi';
      readonly why: Extract<TypedNumber, { kind: 'refused' }>['why'];
    }
  | {
      readonly kind: 'refused';
      readonly field: 'born';
      readonly why: Extract<TypedDate, { kind: 'refused' }>['why'];
    }
  | { readonly kind: 'refused'; readonly field: 'number' | 'family'; readonly why: 'none-or-several' };

/** Guard: nobody is looked up by a number or a name alone. */
export function readIdentifiers(typed: Typed): ReadIdentifiers {
  const given = (['number', 'chi', 'family'] as const).filter((field) => typed[field].trim() !== '');
  const [field, ...more] = given;
  if (field === undefined || more.length > 0)
    return { kind: 'refused', field: field === undefined ? 'number' : 'family', why: 'none-or-several' };
  const number = field === 'family' ? null : readTypedNumber(typed[field], field === 'chi' ? 'chi' : 'nhs');
  if (number?.kind === 'refused' && field !== 'family') return { kind: 'refused', field, why: number.why };
  const date = readTypedDate(typed.born);
  if (date.kind === 'refused') return { kind: 'refused', field: 'born', why: date.why };
  const born = date.value;
  if (number?.kind !== 'number')
    return { kind: 'identifiers', identifiers: { by: 'name', family: typed.family.trim(), born } };
  const by = field === 'chi' ? 'chi-number' : 'nhs-number';
  return { kind: 'identifiers', identifiers: { by, number: number.value, born } };
}
