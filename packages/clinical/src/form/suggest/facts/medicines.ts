import type { ResidentView } from '../../../resident/view.ts';
import { medicineCounts } from '../../../rules/medicine-counts.ts';
import { listAsOf, wholeList, type FactReaders } from '../recorded-fact.ts';

const COUNTED = 'lines of the medicine list that are taken regularly, creams and short courses among them';

/** How many medicines are taken regularly. [P] Lines are no count of ingredients, and the words say so. */
export const medicineFacts: FactReaders = {
  'regular-medicine-count': (view) => {
    const count = regular(view);
    return count === null ? null : fact(view, count, `${count} ${COUNTED}`);
  },
  'regular-medicine-counted': (view) => (regular(view) === null ? null : fact(view, COUNTED, COUNTED)),
};

/** `null` where a part of the list is missing or does not say how it is taken: the number would be too small. */
function regular(view: ResidentView): number | null {
  const list = wholeList(view, 'medicines');
  if (list === null) return null;
  const { regular, useNotStated, pastItsEnd } = medicineCounts(list.medicines);
  return useNotStated > 0 || pastItsEnd > 0 ? null : regular;
}

function fact(view: ResidentView, value: number | string, text: string) {
  return { value, text, on: listAsOf(view, 'medicines'), source: view.sourceLabel };
}
