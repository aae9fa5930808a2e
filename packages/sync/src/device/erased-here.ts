import type { Settings } from '@ehch/store';

/** What was erased under an open page is told until a person has noted it. It is a number alone, so it lies in the settings. */
const NAME = 'erased';

/** How much of people's work went with what was erased, when it was last counted. `null`: nothing was erased. */
export async function erasedHere(settings: Settings): Promise<number | null> {
  const work = await settings.get(NAME);
  return typeof work === 'number' ? work : null;
}

/** Of two erasures that nobody has noted, the work of both is gone. */
export async function noteErased(settings: Settings, work: number): Promise<void> {
  await settings.set(NAME, ((await erasedHere(settings)) ?? 0) + work);
}

/** A person was told. */
export async function forgetErased(settings: Settings): Promise<void> {
  if ((await erasedHere(settings)) !== null) await settings.set(NAME, null);
}
