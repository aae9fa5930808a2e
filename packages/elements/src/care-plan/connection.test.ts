import { expect } from '@open-wc/testing';
import { deviceToTell } from '../../test/device-to-tell.ts';
import { Connection } from './connection.ts';

describe('whether a server answers', () => {
  it('is known from the device, and not before it has said so', () => {
    const told: boolean[] = [];
    const connection = new Connection((isOnline) => told.push(isOnline));
    const { device, say } = deviceToTell();
    connection.follow(device);
    expect(connection.isOnline).to.equal(false);
    say('answers');
    say('unreachable');
    say('none');
    expect(told).to.deep.equal([true, false, true]);
  });

  it('is asked of another device anew, and a former one is not heard any more', () => {
    const told: boolean[] = [];
    const connection = new Connection((isOnline) => told.push(isOnline));
    const [former, next] = [deviceToTell(), deviceToTell()];
    connection.follow(former.device);
    former.say('answers');
    connection.follow(next.device);
    expect(connection.isOnline).to.equal(false);
    expect(former.heard[0]?.signal.aborted).to.equal(true);
    former.say('answers');
    expect([told, connection.isOnline]).to.deep.equal([[true], false]);
    connection.follow(next.device);
    expect(next.heard, 'asked once').to.have.length(1);
  });

  it('is heard of from the browser where there is no device, for as long as the card is there', () => {
    const told: boolean[] = [];
    const connection = new Connection((isOnline) => told.push(isOnline));
    connection.listen();
    for (const kind of ['online', 'offline']) dispatchEvent(new Event(kind));
    expect(told).to.have.length(2);
    expect(connection.isOnline).to.equal(navigator.onLine);
    const { device, heard } = deviceToTell();
    connection.follow(device);
    connection.stop();
    for (const kind of ['online', 'offline']) dispatchEvent(new Event(kind));
    expect(told).to.have.length(2);
    expect(heard[0]?.signal.aborted).to.equal(true);
  });
});
