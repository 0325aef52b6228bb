import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { someoneAsks, type Asked } from '../support/requesters.js';

const DECIDED = {
  estateCapacity: 'EXECUTOR',
  estateSeen: 'grant of probate, 3 March',
  deadSensitive: 'false',
  deadIdentifies: 'false',
  deadConfidence: 'false',
  deadElsewhere: 'false',
  deadRoute: 'BAU',
  deadAdvice: 'the rent account may be given',
};
const told = { requesterName: 'Ex Ecutor', behalf: 'DEAD', subjectName: 'Late Example' };

describe('An executor asks about a tenant who has died', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await someoneAsks(told);
    await asked.town.dev.takes(asked.ref, 'who-is-asking', { requester: 'ESTATE', relation: 'executor' });
  }, 60_000);
  afterAll(() => asked.bot.stop());

  it('REP-24 REP-25 App. 2 it is no subject request, and Information Governance is asked before anything is disclosed', async () => {
    const { town, ref, bot } = asked;
    const card = await town.dev.asksFor(ref);
    expect(card).toContain('the dead have no right of access');
    await town.dev.takes(ref, 'confirm-identity', { evidence: 'ID_PASSPORT' });
    for (const button of ['Confirm that it is valid…', 'Ask for what is missing…', 'Send the answer and close…'])
      expect(town.dev.buttons()).not.toContain(button);
    await town.dev.takes(ref, 'ask-ig-about-the-dead', { question: 'Executor asks for the rent account' });
    await bot.quiet();
    expect(town.ines.reads()).toContain('A question for Information Governance.');
    expect(await town.ines.asksFor(ref)).toContain('Decide how this request about somebody who has died is dealt with.');
  });

  it('REP-29 REP-26 App. 2 one yes among four and it is not business as usual; the capacity has its evidence', async () => {
    const { ines } = asked.town;
    const wrong = await asked.says(ines, 'decide-on-the-dead', { ...DECIDED, deadConfidence: 'true' });
    expect(wrong).toContain('One of the four is yes, so it is not business as usual.');
    expect(await asked.says(ines, 'decide-on-the-dead', { ...DECIDED, estateSeen: '' })).toContain('Say what was seen that shows it.');
  });

  it('REP-28 REP-27 LTR-31 App. 2 decided, answered by letter, and closed as no subject request', async () => {
    const { town, ref, bot } = asked;
    await town.ines.takes(ref, 'decide-on-the-dead', { ...DECIDED, deadConfidence: 'true', deadRoute: 'DISCRETE' });
    await bot.quiet();
    expect(town.dev.reads()).toContain('Information Governance has decided how this is dealt with.');
    const answer = { deadResult: 'PART', livingWeighed: 'false' };
    expect(await asked.says(town.dev, 'answer-about-the-dead', answer)).toContain('identify the living are weighed first');
    await town.dev.says(`case ${ref}`);
    await town.dev.does('Send the answer and close…');
    await town.dev.does('Make the letter', { ...answer, livingWeighed: 'true' });
    expect(town.dev.reads()).toContain('The letter is ready');
    await town.dev.takes(ref, 'answer-about-the-dead', { ...answer, livingWeighed: 'true' });
    expect(await asked.state()).toMatchObject({ stage: 'CLOSED', facts: { outcome: 'NOT_A_SUBJECT_REQUEST', deadResult: 'PART' } });
    expect(JSON.stringify(await asked.state())).not.toMatch(/probate|rent account/);
    await town.dev.presses('letter', { r: (await bot.rightsdesk.desk.requests.byRef(ref))!.id, l: 'about-the-dead' });
    for (const said of ['yours was not a request of that kind', 'by itself, with care', 'part of what you asked for', 'Late Example'])
      expect(town.dev.reads()).toContain(said);
  });
});

describe('A neighbour asks about somebody who died, and it is for freedom of information', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await someoneAsks(told);
    await asked.town.dev.takes(asked.ref, 'who-is-asking', { requester: 'ESTATE' });
    await asked.town.dev.takes(asked.ref, 'ask-ig-about-the-dead', { question: 'A neighbour asks' });
  }, 60_000);
  afterAll(() => asked.bot.stop());

  it('REP-30 LTR-31 App. 2 its reference there is recorded and told, for it has to be answered', async () => {
    const { town, ref } = asked;
    const foi = { ...DECIDED, estateCapacity: 'NONE', estateSeen: '', deadRoute: 'FOI' };
    expect(await asked.says(town.ines, 'decide-on-the-dead', foi)).toContain('It has to be answered there. Give its reference.');
    await town.ines.takes(ref, 'decide-on-the-dead', { ...foi, foiReference: 'FOI-4711' });
    expect(await asked.says(town.dev, 'answer-about-the-dead', { deadResult: 'GIVEN', livingWeighed: 'true' })).toContain('does not agree');
    await town.dev.takes(ref, 'answer-about-the-dead', { deadResult: 'PASSED', livingWeighed: 'false' });
    await town.dev.presses('letter', { r: (await asked.bot.rightsdesk.desk.requests.byRef(ref))!.id, l: 'about-the-dead' });
    expect(town.dev.reads()).toContain('Its number there is FOI-4711.');
  });
});
