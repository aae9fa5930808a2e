import type { Caution, MoreInRecord } from '@ehch/clinical';
import { dayAsRead } from '../../dates.ts';
import { lines } from '../../text.ts';
import type { Held } from './record.ts';

/**
 * What must be shown beside a fact: its cautions, and the elements that its words leave out. The maps add to
 * it while they read. It starts with what is known of the resource.
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

  /** Records that the words of this fact leave an element out: "more in the record: body site". */
  leave(name: string, text: string | null | undefined = null): void {
    this.#add({ name, text: lines(text === null ? null : dayAsRead(text)) });
  }

  /** Adds what the words leave out of another record that the fact also uses, such as a Medication. */
  leaveFrom({ more, cautions }: Held): void {
    for (const element of more) this.#add(element);
    for (const caution of cautions) this.add(caution);
  }

  /**
   * A contained record already stands among the elements of the record around it, so the same element is
   * added once.
   */
  #add({ name, text }: MoreInRecord): void {
    if (!this.#more.some((each) => each.name === name && each.text === text)) this.#more.push({ name, text });
  }
}

/** Cautions for a fact about a resource, starting with those of the resource itself. */
export function cautionsFor(held: Held): Cautions {
  return new Cautions(held.cautions, held.more);
}
