/** Rows of a resident did not open. They have to be put aside before anything else is written (SPEC D5). */
export class BrokenRows extends Error {
  override readonly name = 'BrokenRows';
  readonly resident: string;

  constructor(resident: string, cause: unknown) {
    super('Rows of a resident do not open.', { cause });
    this.resident = resident;
  }
}
