import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { Bot, OwnDatabase } from '../support/bot.js';
import { actionsOf, answersIn, wordsIn } from '../support/clerk.js';
import { CALLER, heard, REST, startWithOneCase, type OneCase, type Town } from '../support/town.js';

describe('Presses by the wrong person, of the wrong thing, or forged', () => {
  let scene: OneCase;
  let bot: Bot;
  let database: OwnDatabase;
  let town: Town;
  let ref: string;
  let id: string;
  beforeAll(async () => {
    scene = await startWithOneCase('accepted');
    ({ bot, database, town, ref } = scene);
    id = (await bot.rightsdesk.desk.requests.byRef(ref))?.id ?? '';
  }, 60_000);
  afterAll(() => scene.ends());
  const steps = async () => (await bot.rightsdesk.desk.requests.history(id)).length;
  const audited = async (what: string) => {
    const client = await MongoClient.connect(database.uri);
    const found = await client.db().collection('audit').find({ what }).toArray();
    await client.close();
    return found.map(({ by, requestId, codes }) => ({ by: String(by), requestId: String(requestId), ...(codes as object) }));
  };

  it('SEC-12 a press by the wrong role is a plain no with its clause; nothing is recorded and the attempt is logged', async () => {
    const { dev, rosa, sam } = town;
    const before = await steps();
    const confirm = await dev.prepares(ref, 'confirm-identity', { evidence: 'ID_PASSPORT' });
    const byRosa = await rosa.presses(confirm.verb, confirm.data);
    expect(wordsIn(byRosa.card)).toContain('This is for the DIAO.');
    expect(wordsIn(byRosa.card)).toContain('§2.4.3');
    expect(wordsIn(byRosa.card)).toContain('Nothing was recorded.');
    const bySam = await sam.presses(confirm.verb, { ...confirm.data, role: 'DIAO', by: 'dev', from: 'dev', person: { id: 'dev' } });
    expect(wordsIn(bySam.card)).toContain('This is for the DIAO.');
    expect(await steps()).toBe(before);
    expect(await audited('refused')).toContainEqual({ by: 'rosa', requestId: id, step: 'confirm-identity', code: 'not-your-step' });
    expect(await audited('refused')).toContainEqual({ by: 'sam', requestId: id, step: 'confirm-identity', code: 'not-your-step' });
  });

  it('SEC-14 INT-18 a stranger learns nothing of a case, by whichever button or command', async () => {
    const mal = await bot.person({ id: 'mal', name: 'Mal Outsider' }, [{ role: 'DIAO', directorate: 'CHILD' }]);
    const { version } = (await bot.rightsdesk.desk.requests.byId(id)) ?? { version: 0 };
    const data = {
      r: id,
      v: version,
      k: 'key',
      n: 1,
      s: 'add-a-note',
      correctionReason: 'x',
      note: 'x',
      noteOn: '2026-11-23',
      reason: 'x',
    };
    const verbs = ['open', 'form', 'why', 'history', 'correct', 'correct-form', 'letter', 'add-a-note', 'accept', 'not-ours'];
    for (const verb of [...verbs, 'correct-an-earlier-step', 'report-a-request']) {
      const pressed = await mal.presses(verb, data);
      const told = `${wordsIn(pressed.card)} ${pressed.text ?? ''}`;
      for (const secret of [CALLER, heard.contact, 'Housing', 'Dev Diao', ref]) expect(`${verb}: ${told}`).not.toContain(secret);
    }
    for (const typed of [`case ${ref}`, `why ${ref}`, `search ${ref}`, `search ${CALLER}`, 'my work']) {
      const words = (await mal.says(typed)).map((post) => wordsIn(post.card)).join();
      for (const secret of [CALLER, heard.contact, 'Dev Diao']) expect(words).not.toContain(secret);
      expect(words).not.toMatch(/Due in|Validating/);
    }
    expect(await steps()).toBe(3);
    const opened = await mal.opens(town.housing);
    expect(opened.text).toContain('This case is for the DIAO of Housing.');
    expect(await audited('refused')).toContainEqual({ by: 'mal', requestId: id, step: 'open', code: 'not-visible' });
  });

  it('SEC-14 the reporter cannot read, through the form for corrections, what others recorded', async () => {
    const { dev, sam, rosa } = town;
    await dev.takes(ref, 'add-a-note', { note: 'Neighbour is a witness.' });
    const { version } = (await bot.rightsdesk.desk.requests.byId(id)) ?? { version: 0 };
    const pressed = await sam.presses('correct-form', { r: id, v: version, k: 'key', n: version });
    expect(wordsIn(pressed.card)).toContain('cannot be put right by you');
    expect(JSON.stringify(pressed.card)).not.toContain('witness');
    const forged = { r: id, v: version, k: 'key2', n: version, note: 'changed', noteOn: '2026-11-23', correctionReason: 'x' };
    expect(wordsIn((await sam.presses('correct-an-earlier-step', forged)).card)).toContain('cannot be put right by you');
    expect(await audited('refused')).toContainEqual({ by: 'sam', requestId: id, step: 'correct-an-earlier-step', code: 'not-your-step' });
    expect(wordsIn((await rosa.presses('correct-form', { r: id, v: version, k: 'key', n: version })).card)).toContain(
      'Correct: add a note',
    );
  });

  it('an unknown verb, an unknown request, an unknown step and an empty press are answered in words', async () => {
    const { dev } = town;
    const data = { r: id, v: 4, k: 'key' };
    const odd: [string, Record<string, unknown>][] = [
      ['destroy-everything', data],
      ['__proto__', data],
      ['constructor', {}],
      ['', {}],
      ['accept', { ...data, r: 'no-such-request' }],
      ['open', { r: 'no-such-request' }],
      ['form', { ...data, s: 'no-such-step' }],
      ['form', { ...data, s: 'answer-a-search', i: 't99' }],
      ['correct-form', { ...data, n: 99 }],
      ['correct-form', { ...data, n: -1 }],
      ['grant-role', { a: 'no-such-ask' }],
      ['record-report', { d: 'no-such-draft' }],
      ['letter', {}],
    ];
    for (const [verb, sent] of odd) {
      const pressed = await dev.presses(verb, sent);
      expect(pressed.status).toBe(200);
      const told = `${verb}: ${wordsIn(pressed.card)}${pressed.text ?? ''}`;
      expect(told).toMatch(/There is no|not possible here|Not yet|cancelled/);
      expect(told).not.toContain('the fault is ours');
    }
  });

  it('data of the wrong shape counts as missing: objects, lists, huge numbers, extra keys', async () => {
    const { sam, rosa } = town;
    const shapes: Record<string, unknown>[] = [
      { r: { $gt: '' }, v: 1, k: 'k' },
      { r: [id], v: 1, k: 'k' },
      { r: id, v: { $gte: 0 }, k: { $ne: 1 } },
      { r: id, v: 1e308, k: 'x'.repeat(5000), i: { $gt: '' } },
      { r: 'x'.repeat(5000), v: 'NaN', k: null },
      { __proto__: { admin: true }, constructor: 'x', r: id, v: '4', k: 'k', stage: 'CLOSED', state: { stage: 'CLOSED' } },
    ];
    for (const data of shapes) {
      const pressed = await rosa.presses('add-a-note', { ...data, note: { $ne: '' }, noteOn: ['2026-11-23'] });
      expect(wordsIn(pressed.card)).not.toContain('the fault is ours');
      expect(pressed.text ?? '').not.toContain('the fault is ours');
    }
    const draft = { d: { $gt: '' }, ...REST, ...heard, requesterName: { $gt: '' }, words: ['all'], reporter: 'ines', stage: 'CLOSED' };
    const back = await sam.presses('review-report', draft);
    expect(wordsIn(back.card)).toContain('Who is asking? · What did they ask for, in their own words?');
    expect(await bot.rightsdesk.desk.requests.byRef(ref)).toMatchObject({ state: { stage: 'VALIDATING' } });
  });

  it('SEC-14 the draft of somebody else can be neither read, changed, recorded nor deleted', async () => {
    const { sam, rosa } = town;
    await sam.presses('review-report', { d: 'draft-of-sam', ...REST, ...heard, requesterName: 'Kim Example' });
    for (const verb of ['edit-report', 'record-report', 'cancel-report'])
      expect(JSON.stringify((await rosa.presses(verb, { d: 'draft-of-sam' })).card)).not.toContain('Kim Example');
    const forged = await rosa.presses('review-report', { d: 'draft-of-sam', ...REST, ...heard, requesterName: 'Lou Example' });
    const record = actionsOf(forged.card).find((a) => a['verb'] === 'record-report')?.['data'] as Record<string, unknown>;
    expect(record['d']).not.toBe('draft-of-sam');
    const edit = await sam.presses('edit-report', { d: 'draft-of-sam' });
    expect(answersIn(edit.card)).toMatchObject({ requesterName: 'Kim Example' });
    expect(wordsIn((await sam.presses('record-report', { d: 'draft-of-sam' })).card)).toMatch(/DR-2026-\d{4}/);
    expect(wordsIn((await rosa.presses('record-report', { d: 'draft-of-sam' })).card)).not.toMatch(/DR-2026-\d{4}/);
  });
});
