import { templateOf } from '@ehch/clinical/assessment';
import { formOfInstrument, type FormDefinition } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';

/** An instrument or assessment template of the kit, by its id; `null`: there is none of this id, or not in this version. */
export function formById(id: string, version?: string): FormDefinition | null {
  const instrument = instruments.find((each) => each.id === id);
  const form = instrument === undefined ? templateOf(id, version) : formOfInstrument(instrument);
  return form === null || (version !== undefined && form.version !== version) ? null : form;
}
