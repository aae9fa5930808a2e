import type { ResidentId } from '@ehch/clinical';
import type { RecordChange, ResourceKey, StoredResource } from '@ehch/store';
import { keyOf } from '@ehch/store';
import { withinBase } from '../http/within-base.ts';
import { pageRows } from '../pages/page-rows.ts';
import { askPage, saysGone, type AskContext } from '../steps/ask.ts';
import { residentOf } from './resident-of.ts';

/** A copy of a resident's that was missing from a list. */
export interface AbsentCopy extends Pick<StoredResource, 'type' | 'id' | 'updated'> {
  readonly resident: ResidentId;
}

/** What the server says of resources that were missing from a list. */
export interface Confirmed {
  /** It says that these are gone. */
  readonly deleted: RecordChange['deleted'];
  /** These are still there: the list lagged, or they no longer fit its search. */
  readonly present: readonly StoredResource[];
  /** It refuses these now. */
  readonly refused: readonly ResourceKey[];
  /** These are somebody else's now. Their text is kept under the key of whose they are, and nowhere else. */
  readonly moved: readonly ResourceKey[];
}

/** Reads at once and in one go: a list that lost more than this is more likely a server in trouble. */
const MOST_READS = 20;

/**
 * Asks for each resource by its id, because absence from a list is no deletion (SPEC L5): only 404 or 410 is. What the server
 * says nothing about stays as it is.
 */
export async function confirmAbsence(context: AskContext, absent: readonly AbsentCopy[]): Promise<Confirmed> {
  const answers = await Promise.all(absent.slice(0, MOST_READS).map((one) => readAgain(context, one)));
  return {
    deleted: answers.flatMap((one) => (one.said === 'gone' ? [one.gone] : [])),
    present: answers.flatMap((one) => (one.said === 'there' ? one.rows : [])),
    refused: answers.flatMap((one) => (one.said === 'refused' ? [one.key] : [])),
    moved: answers.flatMap((one) => (one.said === 'moved' ? [one.key] : [])),
  };
}

type Said =
  | { readonly said: 'gone'; readonly gone: RecordChange['deleted'][number] }
  | { readonly said: 'there'; readonly rows: readonly StoredResource[] }
  | { readonly said: 'refused' | 'moved'; readonly key: ResourceKey }
  | { readonly said: 'nothing' };

async function readAgain(context: AskContext, one: AbsentCopy): Promise<Said> {
  const { resident, type, id, updated } = one;
  const url = withinBase(context.base, `${type}/${encodeURIComponent(id)}`);
  const page = await askPage(context, url, type, null);
  if (page.state === 'loaded') {
    const [row] = pageRows(page.response.text, page.value, context.base);
    // A server or proxy that answers with another resource has said nothing about this one.
    if (row?.stored.id !== id) return { said: 'nothing' };
    if (residentOf(row, context.base, new Set([resident])) === null)
      return { said: 'moved', key: keyOf(one) };
    return { said: 'there', rows: [row.stored] };
  }
  if (page.state === 'withheld') return { said: 'refused', key: keyOf(one) };
  return saysGone(page) ? { said: 'gone', gone: { key: keyOf(one), updated } } : { said: 'nothing' };
}
