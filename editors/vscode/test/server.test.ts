import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findServer, type Surroundings } from '../src/server';

function around(files: readonly string[], rest: Partial<Surroundings> = {}): Surroundings {
  return {
    setting: '',
    workspace: '/plans',
    extension: '/ext',
    home: '/home/mai',
    platform: 'linux',
    path: '/usr/bin::./bin:/opt/bin',
    runs: (file) => files.includes(file),
    ...rest,
  };
}

const inWorkspace = `$${'{workspaceFolder}'}/bin/rc`;

test('the setting wins over the bundled program, and that over the PATH', () => {
  const all = ['/x/roadmapc', '/ext/server/roadmapc', '/usr/bin/roadmapc'];
  const set = findServer(around(all, { setting: '/x/roadmapc' }));
  assert.deepEqual(set, { command: '/x/roadmapc', by: 'setting' });
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
  assert.equal(command('/plans/bin/rc', inWorkspace), '/plans/bin/rc');
  assert.equal(command('/plans/bin/rc', 'bin/rc'), '/plans/bin/rc');
  assert.equal(command('/opt/bin/roadmapc-next', ' roadmapc-next '), '/opt/bin/roadmapc-next');
  assert.equal(command('/home/mai~/rc', '/home/mai~/rc'), '/home/mai~/rc');
});

test('nothing inside a workspace that is not trusted is run', () => {
  const files = ['/plans/bin/rc', 'bin/rc', '/usr/bin/roadmapc'];
  for (const setting of [inWorkspace, 'bin/rc', './bin/rc']) {
    const found = findServer(around(files, { setting, workspace: undefined }));
    assert.deepEqual(found, { command: '/usr/bin/roadmapc', by: 'path' });
  }
  assert.equal(findServer(around(['bin/roadmapc', './bin/roadmapc', 'roadmapc'])).by, 'nowhere');
});

test('Windows has its own paths and endings', () => {
  const windows = { platform: 'win32', path: 'C:\\tools;D:\\bin', extension: 'C:\\ext' } as const;
  assert.equal(findServer(around(['D:\\bin\\roadmapc.exe'], windows)).command, 'D:\\bin\\roadmapc.exe');
  assert.equal(findServer(around(['C:\\ext\\server\\roadmapc.exe'], windows)).by, 'bundled');
  const set = { ...windows, setting: 'C:\\x\\Roadmapc.EXE' };
  assert.equal(findServer(around(['C:\\x\\Roadmapc.EXE'], set)).by, 'setting');
});

test('where there is none, that is said', () => {
  assert.deepEqual(findServer(around([])), { command: undefined, by: 'nowhere' });
  assert.deepEqual(findServer(around([], { path: '' })), { command: undefined, by: 'nowhere' });
});
