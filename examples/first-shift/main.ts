import { EhchProvider, EscalationButton, ResidentSummary } from '@ehch/sdk';
import { drillOf } from '@ehch/sdk/drill';
import { placeFaultWords, readPlaceFile } from '@ehch/sdk/place';
import { demoClock } from '../gp-record/demo-clock.ts';
import { find } from '../gp-record/record-system.ts';

const { now } = (await (await fetch('/demo.json')).json()) as { readonly now: string };
const clock = demoClock(now);

// 1. The place as its people know it: the same ladder, the same hours.
const read = readPlaceFile(await (await fetch('/places/holmdale.json')).text(), { today: now.slice(0, 10) });
if (read.state === 'refused') throw new Error(read.faults.map(placeFaultWords).join('\n'));

// 2. A drill instead of `createEhch`. It has no server and no database: everything ends in the memory of this page.
const drill = drillOf({ place: read.place, clock: clock.now });
const provider = find('ehch-provider', EhchProvider);
provider.drill = drill;

// 3. Whoever practises chooses somebody who does not exist.
const button = find('ehch-escalation-button', EscalationButton);
const summary = find('ehch-resident-summary', ResidentSummary);
button.author = { name: 'Whoever practises', role: 'carer' };
const choices = drill.residents.map(({ id, title }) => {
  const choice = document.createElement('button');
  choice.type = 'button';
  choice.textContent = title;
  choice.addEventListener('click', () => choose(id));
  return { id, choice };
});
find('#residents').prepend(...choices.map(({ choice }) => choice));
const stranger = find('#stranger');
stranger.addEventListener('click', () => {
  choose(null);
  button.unlisted = { name: 'Flora Practice', born: '6 June 1943', room: '7' };
});

function choose(resident: string | null): void {
  button.unlisted = null;
  button.resident = summary.resident = resident;
  for (const { id, choice } of choices) choice.ariaPressed = String(id === resident);
  stranger.ariaPressed = String(resident === null);
}

choose(drill.residents[0]?.id ?? null);

// 4. The next person begins anew.
addEventListener('pagehide', () => drill.forget());
