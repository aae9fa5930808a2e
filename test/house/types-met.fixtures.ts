/** Input for the test of types-met. */
interface Inner {
  readonly at: string;
}
interface Outer {
  readonly inner: readonly Inner[];
}
interface Parameter {
  readonly of: Outer;
}
type Result = 'done';
interface Member {
  readonly at: string;
}
interface InBody {
  readonly at: string;
}
interface Private {
  readonly at: string;
}

export function call(parameter: Parameter): Result | null {
  const inBody: InBody = { at: parameter.of.inner[0]?.at ?? '' };
  return inBody.at === '' ? null : 'done';
}

export class Thing {
  member: Member | null = null;
  #hidden: Private | null = null;

  isHidden(): boolean {
    return this.#hidden !== null;
  }
}
