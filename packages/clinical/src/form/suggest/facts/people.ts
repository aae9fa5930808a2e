import { recordedIn, type RowReader } from '../recorded-fact.ts';

/** Whom the record calls next of kin, and who still is. */
export const kinRows: RowReader = (view) =>
  (recordedIn(view, 'people')?.contacts ?? [])
    .filter(({ roles, until }) => until === null && roles.some((role) => /^next of kin$/i.test(role.trim())))
    .map(({ name, relation, on, source }) => ({
      says: { 'kin-name': name, ...(relation === null ? {} : { 'kin-relation': relation }) },
      text: relation === null ? name : `${name}, ${relation}`,
      on,
      source: source.label,
      usefulMonths: 12,
    }));
