import type { Instrument } from '../instrument.ts';
import type { FormDefinition } from './definition.ts';

/** The part of an instrument that a form is made of. */
export type AskedInstrument = Pick<Instrument, 'id' | 'title' | 'version' | 'source' | 'items'>;

/** An instrument as a form: one group with its items, whose ids become `<instrument>/<item>`. */
export function formOfInstrument(instrument: AskedInstrument): FormDefinition {
  const { id, title, version, items } = instrument;
  return { id, title, version, items: [{ id, type: 'group', text: title, instrument: id, items }] };
}
