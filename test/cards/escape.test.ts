import { describe, expect, it } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import { escapeMarkdown, neutralise } from '../../src/bot/views/escape.js';

const markdown = new MarkdownIt();
const plain = (html: string) => html.replace(/<\/?p>\n?/g, '').trimEnd();
const entities = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\u2060', '');

describe('words of people in a card', () => {
  const typed = [
    '**bold** and *italic* and _this_ and __that__',
    '[free money](https://bad.example) ![picture](https://bad.example/x.png)',
    '<at>Ola Officer</at> <https://bad.example> <b>x</b> <!-- y -->',
    '# heading',
    '- item',
    '+ item',
    '* item',
    '1. item',
    '2) item',
    '> quoted',
    '---',
    '===',
    '***',
    '> - 1. nested',
    '`code` ``` fence',
    '~~~ fence',
    '~~gone~~',
    '&copy; &#60; &amp;',
    'a \\* b \\',
    'back\\[slash](https://bad.example)',
    '[ref]: https://bad.example',
    'jo_example@invented.example',
    '2 * 3 = 6',
    'snake_case_name',
    '    four spaces',
    'a < b & c',
    '| a | b |',
    '*_*`*_[]()',
  ];

  it.each(typed)('come out as they were typed: %s', (words) => {
    expect(plain(markdown.render(escapeMarkdown(words))).replaceAll('\u2060', '')).toBe(entities(words.trim()));
  });

  it.each(typed)('are no link, emphasis or list in the title of a choice either: %s', (words) => {
    const html = markdown.render(neutralise(words));
    expect(html.replace(/<\/?p>/g, '')).not.toMatch(/<[a-z]/);
  });

  it('keep a mail address and ordinary signs free of backslashes, which some phones show', () => {
    for (const words of ['jo_example@invented.example', '2 * 3 = 6', 'DR-2026-0148 (Housing) + more', 'R&D', '50 % < 60 %'])
      expect(escapeMarkdown(words)).toBe(words);
  });

  it('mention nobody: no `<at>` is left in the raw text', () => {
    expect(escapeMarkdown('<at>Ola</at> <AT>x</AT>')).not.toMatch(/<\/?at>/i);
    expect(neutralise('<at>Ola</at>')).not.toMatch(/<\/?at>/i);
  });

  it('keep their lines apart, and a list they typed is not drawn as one', () => {
    const html = markdown.render(escapeMarkdown('first\n- second\r\n1. third'));
    expect(html).toBe('<p>first</p>\n<p>- second</p>\n<p>1. third</p>\n');
  });
});
