import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findServer, type Surroundings } from '../src/server';

function around(files: readonly string[], rest: Partial<Surroundings> = {}): Surroundings {
  return {
    setting: '',
    workspace: '/plans',
    extension: '/ext',
    platform: 'linux',
    env: { HOME: '/home/mai', PATH: '/usr/bin::/opt/bin' },
    runs: (file) => files.includes(file),
    ...rest,
  };
}

test('the setting wins over the bundled program, and that over the PATH', () => {
  const all = ['/x/roadmapc', '/ext/server/roadmapc', '/usr/bin/roadmapc'];
  assert.deepEqual(findServer(around(all, { setting: '/x/roadmapc' })), {
    command: '/x/roadmapc',
    by: 'setting',
  });
  assert.deepEqual(findServer(around(all)), { command: '/ext/server/roadmapc', by: 'bundled' });
  assert.deepEqual(findServer(around(['/opt/bin/roadmapc'])), { command: '/opt/bin/roadmapc', by: 'path' });
});

test('a setting that names nothing is not passed by', () => {
  const found = findServer(around(['/usr/bin/roadmapc'], { setting: '/gone/roadmapc' }));
  assert.deepEqual(found, { command: undefined, by: 'setting', tried: '/gone/roadmapc' });
});

test('a setting may start at the home or the workspace, be relative, or name a program of the PATH', () => {
  const command = (file: string, setting: string) => findServer(around([file], { setting })).command;
  assert.equal(command('/home/mai/bin/roadmapc', '~/bin/roadmapc'), '/home/mai/bin/roadmapc');
  assert.equal(command('/plans/bin/rc', '$' + '{workspaceFolder}/bin/rc'), '/plans/bin/rc');
  assert.equal(command('/plans/bin/rc', 'bin/rc'), '/plans/bin/rc');
  assert.equal(command('/opt/bin/roadmapc-next', ' roadmapc-next '), '/opt/bin/roadmapc-next');
  assert.equal(command('/home/mai~/rc', '/home/mai~/rc'), '/home/mai~/rc');
});

test('where there is none, that is said', () => {
  assert.deepEqual(findServer(around([])), { command: undefined, by: 'nowhere' });
  assert.deepEqual(findServer(around([], { env: {} })), { command: undefined, by: 'nowhere' });
});
