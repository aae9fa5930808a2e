import type { FormPress } from '@ehch/clinical';
import type { FormHandlers } from '../form/look.ts';

/** What a person does at the questions, as presses of the session. */
export function handlersFor(dispatch: (press: FormPress) => void): FormHandlers {
  return {
    answer: (key, values) => dispatch({ kind: 'answer', key, values }),
    notGiven: (key, state, reason) => dispatch({ kind: 'not-assessed', key, state, reason }),
    confirm: (key) => dispatch({ kind: 'confirm', key }),
    addRow: (group) => dispatch({ kind: 'add-row', group }),
    removeRow: (group, row) => dispatch({ kind: 'remove-row', group, row }),
    accept: (suggestion) => dispatch({ kind: 'use', suggestion }),
    why: (key) => dispatch({ kind: 'explain', key }),
    refused: (key, why) => dispatch({ kind: 'refuse-entry', key, why }),
  };
}
