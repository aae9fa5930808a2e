import { templateOf } from '@ehch/clinical/assessment';
import { formOfInstrument, type FormDefinition } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';

/**
 * Returns the kit's instrument or assessment template with this id; `null` if there is none, or not in this version.
 */
export function formById(id: string, version?: string): FormDefinition | null {
  const instrument = instruments.find((each) => each.id === id);
  const form = instrument === undefined ? templateOf(id, version) : formOfInstrument(instrument);
  return form === null || (version !== undefined && form.version !== version) ? null : form;
}
