import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { someoneAsks, type Asked } from '../support/requesters.js';

const GOOD = {
  letter: 'SIGNED,DATED,NAMED',
  letterDated: '2026-11-20',
  ids: 'SUBJECT,AGENT',
  satisfiedBy: 'phoned Jo on the number we hold',
};
const VALID = { right: 'ACCESS', checks: 'PERSONAL_DATA,VERIFIED,LOCATABLE', address: 'MATCHES' };

describe('A solicitor asks for a tenant, and her letter of authority comes late', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await someoneAsks({ requesterName: 'Sol Icitor', behalf: 'OTHER', subjectName: 'Jo Example' });
  }, 60_000);
  afterAll(() => asked.bot.stop());

  it('REP-01 REP-15 §1.2.3 the DIAO says who is asking before anything else, and only what belongs to an agent is asked', async () => {
    const { town, ref } = asked;
    const card = await town.dev.asksFor(ref);
    expect(card).toContain('Say who is asking, and for whom.');
    expect(card).toContain('An agent, such as a solicitor, it seems');
    const { card: form } = await town.dev.does('Say who is asking…');
    expect(JSON.stringify(form)).toContain('social services');
    expect(JSON.stringify(form)).not.toContain('How old is the child');
    await town.dev.takes(ref, 'who-is-asking', { requester: 'AGENT', relation: 'solicitor' });
    expect((await asked.state()).facts).toMatchObject({ requester: 'AGENT', careSigns: 'NONE' });
  });

  it('REP-02 CLK-02 LTR-03 §2.6.1(c) the clock waits for the authority that was asked for, and starts the day it arrives', async () => {
    const { town, ref } = asked;
    await town.dev.says(`case ${ref}`);
    await town.dev.does('Ask for what is missing…');
    const form = town.dev.reads();
    expect(form).toContain('A letter of authority from the person whose data it is');
    expect(form).not.toContain('power of attorney');
    await town.dev.takes(ref, 'ask-for-what-is-missing', { items: 'authority' });
    expect(await asked.clockSays()).toMatchObject({ start: null, state: 'not-started' });
    expect(await town.dev.asksFor(ref)).toContain('held for proof that they may ask');
    await asked.advance('2026-11-27');
    await town.rosa.takes(ref, 'record-what-arrived', { items: 'authority', arrivedOn: '2026-11-26', document: 'AUTH_LETTER' });
    expect(await asked.clockSays()).toMatchObject({ start: '2026-11-26', due: '2026-12-29' });
  });

  it('REP-04 REP-03 §2.4.3 a letter that is not signed and dated by the person, or one identity alone, is not enough', async () => {
    const { dev } = asked.town;
    expect(await asked.says(dev, 'check-the-authority', { ...GOOD, letter: 'SIGNED,DATED' })).toContain(
      'All three make a letter of authority',
    );
    expect(await asked.says(dev, 'check-the-authority', { ...GOOD, ids: 'AGENT' })).toContain('Both are needed');
    expect((await asked.state()).facts['authorityOn']).toBeUndefined();
  });

  it('REP-05 §1.2.3 on doubt Information Governance is asked, and the answer stays on the case', async () => {
    const { town, ref, bot } = asked;
    await town.dev.takes(ref, 'ask-ig-about-the-authority', { question: 'The signature looks odd' });
    await bot.quiet();
    expect(town.ines.reads()).toContain('A question for Information Governance.');
    await town.ines.takes(ref, 'answer-the-question', { advised: 'ADVISED', basis: '§1.2.3', advice: 'Phone the tenant' }, 'q1');
    await bot.quiet();
    expect(town.dev.reads()).toContain('Information Governance has answered.');
    expect((await asked.state()).items['advice']?.['q1']).toMatchObject({ kind: 'AUTHORITY', answeredBy: 'ines' });
  });

  it('REP-02 REP-03 §1.2.3 nothing goes on in her name before it is settled; once it is, the case goes on', async () => {
    const { town, ref } = asked;
    await town.dev.takes(ref, 'confirm-identity', { evidence: 'ID_PASSPORT' });
    expect(town.dev.buttons()).not.toContain('Confirm that it is valid…');
    expect(await asked.says(town.dev, 'check-the-authority', GOOD)).toContain(
      'Letter of authority, seen Fri 27 Nov 2026: phoned Jo on the number we hold',
    );
    await town.dev.takes(ref, 'confirm-the-request-is-valid', VALID);
    expect(JSON.stringify(await asked.state())).not.toContain('phoned Jo');
  });
});

describe('A husband asks for his wife, whom adult services know', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await someoneAsks({ requesterName: 'Hal Husband', behalf: 'OTHER', subjectName: 'Wilma Example' });
  }, 60_000);
  afterAll(() => asked.bot.stop());

  it('REP-06 §1.2.3 extra care is asked for in a banner, and what they are to each other is recorded', async () => {
    const { dev } = asked.town;
    const { ref } = asked;
    expect(await asked.says(dev, 'who-is-asking', { requester: 'RELATIVE', careSigns: 'ADULT' })).toContain(
      'Say what they are to each other.',
    );
    const card = await asked.says(dev, 'who-is-asking', { requester: 'RELATIVE', relation: 'husband', careSigns: 'ADULT' });
    expect(card).toContain('Take extra care: a husband, wife, partner or relative has no right to ask by being one.');
    expect(card).toContain('A spouse, partner or relative; husband');
    expect(await dev.asksFor(ref)).toContain('Take extra care');
  });

  it('REP-12 §1.2.3 the department that knows her is asked first whether she can authorise somebody', async () => {
    const { town, ref } = asked;
    const card = await town.dev.asksFor(ref);
    expect(card).toContain('Ask the department that knows the person whether they can authorise somebody');
    expect(town.dev.buttons()).not.toContain('Check the authority…');
    await town.dev.takes(ref, 'record-the-capacity', { capacity: 'LACKS', capacityBy: 'Ada Adult, adult services' });
    expect(await asked.says(town.dev, 'check-the-authority', GOOD)).toContain('They cannot authorise anybody');
    expect((await asked.state()).facts['authorityOn']).toBeUndefined();
  });

  it('REP-02 CLK-08 §1.2(9) without authority it may be refused, with reasons, review, regulator and court', async () => {
    const { town, ref } = asked;
    await town.dev.takes(ref, 'refuse-who-asks', { whyTold: 'You have not shown us that you may ask for her.' });
    await town.dev.says(`case ${ref}`);
    await town.dev.does('Letters');
    expect(town.dev.reads()).toContain('Refusal: nothing can be given');
    await town.dev.takes(ref, 'refuse-the-request', { method: 'SPECIAL_DELIVERY', proof: 'tracking 4711' });
    expect((await asked.state()).facts).toMatchObject({ result: 'REFUSED_ENTITLEMENT' });
  });
});
