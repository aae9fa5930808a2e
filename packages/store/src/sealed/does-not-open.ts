import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';

/**
 * For the `catch` of a row that does not open: it was damaged, or moved (SPEC D5). An error of our own, such as a lock in
 * the middle, says nothing about the row, and goes on to the caller.
 */
export function doesNotOpen(error: unknown): null {
  if (error instanceof EhchError) throw error;
  reportCaught(error, 'store/row');
  return null;
}
