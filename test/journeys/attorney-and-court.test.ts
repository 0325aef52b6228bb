import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { someoneAsks, type Asked } from '../support/requesters.js';

const POWER = { power: 'POA_CERT', purposes: 'property and affairs, and asking for records', checkResult: 'in force, names agree' };

describe('A carer asks for a neighbour who cannot decide, and brings a power of attorney later', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await someoneAsks({ requesterName: 'Cy Carer', behalf: 'OTHER', subjectName: 'Old Example' });
    await asked.town.dev.takes(asked.ref, 'who-is-asking', { requester: 'CARER', relation: 'neighbour' });
  }, 60_000);
  afterAll(() => asked.bot.stop());

  it('REP-14 LTR-03 CLK-02 §2.6.1(d) a power of attorney is asked for, and the clock waits for it', async () => {
    const { town, ref } = asked;
    expect(await town.dev.asksFor(ref)).toContain('Who cannot decide for themselves cannot authorise anybody.');
    await town.dev.does('Ask for what is missing…');
    expect(town.dev.reads()).toContain('A power of attorney or court order');
    await town.dev.does('Make the letter', { items: 'identity,attorney' });
    expect(town.dev.reads()).toContain('The letter is ready');
    await town.dev.takes(ref, 'ask-for-what-is-missing', { items: 'identity,attorney' });
    await asked.advance('2026-12-01');
    await town.rosa.takes(ref, 'record-what-arrived', { items: 'identity', arrivedOn: '2026-11-27', document: 'ID_PASSPORT' });
    expect(await asked.clockSays()).toMatchObject({ start: null });
    await town.rosa.takes(ref, 'record-what-arrived', { items: 'attorney', arrivedOn: '2026-11-30', document: 'POA_CERT' });
    expect(await asked.clockSays()).toMatchObject({ start: '2026-11-30', due: '2026-12-30' });
  });

  it('REP-13 REP-14 §1.2.3(6) its purposes and who certified it are recorded; only a solicitor counts', async () => {
    const { town, ref } = asked;
    await town.dev.takes(ref, 'who-is-asking', { requester: 'ATTORNEY', relation: 'attorney' });
    expect((await asked.clockSays()).start).toBe('2026-11-30');
    expect(await asked.says(town.dev, 'check-the-power', POWER)).toContain('A power of attorney must be a certified copy.');
    expect(await asked.says(town.dev, 'check-the-power', { ...POWER, certifiedBy: 'NOTARY' })).toContain('Choose one of those offered.');
    expect(await asked.says(town.dev, 'check-the-power', { ...POWER, purposes: '', certifiedBy: 'SOLICITOR' })).toContain(
      'An answer is needed.',
    );
  });

  it('REP-14 OP-28 §1.2.3(6) Information Governance may allow another certifier on a case', async () => {
    const { town, ref } = asked;
    await town.ines.takes(ref, 'allow-another-certifier', { certifier: 'NOTARY', certifierWhy: 'sealed by a notary public' });
    const card = await asked.says(town.dev, 'check-the-power', { ...POWER, certifiedBy: 'NOTARY' });
    expect(card).toContain('property and affairs, and asking for records');
    expect((await asked.state()).facts).toMatchObject({ power: 'POA_CERT', certifiedBy: 'NOTARY' });
    expect(JSON.stringify(await asked.state())).not.toContain('property and affairs');
  });
});

describe('Somebody appointed by the Court of Protection asks', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await someoneAsks({ requesterName: 'Cora Court', behalf: 'OTHER', subjectName: 'Old Example' });
  }, 60_000);
  afterAll(() => asked.bot.stop());

  it('REP-13 §1.2.3(6) the order is looked at and what it allows is kept; it needs no solicitor', async () => {
    const { town, ref } = asked;
    await town.dev.takes(ref, 'who-is-asking', { requester: 'COURT', relation: 'deputy' });
    expect(await town.dev.asksFor(ref)).toContain('Check the power of attorney or court order');
    const card = await asked.says(town.dev, 'check-the-power', { ...POWER, power: 'COP_ORDER', purposes: 'welfare and records' });
    expect(card).toContain('Court order, checked Mon 23 Nov 2026: welfare and records');
  });

  it('VAL-06 OP-44 §2.4.3 whoever acts for another shows a document, however well we know them', async () => {
    const { town, ref } = asked;
    const known = { evidence: 'ID_WORKMAIL', basis: 'known for years' };
    expect(await asked.says(town.dev, 'confirm-identity', known)).toContain('Whoever asks for somebody else shows a document.');
    await town.dev.takes(ref, 'confirm-identity', { evidence: 'ID_LICENCE' });
    expect(town.dev.buttons()).toContain('Confirm that it is valid…');
  });
});
