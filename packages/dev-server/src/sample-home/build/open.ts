import type { Communication, Resource, Task } from '@medplum/fhirtypes';
import { text } from '../codes.ts';
import { organizationReference } from '../places.ts';
import { madeBy, type Resident } from '../resident.ts';
import type { OpenStory } from '../story.ts';

/** Writes the matters that wait for a person: worries of the home, actions of the plan, messages. */
export function open(resident: Resident): Resource[] {
  return (resident.story.open ?? []).flatMap((matter, n) => {
    if (matter.kind === 'worry') return worry(resident, matter, n);
    return matter.kind === 'action' ? [action(resident, matter, n)] : [message(resident, matter, n)];
  });
}

type Of<K extends OpenStory['kind']> = Extract<OpenStory, { kind: K }>;

/**
 * A worry is a Task for the practice. `requested`: nobody has seen it. `received`: a person pressed "seen".
 * `accepted`: a person answered, in a Communication that is based on the Task.
 */
function worry(resident: Resident, { ago, at, words, answer, seen }: Of<'worry'>, n: number): Resource[] {
  const { days, id, seed, patient, staff } = resident;
  const id0 = id('worry', n);
  const task: Task = {
    resourceType: 'Task',
    id: id0,
    meta: madeBy('UKCore-Task', 'home'),
    status: answer ? 'accepted' : seen === undefined ? 'requested' : 'received',
    intent: 'proposal',
    priority: 'urgent',
    code: text('Worry raised by the care home'),
    description: words,
    for: patient,
    authoredOn: days.at(ago, at),
    lastModified: days.at(ago, answer?.at ?? seen ?? at),
    requester: staff('carer'),
    owner: answer || seen !== undefined ? staff('gp') : organizationReference(seed, 'practice'),
  };
  if (!answer) return [task];
  const reply: Communication = {
    resourceType: 'Communication',
    id: id('reply', n),
    meta: madeBy('UKCore-Communication', 'practice'),
    status: 'completed',
    basedOn: [{ reference: `Task/${id0}` }],
    subject: patient,
    sent: days.at(ago, answer.at),
    sender: staff('gp'),
    recipient: [staff('carer')],
    payload: [{ contentString: answer.words }],
  };
  return [task, reply];
}

function action(resident: Resident, { ago, words, owner, dueIn }: Of<'action'>, n: number): Task {
  const { story, days, id, patient, staff } = resident;
  return {
    resourceType: 'Task',
    id: id('action', n),
    meta: madeBy('UKCore-Task', 'practice'),
    ...(story.plan ? { basedOn: [{ reference: `CarePlan/${id('plan')}` }] } : {}),
    status: 'in-progress',
    intent: 'plan',
    priority: 'routine',
    code: text('Action of the care plan'),
    description: words,
    for: patient,
    authoredOn: days.at(ago, '12:00'),
    lastModified: days.at(ago, '12:00'),
    requester: staff('gp'),
    owner: staff(owner),
    restriction: { period: { end: days.date(-dueIn) } },
  };
}

function message(
  { days, id, patient, staff, seed }: Resident,
  { ago, at, words }: Of<'message'>,
  n: number,
): Communication {
  return {
    resourceType: 'Communication',
    id: id('message', n),
    meta: madeBy('UKCore-Communication', 'home'),
    status: 'in-progress',
    subject: patient,
    sent: days.at(ago, at),
    sender: staff('nurse'),
    recipient: [organizationReference(seed, 'practice')],
    payload: [{ contentString: words }],
  };
}
