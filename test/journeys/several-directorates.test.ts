import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, CALLER, heard, report, settle, type Town } from '../support/town.js';

let bot: Bot;
let town: Town;
let cara: Clerk;
let finn: Clerk;

beforeAll(async () => {
  bot = await startBot();
  town = await settle(bot);
  cara = await bot.person({ id: 'cara', name: 'Cara Complaints' }, [{ role: 'CCU' }]);
  finn = await bot.person({ id: 'finn', name: 'Finn Finance' }, [{ role: 'DIAO', directorate: 'FIN' }]);
}, 30_000);
afterAll(() => bot.stop());

const five = 'My rent and arrears, council tax, my school place, payroll from when I worked for you, and planning letters';

describe('a request that touches several directorates', () => {
  it('ASG-14 ASG-15 LTR-16 §2.3.4 goes from the contact centre to CCU, who choose the lead by the largest share; the others see what is asked and no more', async () => {
    const ref = await report(town.sam, { words: five });
    const refused = await town.rosa.takes(ref, 'log-and-allocate', { post: 'HOU-1' });
    expect(wordsIn(refused.card)).toContain('The words point to 5 directorates.');
    await town.rosa.takes(ref, 'pass-to-the-complaints-unit', {});
    await bot.quiet();
    expect(cara.reads()).toContain('It touches several directorates. Choose who leads, and log it.');
    const { data } = await cara.prepares(ref, 'choose-the-lead');
    expect(data).toMatchObject({ lead: 'HOU-1' });
    expect(String(data['others']).split(',').sort()).toEqual(['CHILD', 'FIN', 'GROW', 'RES']);
    await cara.takes(ref, 'choose-the-lead', { helpWhat: 'What you hold on her since 2019', others: 'FIN' });
    await bot.quiet();
    const page = finn.reads();
    for (const said of ['Another directorate asks for your help', 'Housing', 'What you hold on her since 2019', CALLER, 'By'])
      expect(page).toContain(said);
    for (const hidden of [heard.contact, five]) expect(page).not.toContain(hidden);
    await finn.says('my work');
    expect(finn.reads()).toContain(ref);
    await town.dev.takes(ref, 'accept');
    await finn.takes(ref, 'answer-for-the-directorate', { helpAnswer: 'SUPPLIED', helpNote: 'in the shared folder' }, 'h1');
    await bot.quiet();
    expect(town.dev.reads()).toContain('A directorate that was asked for help has answered.');
    expect(wordsIn((await finn.presses('open', { r: (await bot.rightsdesk.desk.requests.byRef(ref))?.id })).card)).toContain(
      'There is no request',
    );
  }, 40_000);

  it('ASG-06 LTR-39 §1.3 part of it is not ours: the FOI Coordinator hears of it without a name, CCU gives the part on, and the lead goes on', async () => {
    const foic = await bot.person({ id: 'fay', name: 'Fay Foi' }, [{ role: 'FOIC' }]);
    const ref = await report(town.sam);
    await bringTo('accepted', town, ref);
    await town.dev.takes(ref, 'part-not-ours', { part: 'payroll slips', partWhy: 'Finance keep them.', betterPost: 'FIN-1' });
    await bot.quiet();
    expect(foic.reads()).toContain('A directorate says that part of it is not theirs');
    for (const hidden of [CALLER, 'payroll slips']) expect(foic.reads()).not.toContain(hidden);
    expect(cara.reads()).toContain('Part of it is not theirs.');
    await cara.takes(ref, 'give-the-part', { to: 'FIN' }, 'h1');
    await bot.quiet();
    expect(finn.reads()).toContain('payroll slips');
    expect(await town.dev.asksFor(ref)).toContain('Validating');
  }, 40_000);

  it('ASG-17 ASG-12 §2.3.3 service words typed at logging propose the post, an unknown one is said plainly, and the officer named there is proposed', async () => {
    await cara.presses('knowledge-change', { i: 'hou-4', n: 1 });
    await cara.does('Save the change', { officer: 'ola' });
    const ref = await report(town.sam, { words: 'Everything you have on me' });
    const { data } = await town.rosa.prepares(ref, 'log-and-allocate');
    expect(data['post']).toBe('');
    await town.rosa.asksFor(ref);
    await town.rosa.does('Log and allocate…');
    expect(town.rosa.reads()).toContain('The knowledge base does not know these words.');
    await town.rosa.does('Look up', { serviceWords: 'damp, quidditch' });
    expect(town.rosa.reads()).toContain('No service area has the word “quidditch”.');
    expect(town.rosa.reads()).toContain('Proposed: Head of Compliance Housing, for “damp”.');
    await town.rosa.does('Log and allocate');
    await town.dev.takes(ref, 'accept');
    await town.dev.takes(ref, 'confirm-identity', { evidence: 'ID_PASSPORT' });
    await town.dev.takes(ref, 'confirm-the-request-is-valid', { checks: 'PERSONAL_DATA,VERIFIED,LOCATABLE' });
    const named = await town.dev.prepares(ref, 'name-case-officer');
    expect(named.data['officer']).toBe('ola');
  }, 40_000);

  it('ASG-17 a post that nobody holds is warned of at allocation', async () => {
    const ref = await report(town.sam, { words: 'my library card' });
    await town.rosa.asksFor(ref);
    await town.rosa.does('Log and allocate…');
    expect(town.rosa.reads()).toContain('Nobody holds this post. It has no deputy either');
    expect(JSON.stringify(town.rosa.seesLast())).toContain('nobody holds it');
  }, 40_000);

  it('ASG-09 ASG-10 §1.3 a question and an escalation reach Information Governance, and the answer comes back to the asker and stays on the case', async () => {
    const ref = await report(town.sam);
    await bringTo('assigned', town, ref);
    await town.ola.takes(ref, 'ask-ig', { question: 'May we name the exemption?' });
    await bot.quiet();
    expect(town.ines.reads()).toContain('A question for Information Governance.');
    await town.ines.takes(ref, 'answer-the-question', { advised: 'ADVISED', basis: '§3.12', advice: 'Yes, name it.' }, 'q1');
    await bot.quiet();
    expect(town.ola.reads()).toContain('Information Governance has answered.');
    const id = (await bot.rightsdesk.desk.requests.byRef(ref))?.id;
    const entry = wordsIn((await town.ola.presses('entry', { r: id, c: 'advice', i: 'q1' })).card);
    for (const said of ['May we name the exemption', 'Yes, name it.', '§3.12', 'Ola Officer']) expect(entry).toContain(said);
    await town.dev.takes(ref, 'escalate-to-ig', { matter: 'REVIEW', question: 'She is unhappy with the wait.' });
    await bot.quiet();
    expect(town.ines.reads()).toContain('A DIAO has escalated this case');
  }, 40_000);
});
