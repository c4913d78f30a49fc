import { nodeTarget } from '../exporters/node.ts';
import type { FleetTarget } from '../types.ts';
import type { Context } from './context.ts';
import { recordingsDisk, recordingsDiskUse } from './disk.ts';

/** The one host that all of GT-Vision runs on. */
export function hostTarget(context: Context): FleetTarget {
  return nodeTarget(context, {
    job: 'node',
    instance: 'node-exporter:9100',
    nodename: 'gtvision-01',
    highCpu: context.incident('highCpu'),
    highMemory: context.incident('highMemory'),
    filesystems: [
      {
        device: '/dev/sdb1',
        fstype: 'xfs',
        mountpoint: '/srv/recordings',
        size: recordingsDisk.size,
        use: recordingsDiskUse(context),
      },
    ],
  });
}
