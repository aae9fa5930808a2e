import type { FormDefinition } from '@ehch/clinical/form';
import { formFromQuestionnaire } from '@ehch/sdk/forms';

/** A form from a file, and the words about it for the person. */
export interface ImportedFile {
  readonly form: FormDefinition | null;
  readonly words: string;
}

export async function importForm(file: Blob): Promise<ImportedFile> {
  let json: unknown;
  try {
    json = JSON.parse(await file.text());
  } catch {
    // No error of ours: the person chose the wrong file, and the page says so.
    return { form: null, words: 'This file is not JSON, so there is no form in it.' };
  }
  const { form, refused } = formFromQuestionnaire(json);
  if (form === null) return { form, words: refused.map(({ words }) => words).join(' ') };
  const about = form.limits === undefined ? '' : ' What of it is not carried out here is said in it.';
  return { form, words: `Opened: ${form.title}.${about}` };
}
