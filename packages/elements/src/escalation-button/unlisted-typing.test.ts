import { expect } from '@open-wc/testing';
import { UnlistedTyping } from './unlisted-typing.ts';

function typed(fields: Partial<Record<'name' | 'born' | 'room', string>>): UnlistedTyping {
  const typing = new UnlistedTyping();
  typing.take({ kind: 'not-listed' });
  for (const [field, text] of Object.entries(fields) as ['name' | 'born' | 'room', string][])
    expect(typing.take({ kind: 'type-unlisted', field, text })).to.equal(false);
  return typing;
}

describe('somebody on no list, as they are typed', () => {
  it('are somebody only once they have a name and whoever types goes on', () => {
    const typing = typed({ name: 'Joan Bell' });
    expect(typing.person).to.equal(null);
    expect(typing.take({ kind: 'go-on-unlisted' })).to.equal(true);
    expect(typing.person).to.deep.equal({ name: 'Joan Bell', born: null, room: null });
    expect(typing.entry).to.equal(null);
    expect(typing.take({ kind: 'go-on-unlisted' }), 'nobody is given twice').to.equal(false);
  });

  it('are nobody by a name of spaces', () => {
    const typing = typed({ name: '  ', room: '7' });
    expect(typing.take({ kind: 'go-on-unlisted' })).to.equal(false);
    expect(typing.person).to.equal(null);
    expect(typing.entry?.room, 'what was typed stays').to.equal('7');
  });

  it('have no date of birth and no room where only spaces were typed, which is not known', () => {
    const typing = typed({ name: ' Joan Bell ', born: ' ', room: ' 7 ' });
    typing.take({ kind: 'go-on-unlisted' });
    expect(typing.person).to.deep.equal({ name: 'Joan Bell', born: null, room: '7' });
  });

  it('are put away by going back, and the next one begins with empty fields', () => {
    const typing = typed({ name: 'Joan Bell', room: '7' });
    expect(typing.take({ kind: 'leave-unlisted' })).to.equal(false);
    expect([typing.entry, typing.person]).to.deep.equal([null, null]);
    expect(typing.take({ kind: 'not-listed' })).to.equal(false);
    expect(typing.entry).to.deep.equal({ name: '', born: '', room: '' });
  });
});
