import type { Caution, MoreInRecord } from '@ehch/clinical';
import { lines } from '../../text.ts';
import type { Held } from './record.ts';

/**
 * What is to be said beside a fact, gathered while it is being read: its cautions, and what of the record its words leave
 * out. It starts with what is known of its resource.
 */
export class Cautions extends Set<Caution> {
  readonly #more: MoreInRecord[];

  constructor(cautions: Iterable<Caution> = [], more: readonly MoreInRecord[] = []) {
    super(cautions);
    this.#more = [...more];
  }

  get more(): readonly MoreInRecord[] {
    return this.#more;
  }

  /** Says that an element was read, and that the words of this fact leave it out: "more in the record: body site". */
  leave(name: string, text: string | null | undefined = null): void {
    this.#add({ name, text: lines(text) });
  }

  /** What the words leave out of another record that this fact is told from, such as a Medication. */
  leaveFrom({ more, cautions }: Held): void {
    for (const element of more) this.#add(element);
    for (const caution of cautions) this.add(caution);
  }

  /** A contained record is told with the record around it already. */
  #add({ name, text }: MoreInRecord): void {
    if (!this.#more.some((each) => each.name === name && each.text === text)) this.#more.push({ name, text });
  }
}

export function cautionsFor(held: Held): Cautions {
  return new Cautions(held.cautions, held.more);
}
