import { familiesOf, ownLifetime } from '../context.ts';
import { rhythm, times } from '../signal.ts';
import type { FleetTarget } from '../types.ts';
import type { Context } from './context.ts';
import { recordingsDisk, recordingsDiskUse } from './disk.ts';

/** MinIO names itself in each series. */
const server = '127.0.0.1:9000';

/** Buckets: share of the bytes in use, and bytes of a usual object. */
const buckets: Readonly<Record<string, readonly [share: number, objectBytes: number]>> = {
  recordings: [0.93, 48_000_000],
  thumbnails: [0.01, 24_000],
  'lpr-evidence': [0.045, 310_000],
  exports: [0.015, 220_000_000],
};

/** S3 calls: how many a second, and share that fails. */
const calls: Readonly<Record<string, readonly [rate: number, errors: number]>> = {
  putobject: [3.2, 0.001],
  getobject: [1.9, 0.004],
  headobject: [1.1, 0.02],
  listobjectsv2: [0.25, 0.001],
  deleteobject: [0.8, 0.001],
};

/** MinIO on `/minio/v2/metrics/cluster`. */
export function minioTarget(context: Context): FleetTarget {
  const instance = 'minio:9000';
  const lifetime = ownLifetime(context, instance, 20 * 24);
  const { counter, gauge, count } = familiesOf(context, instance, lifetime);
  const level = (seed: string, mean: number, waver = 0.2) =>
    rhythm({ seed: `${context.seed} ${instance} ${seed}`, mean, daily: 0.3, weekly: 0.1, waver });

  const use = recordingsDiskUse(context);
  const used = (time: number) => Math.round(recordingsDisk.size * use(time));
  const free = (time: number) => recordingsDisk.size - used(time);
  const objects = (share: number, bytes: number) => (time: number) => Math.round((used(time) * share) / bytes);
  const allObjects = (time: number) =>
    Object.values(buckets).reduce((sum, [share, bytes]) => sum + objects(share, bytes)(time), 0);
  const single = (name: string, help: string, read: (time: number) => number) =>
    gauge(`minio_${name}`, help, [{ labels: { server }, read }]);
  const byBucket = (name: string, help: string, read: (share: number, bytes: number) => (time: number) => number) =>
    gauge(
      `minio_bucket_${name}`,
      help,
      Object.entries(buckets).map(([bucket, [share, bytes]]) => ({
        labels: { bucket, server },
        read: read(share, bytes),
      })),
    );
  const byCall = (name: string, help: string, factor: (errors: number) => number) =>
    counter(
      `minio_s3_${name}`,
      help,
      Object.entries(calls).map(([api, [rate, errors]]) => ({
        labels: { api, server },
        rate: times(level(api, rate), factor(errors)),
        pace: api,
      })),
    );

  return {
    job: 'minio',
    instance,
    metricsPath: '/minio/v2/metrics/cluster',
    isUpAt: () => true,
    families: [
      single('cluster_capacity_raw_total_bytes', 'Total capacity online in the cluster', () => recordingsDisk.size),
      single('cluster_capacity_raw_free_bytes', 'Total free capacity online in the cluster', free),
      single(
        'cluster_capacity_usable_total_bytes',
        'Total usable capacity online in the cluster',
        () => recordingsDisk.size,
      ),
      single('cluster_capacity_usable_free_bytes', 'Total free usable capacity online in the cluster', free),
      single('cluster_usage_total_bytes', 'Total cluster usage in bytes', used),
      single('cluster_usage_object_total', 'Total number of objects in a cluster', allObjects),
      single('cluster_bucket_total', 'Total number of buckets in the cluster', () => Object.keys(buckets).length),
      byBucket('usage_total_bytes', 'Total bucket size in bytes', (share) => (time) => Math.round(used(time) * share)),
      byBucket('usage_object_total', 'Total number of objects', objects),
      single('cluster_health_status', 'Get current cluster health status', () => 1),
      single('cluster_nodes_online_total', 'Total number of MinIO nodes online', () => 1),
      single('cluster_nodes_offline_total', 'Total number of MinIO nodes offline', () => 0),
      single('cluster_drive_online_total', 'Total drives online in this cluster', () => 4),
      single('cluster_drive_offline_total', 'Total drives offline in this cluster', () => 0),
      byCall('requests_total', 'Total number S3 requests', () => 1),
      byCall('requests_errors_total', 'Total number S3 requests with (4xx and 5xx) errors', (errors) => errors),
      count(
        'minio_s3_requests_inflight_total',
        'Total number of S3 requests currently in flight',
        Object.entries(calls).map(([api, [rate]]) => ({
          labels: { api, server },
          level: level(`${api} in flight`, rate / 2, 0.5),
        })),
      ),
      counter('minio_s3_traffic_received_bytes', 'Total number of s3 bytes received', [
        { labels: { server }, rate: level('received', 1.3e7) },
      ]),
      counter('minio_s3_traffic_sent_bytes', 'Total number of s3 bytes sent', [
        { labels: { server }, rate: level('sent', 4.1e6) },
      ]),
      single('node_process_uptime_seconds', 'Uptime for MinIO process per node in seconds', (time) =>
        Math.floor((time - lifetime(time)) / 1000),
      ),
      count('minio_node_process_resident_memory_bytes', 'Resident memory size in bytes', [
        { labels: { server }, level: level('memory', 6.1e8, 0.1) },
      ]),
    ],
  };
}
