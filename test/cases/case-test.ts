/** A test of this repository: its file, and its title as it stands there. */
export interface CaseTest {
  readonly file: string;
  readonly title: string;
  /**
   * The row of a table that holds the case, where one title stands for many. `in`: the file of the table, if it
   * is another.
   */
  readonly row?: { readonly text: string; readonly in?: string };
}

const READER = 'packages/fhir/src/readers/r4/map';
export const FORMS = 'packages/fhir/src/questionnaire';
export const CLINICAL = 'packages/clinical/src';
export const WRITERS = 'packages/fhir/src/writers';

export const of = (file: string, title: string): CaseTest => ({ file: `${file}.test.ts`, title });
export const read = (file: string, title: string) => of(`${READER}/${file}`, title);
export const row = (test: CaseTest, text: string, table?: string): CaseTest => ({
  ...test,
  row: { text, ...(table !== undefined && { in: table }) },
});
export const none = (text: string) =>
  row(read('none-said', '"${text}" says that there is none of ${reach.join(\' and \')}'), `['${text}'`);
export const allergyCode = read(
  'none-said',
  'each code says what its table says, whatever words came with it',
);
export const example = (set: string, text: string) =>
  row(
    of(`${CLINICAL}/instruments/registry`, 'worked examples: ${set.name}'),
    text,
    `${CLINICAL}/instruments/${set}/${set}.vectors.ts`,
  );
export const path = (title: string) => of('packages/fhir/src/fhirpath/compile', title);
export const written = (title: string) => of(`${WRITERS}/write-assessment`, title);
export const reportedForm = (title: string) => of(`${FORMS}/reported-elsewhere`, title);
export const reported = (title: string) => of('test/cases/reported-elsewhere', title);
