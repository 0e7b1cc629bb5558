import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArticleQuestion } from '../../src/server/is-article.ts';
import { decideArticle, looksLikeArticle } from '../../src/server/is-article.ts';

const brief =
  'The harbour master said on Tuesday that the ferry would sail again within a week. Two engineers from the yard inspected its hull and found no further damage.';
const ask = (change: Partial<ArticleQuestion>) =>
  decideArticle({
    path: '/desk/ferry.txt',
    languageId: 'plaintext',
    text: brief,
    enabled: true,
    configured: undefined,
    chosen: undefined,
    extensions: ['.txt', '.md', '.article', '.story', '.nitf'],
    ...change,
  });

test('the order of those who decide', () => {
  assert.deepEqual(ask({}), { checked: true, reason: 'look' });
  assert.deepEqual(ask({ enabled: false, configured: true }), { checked: false, reason: 'disabled' });
  assert.deepEqual(ask({ configured: false, chosen: true }), { checked: false, reason: 'configuration-excludes' });
  assert.deepEqual(ask({ configured: true, text: '' }), { checked: true, reason: 'configuration' });
  assert.deepEqual(ask({ chosen: true, text: '' }), { checked: true, reason: 'setting' });
  assert.deepEqual(ask({ chosen: false }), { checked: false, reason: 'setting-excludes' });
  assert.deepEqual(ask({ languageId: 'article', text: '' }), { checked: true, reason: 'language' });
  assert.deepEqual(ask({ path: '/desk/a.story', text: '' }), { checked: true, reason: 'extension' });
  assert.deepEqual(ask({ path: '/desk/a.nitf', languageId: 'xml', text: '' }), { checked: true, reason: 'extension' });
  assert.deepEqual(ask({ languageId: 'python', path: '/desk/a.py' }), { checked: false, reason: 'unsupported' });
  assert.deepEqual(ask({ path: '/desk/a.csv' }), { checked: false, reason: 'unsupported' });
});

test('files of software are never articles, whatever they say and whoever names them', () => {
  for (const name of [
    'README.md',
    'readme',
    'LICENSE',
    'LICENSE.txt',
    'LICENCE-MIT.txt',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'requirements.txt',
    'requirements-dev.txt',
    'CMakeLists.txt',
    'robots.txt',
    'server.log',
    'server.log.1',
    'node_modules/pkg/story.txt',
  ])
    assert.deepEqual(ask({ path: `/desk/${name}`, configured: true }), { checked: false, reason: 'never' }, name);
});

test('stories by their look', () => {
  for (const text of [
    brief,
    'Ferry to sail again\n\nBy Nora Lind\n\nThe ferry will sail again next week, the owners said.',
    'OSLO, May 4 (Desk) — The ferry will sail again next week, the owners said.',
    'Bakan salı günü yaptığı açıklamada feribotun bir hafta içinde yeniden sefere çıkacağını söyledi. Tersaneden gelen iki mühendis gemiyi inceledi ve yeni bir hasar bulmadı.',
    'The mayor?s office said on Tuesday the ferry?s owner, a company from Mu?la, would pay. It did not say how\nmuch the repairs had cost, and the company declined to comment on the matter.',
    '��D� � Prezydent miasta otworzy� we wtorek nowy most. B�dzie on s�u�y� mieszka�com przez wiele lat.\n\nIn�ynier �aneta Kwiatk�wna powiedzia�a, �e prace by�y trudne.',
  ])
    assert.equal(looksLikeArticle(text, false), true, text);
});

test('what is no story', () => {
  for (const text of [
    '',
    'buy milk\ncall Ann\nfix the roof',
    'requests==2.31.0\nnumpy>=1.26\nflask~=3.0',
    '2024-05-01T10:00:00 INFO started\n2024-05-01T10:00:01 ERROR The server did not answer in time. It is down.',
    'name,rank\nAnn Lee,Major\n',
    'SELECT * FROM people;\nINSERT INTO people VALUES (1);',
    'Permission is hereby granted, free of charge, to any person obtaining a copy of this software. Nothing else is granted here by anyone at all.',
    '- The first thing that has to be done today.\n- The second thing that has to be done today.\n- The third thing to be done.',
    'binary\0text',
  ])
    assert.equal(looksLikeArticle(text, false), false, text);
  for (const text of [
    `# Tool\n\n${brief}\n\n## Installation\n\nRun it.`,
    `# Tool\n\n${brief}\n\n\`\`\`sh\nnpm i\n\`\`\``,
    `# Tool\n\n[![build](a.svg)](b)\n\n${brief}`,
  ])
    assert.equal(looksLikeArticle(text, true), false, text);
  assert.equal(looksLikeArticle(`---\ntitle: Ferry\n---\n\n# Ferry to sail again\n\n${brief}\n`, true), true);
});
