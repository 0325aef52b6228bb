import { describe, expect, it } from '@jest/globals';
import { plainWords, readMessagePayload } from '../../src/adapters/teams/message-payload.js';

describe('The words of a message in Teams', () => {
  it.each([
    ['<p>one</p><p>two<br/>three</p>', 'one\ntwo\nthree'],
    ['<at id="0">Lee</at> has it', 'Lee has it'],
    ['a &lt;b&gt; &amp; c&nbsp;&#39;d&#x27; &euro; &bogus;', "a <b> & c 'd' &euro; &bogus;"],
    ['3 < 4 and 5 > 2', '3 < 4 and 5 > 2'],
    ['<script>alert(1)</script><style>p{}</style>said', 'said'],
    ['&#0;&#1114112;', '&#0;&#1114112;'],
  ])('%s is read as plain words', (html, words) => {
    expect(plainWords(html)).toBe(words);
  });

  it('keeps a plain body as it is, and its own time', () => {
    const payload = { id: '1', createdDateTime: '2026-11-23T09:41:00Z', body: { contentType: 'text', content: ' a <b> c ' } };
    expect(readMessagePayload(payload)).toEqual({ id: '1', words: 'a <b> c', at: new Date('2026-11-23T09:41:00Z') });
  });

  it.each([{}, { id: 7 }, { id: '' }, { id: 'x'.repeat(201) }])('%j names no message', (payload) => {
    expect(readMessagePayload(payload)).toBeNull();
  });

  it('reads a long or odd message in no time', () => {
    expect(readMessagePayload({ id: '1', body: { content: '<'.repeat(1_000_000) }, createdDateTime: 'soon' })).toEqual({
      id: '1',
      words: '<'.repeat(40_000),
    });
  });
});
