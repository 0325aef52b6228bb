import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseInstant } from '../../src/domain/local-date.js';
import { resumeHandovers } from '../../src/usecases/away/hand-over.js';
import { startBot, type Bot } from '../support/bot.js';
import { wordsIn, type Clerk } from '../support/clerk.js';
import { bringTo, CALLER, report, settle, type Town } from '../support/town.js';

let bot: Bot;
let town: Town;
let cara: Clerk;
let omar: Clerk;
let dina: Clerk;
let fay: Clerk;

beforeAll(async () => {
  bot = await startBot();
  town = await settle(bot);
  cara = await bot.person({ id: 'cara', name: 'Cara Complaints' }, [{ role: 'CCU' }]);
  omar = await bot.person({ id: 'omar', name: 'Omar Officer' }, [{ role: 'OFFICER', directorate: 'HOU' }]);
  dina = await bot.person({ id: 'dina', name: 'Dina Diao' }, [
    { role: 'DIAO', directorate: 'HOU' },
    { role: 'OFFICER', directorate: 'HOU' },
  ]);
  fay = await bot.person({ id: 'fay', name: 'Fay Foi' }, [{ role: 'FOIC' }]);
}, 30_000);
afterAll(() => bot.stop());

const stateOf = async (ref: string) => (await bot.rightsdesk.desk.requests.byRef(ref))?.state;
const goTo = (at: string) => bot.rightsdesk.desk.clock.advanceTo?.(parseInstant(at) as Date);

describe('somebody is away', () => {
  it('ASG-08 ASG-18 §1.3 whoever stands in gets the cards too and may act, cannot approve what they work on, and it ends by itself', async () => {
    const ref = await report(town.sam);
    await bringTo('valid', town, ref);
    await town.ola.says('away');
    await town.ola.does('Save', { from: '2026-11-23', until: '2026-11-25', cover: 'omar' });
    expect(town.ola.reads()).toContain('Omar Officer stands in for you from Mon 23 Nov 2026 to Wed 25 Nov 2026');
    await town.dev.takes(ref, 'name-case-officer', { officer: 'ola' });
    await bot.quiet();
    expect(town.ola.reads()).toContain('You are the case officer.');
    expect(omar.reads()).toContain('You stand in for Ola Officer. You are the case officer.');
    expect(omar.reads()).toContain(CALLER);
    await omar.says('my work');
    expect(omar.reads()).toContain(ref);
    const { card } = await omar.takes(ref, 'ask-for-a-search', { system: 'HOUSING', owner: 'ola', terms: 'all tenancies' });
    expect(wordsIn(card)).toContain('Searching');
    await omar.takes(ref, 'answer-a-search', { answer: 'FOUND', pages: '2', minutes: '4' }, 't1');
    await omar.takes(ref, 'add-records', { description: 'file', recordPages: '2', giveNow: 'true' });
    await omar.takes(ref, 'submit-for-approval', { result: 'GRANTED_FULL' });
    await bot.rightsdesk.desk.people.grant('omar', { role: 'DIAO', directorate: 'HOU', until: '2099-12-31', by: 'ines', need: 'both' });
    const id = (await bot.rightsdesk.desk.requests.byRef(ref))?.id;
    const version = (await bot.rightsdesk.desk.requests.byRef(ref))?.version;
    expect(wordsIn((await omar.presses('approve', { r: id, v: version, k: 'own' })).card)).toContain(
      'Another DIAO of the directorate approves',
    );
    await bot.rightsdesk.desk.people.grant('omar', { role: 'DIAO', directorate: 'HOU', until: '2026-11-01', by: 'ines', need: 'ended' });
    await goTo('2026-11-26T10:00');
    expect(await omar.asksFor(ref)).toContain('There is no request with that reference that is open to you.');
    await omar.says('my work');
    expect(omar.reads()).not.toContain(ref);
  }, 60_000);

  it('ASG-08 §1.3 nobody stands in for themselves or in the past; back early ends it; the Complaints Unit says it for somebody who is ill', async () => {
    await omar.says('away');
    await omar.does('Save', { from: '2026-11-26', until: '2026-11-20', cover: 'omar' });
    for (const fault of ['This is before the first day.', 'Choose']) expect(omar.reads()).toContain(fault);
    await cara.says('away');
    await cara.does('Save', { who: 'ola', from: '2026-11-26', until: '2026-12-04', cover: 'omar' });
    expect(cara.reads()).toContain('Omar Officer stands in for Ola Officer');
    await town.ola.says('away');
    expect(town.ola.reads()).toContain('Omar Officer stands in for you');
    await town.ola.does('I am back');
    expect(await bot.rightsdesk.desk.people.coveredBy(['ola'], '2026-11-26')).toEqual([]);
    expect(wordsIn((await town.sam.presses('away', {})).card)).toContain('Only those who work cases');
  }, 30_000);
});

describe('somebody leaves', () => {
  it('ASG-08 LTR-38 §1.3 everything goes to the successor in one go, the list shown first; each case records it, the knowledge base names the successor, FOIC and CCU are told', async () => {
    const refs: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const ref = await report(town.sam);
      await bringTo(i === 0 ? 'accepted' : 'searching', town, ref);
      refs.push(ref);
    }
    await cara.presses('knowledge-change', { i: 'hou-3', n: 1 });
    await cara.does('Save the change', { deputy: 'dev', officer: 'ola' });
    await cara.says('hand over');
    await cara.does('Show the list', { who: 'ola', successor: 'town' });
    expect(cara.reads()).toContain('Choose one of those offered.');
    await cara.does('Show the list', { who: 'ola', successor: 'dina', handoverNote: 'Ask the archive about box 7.' });
    const list = cara.reads();
    for (const ref of refs.slice(1)) expect(list).toContain(ref);
    expect(list).toContain('case officer');
    expect(list).not.toContain(CALLER);
    const confirm = cara.readies('Hand over');
    await cara.sends(confirm);
    await cara.sends(confirm);
    expect(cara.reads()).toContain('Ola Officer has handed over to Dina Diao');
    for (const ref of refs.slice(1)) {
      const state = await stateOf(ref);
      expect(state?.facts['caseOfficer']).toBe('dina');
      expect(state?.items['tasks']?.['t1']?.['owner']).toBe('dina');
      const history = await bot.rightsdesk.desk.requests.history((await bot.rightsdesk.desk.requests.byRef(ref))?.id ?? '');
      expect(history.filter(({ step }) => step.id === 'take-over')).toHaveLength(1);
    }
    expect((await stateOf(refs[0] ?? ''))?.facts['caseOfficer']).toBeUndefined();
    expect((await bot.rightsdesk.desk.knowledge.read()).find((r) => r.id === 'hou-3')).toMatchObject({ deputy: 'dev', officer: 'dina' });
    await bot.quiet();
    for (const who of [fay, cara, dina]) expect(who.sees().map(wordsIn).join()).toContain('Ola Officer has handed over to Dina Diao');
    expect(fay.sees().map(wordsIn).join()).not.toContain(CALLER);
    expect(await dina.asksFor(refs[1] ?? '')).toContain('Ask the archive about box 7.');
    expect(await town.ola.asksFor(refs[1] ?? '')).toContain('There is no request');
  }, 60_000);

  it('ASG-08 §1.3 a hand-over cut short goes on where it stopped, each case once; what the successor may not have stays and is told', async () => {
    const ref = await report(town.sam);
    await bringTo('accepted', town, ref);
    const { handovers, requests } = bot.rightsdesk.desk;
    const plan = { id: 'cut-short', from: 'dev', to: 'dina', by: 'cara', on: '2026-11-26', note: '', moved: [], stayed: [] };
    await handovers.add({ ...plan, state: 'proposed' });
    await handovers.advance('cut-short', 'proposed', 'running');
    await Promise.all([resumeHandovers(bot.rightsdesk.desk), resumeHandovers(bot.rightsdesk.desk)]);
    expect((await stateOf(ref))?.facts['diao']).toBe('dina');
    const history = await requests.history((await requests.byRef(ref))?.id ?? '');
    expect(history.filter(({ step }) => step.id === 'take-over')).toHaveLength(1);
    expect(await handovers.byId('cut-short')).toMatchObject({ state: 'done' });
    await cara.says('hand over');
    await cara.does('Show the list', { who: 'dina', successor: 'omar' });
    expect(cara.reads()).toContain('the successor is not DIAO there');
  }, 60_000);

  it('ASG-08 §1.3 one hands over what is one’s own, and nobody else’s plan', async () => {
    expect(wordsIn((await town.sam.presses('handover', {})).card)).toContain('You may hand over what is yours.');
    await omar.says('hand over');
    expect(JSON.stringify(omar.seesLast())).not.toContain('Who is it about?');
    await omar.does('Show the list', { who: 'dina', successor: 'dina' });
    expect(omar.reads()).toContain('Omar Officer to Dina Diao');
    expect(wordsIn((await omar.presses('handover-confirm', { d: 'cut-short' })).card)).toContain('There is no such hand-over.');
  }, 30_000);
});
