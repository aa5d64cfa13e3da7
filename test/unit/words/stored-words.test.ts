/** Every reason has words, and the words name what the reason is about and nothing else. */
import type { LinkReasons } from '../../../src/linked-workloads/reasons';
import { linkedWorkloads } from '../../../words/en/linked-workloads';
import type { StorageReasons } from '../../../src/storage/reasons';
import { storage } from '../../../words/en/storage';
import type { SettingsReasons } from '../../../src/settings/reasons';
import { settings } from '../../../words/en/settings';
import type { AuditReasons } from '../../../src/audit/reasons';
import { audit } from '../../../words/en/audit';
import { checkWords } from './said';

checkWords<LinkReasons>('linked workloads', linkedWorkloads, {
  'link-active': [{}, 'Linked: a sync makes and updates its work items.'],
  'link-unlinked': [
    {},
    'It was unlinked: it does not sync any more, and its work items stay. Link it again to go on with the same work items.',
  ],
  'link-workload-gone': [
    {},
    'AWS does not know the workload any more: it was deleted, or is no longer shared with the account. It does not sync, and its work items stay. If AWS has it again, link it again.',
  ],
  'link-project-deleted': [
    {},
    'The Jira space was deleted, or the app may not see it: it does not sync, and work items that are left stay. Restore the space, or let the role atlassian-addons-project-access browse it.',
  ],
  'link-project-archived': [
    {},
    'The Jira space is archived: it does not sync, and its work items stay. Restore the space to go on.',
  ],
  'link-connection-deleted': [
    {},
    'Its AWS connection was deleted: it does not sync, and its work items stay. Link it again through another connection.',
  ],
  'link-not-served': [
    {},
    'Its AWS connection does not serve this workload to this space any more: it does not sync, and its work items stay. Ask a Jira admin to let the connection serve it, or link it through another connection.',
  ],
  'link-connection-not-usable': [
    { why: { code: 'no-access-key', params: {} } },
    'Its AWS connection cannot be used now: The app has no access key for this part of AWS. A Jira admin enters one. Until then it does not sync, and its work items stay.',
  ],
  'not-linked': [
    { project: 'WA', workload: 'arn:aws:wellarchitected:eu-west-1:111122223333:workload/x' },
    'Space WA has not linked the workload arn:aws:wellarchitected:eu-west-1:111122223333:workload/x.',
  ],
  'linked-elsewhere': [
    {},
    'Another space has linked this workload, and one workload syncs to one space. Ask a Jira admin: they see which space it is, and can unlink it there.',
  ],
  'linked-by': [
    { project: 'OPS' },
    'Space OPS has linked this workload, and one workload syncs to one space. Ask an admin of OPS, or a Jira admin, to unlink it there.',
  ],
});

checkWords<StorageReasons>('storage', storage, {
  'storage-unavailable': [{}, "Forge's storage does not answer"],
  'record-problem': [
    {
      what: { code: 'record-unreadable', params: { record: 'run', key: 'run:1' } },
      cost: { code: 'cost-of-run', params: {} },
      todo: { code: 'mend-run', params: {} },
    },
    'The stored record "run" (key run:1) cannot be read by this version of the app. This run cannot be shown, and does not go on. Start a new run.',
  ],
  'update-app': [{}, 'Update the app to the version that wrote it.'],
  'record-unreadable': [
    { record: 'run', key: 'run:1' },
    'The stored record "run" (key run:1) cannot be read by this version of the app.',
  ],
  'record-newer': [
    { record: 'run', key: 'run:1', version: 3000, known: 2 },
    'A newer version of the app wrote the stored record "run" (key run:1): it has version 3000, and this app knows 2. It is left as it is.',
  ],
});

checkWords<SettingsReasons>('settings', settings, {
  'settings-changed': [
    {
      changes: [
        { code: 'setting-changed', params: { name: 'scope', old: '"risks"', new: '"all"' } },
        {
          code: 'setting-changed',
          params: { name: 'doneStatusId', old: { code: 'setting-none', params: {} }, new: '"10002"' },
        },
      ],
    },
    'scope: "risks" → "all"; doneStatusId: none → "10002"',
  ],
  'setting-changed': [{ name: 'selection', old: '{}', new: '{"a":[1,2]}' }, 'selection: {} → {"a":[1,2]}'],
  'setting-none': [{}, 'none'],
});

checkWords<AuditReasons>('audit', audit, {
  'target-access-key': [{ partition: 'aws' }, 'access key aws'],
  'target-connection': [{ connectionId: '0a' }, 'connection 0a'],
  'target-site-settings': [{}, 'site settings'],
  'target-workload': [{ workload: 'arn:x' }, 'workload arn:x'],
  'target-record': [{ record: 'audit-entry', key: '2031' }, 'audit-entry 2031'],
  'key-saved': [
    { endsWith: 'WXYZ', principalArn: 'arn:aws:iam::111122223333:user/backlog' },
    'Key ending WXYZ of arn:aws:iam::111122223333:user/backlog.',
  ],
  'key-deleted': [
    {},
    "The site's own key was deleted from the app. In AWS it lives until somebody deletes it there.",
  ],
  'connection-described': [
    {
      connection: 'Production',
      role: { code: 'role-not-entered', params: {} },
      access: 'read-write',
      regions: ['eu-west-1', 'us-east-1'],
    },
    '"Production", no role yet, read-write, eu-west-1, us-east-1.',
  ],
  'role-not-entered': [{}, 'no role yet'],
  'record-not-read': [{}, 'It could not be read.'],
  'settings-not-read': [{}, 'What was stored could not be read, and was replaced.'],
  'serves-projects': [
    {
      projects: [
        {
          code: 'project-served-for',
          params: {
            projectId: '10001',
            workloads: [
              'arn:aws:wellarchitected:eu-west-1:111122223333:workload/x',
              'arn:aws:wellarchitected:eu-west-1:111122223333:workload/x',
            ],
          },
        },
        { code: 'project-served', params: { projectId: '10002' } },
      ],
    },
    'Spaces: 10001 (arn:aws:wellarchitected:eu-west-1:111122223333:workload/x, arn:aws:wellarchitected:eu-west-1:111122223333:workload/x); 10002.',
  ],
  'serves-no-project': [{}, 'Spaces: none.'],
  'project-served': [{ projectId: '10002' }, '10002'],
  'project-served-for': [
    { projectId: '10001', workloads: ['arn:aws:wellarchitected:eu-west-1:111122223333:workload/x'] },
    '10001 (arn:aws:wellarchitected:eu-west-1:111122223333:workload/x)',
  ],
  'region-tested': [
    { region: 'eu-west-1', failed: ['role', 'key'], count: 2 },
    'eu-west-1: failed: role, key.',
  ],
  'event-key-made': [{}, 'A new key was made for aws/events.yaml.'],
  'event-key-deleted': [{}, 'The key of its events was deleted.'],
  'workload-linked': [{ workload: 'Shop', connectionId: 'c1' }, '"Shop" through connection c1.'],
  'milestone-saved': [{ number: 3, name: 'Before the launch' }, 'Milestone 3, "Before the launch".'],
  'workload-unlinked': [{ workload: 'Shop' }, '"Shop".'],
  'workload-unlinked-from': [
    { workload: 'Web shop', projectId: '10001' },
    '"Web shop", of the space with ID 10001.',
  ],
  'run-started': [{ run: 'r1' }, 'Run r1.'],
  'values-changed': [{ count: 2 }, '2 values.'],

  'value-changed': [
    { name: 'scope', from: { code: 'value-none', params: {} }, to: '"all"' },
    'Scope: none → "all"',
  ],
  'values-left-out': [
    { count: 3, whole: { code: 'value-changed', params: { name: 'r', from: '[]', to: '["a"]' } } },
    '3 more: r: [] → ["a"]',
  ],
  'value-none': [{}, 'none'],
  'value-person': [{ ref: '0a1b' }, 'person 0a1b'],
  'answer-changed': [
    {
      ...{ lens: 'wellarchitected', question: 'securely-operate', practice: 'sec_x', issue: 'WA-7' },
      ...{ from: 'open', to: 'notApplicable' },
    },
    'wellarchitected securely-operate, sec_x: not selected → not applicable, by WA-7',
  ],
  'notes-changed': [
    { lens: 'wellarchitected', question: 'securely-operate', what: 'written', issue: 'WA-2' },
    'wellarchitected securely-operate: status written into the notes, of WA-2',
  ],
  'issue-changed': [{ what: 'created', issue: 'WA-2' }, 'WA-2 was created'],
  'asked-for': [{ what: 'confirm' }, 'The plan was confirmed, whatever the safety check says'],
  decided: [{ what: 'keepAws', of: 'conflict', issue: 'WA-7' }, 'WA-7: AWS’s side stays (conflict)'],

  'head-unreadable': [
    {},
    'What is stored of where the chain ends cannot be read: the chain was not checked, and what was told since stands outside of it.',
  ],
  'entry-changed': [{ position: '2031' }, 'The entry 2031 is not as it was written.'],
  'entry-unlinked': [{ position: '2031' }, 'The entry 2031 does not follow upon the one before it.'],
  'entries-missing': [{ position: '2031', count: 1 }, 'Before the entry 2031 one entry is missing.'],
  'newest-missing': [{ position: '2031', count: 3 }, 'Up to 2031 3 entries are missing.'],
});
