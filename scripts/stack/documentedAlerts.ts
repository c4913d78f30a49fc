/** An alert as its system's document has it. */
interface DocumentedAlert {
  readonly name: string;
  readonly severity: 'critical' | 'warning';
  /** As Prometheus writes durations. */
  readonly for: string;
}

const critical = (name: string, wait: string): DocumentedAlert => ({ name, severity: 'critical', for: wait });
const warning = (name: string, wait: string): DocumentedAlert => ({ name, severity: 'warning', for: wait });

/** Every alert of the five documents, by the id of the system's pack. */
export const documentedAlerts: Readonly<Record<string, readonly DocumentedAlert[]>> = {
  'gt-vision': [
    warning('HighCPUUsage', '5m'),
    warning('HighMemoryUsage', '5m'),
    critical('LowDiskSpace', '5m'),
    critical('HighErrorRate', '5m'),
    warning('SlowResponseTime', '5m'),
    critical('ServiceDown', '1m'),
    warning('NoActiveStreams', '10m'),
    warning('HighCameraOfflineRate', '5m'),
    critical('RecordingFailures', '5m'),
  ],
  tsijukebox: [
    warning('HighCpuUsage', '5m'),
    critical('ApplicationDown', '1m'),
    warning('HighPostgresConnections', '5m'),
  ],
  mordomo: [
    critical('ContainerDown', '1m'),
    warning('HighCPU', '5m'),
    warning('HighMemory', '5m'),
    warning('JetStreamStorageFull', '2m'),
    warning('WhisperHighLatency', '5m'),
    warning('PostgreSQLHighConnections', '2m'),
    critical('DiskSpaceLow', '5m'),
  ],
  'collector-api': [critical('DatabaseUnavailable', '2m'), warning('HighDatabaseLatency', '5m')],
  rbaileys: [
    // Recommended beside the metrics that they watch.
    warning('BufferOverflowDetected', '1m'),
    critical('AdaptiveCircuitBreakerTripped', '1m'),
    warning('HighReconnectionRate', '5m'),
    critical('WebSocketListenerLeak', '1m'),
    warning('MemoryLeakDetected', '30m'),
    // The group baileys_critical.
    warning('BufferOverflow', '1m'),
    critical('CircuitBreakerTripped', '1m'),
    critical('ListenerLeak', '2m'),
    warning('MemoryLeak', '30m'),
    warning('HighReconnectionRate', '5m'),
    warning('SlowFlush', '5m'),
  ],
};

/** Alerts that a pack adds to its document's, each with the reason. */
export const addedAlerts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'collector-api': {
    CollectorPushStale:
      'the last values of a collector that is gone stay at the Pushgateway, and no documented alert would fire',
  },
};
