import type { Labels } from '../model/labels.ts';

/** An alert that an Alertmanager holds. Times are epoch ms. */
export interface HeldAlert {
  /** The same for equal label sets. */
  readonly fingerprint: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** `suppressed`: silenced or inhibited. `unprocessed`: just come. */
  readonly state: 'unprocessed' | 'active' | 'suppressed';
  /** Ids of silences. */
  readonly silencedBy: readonly string[];
  /** Fingerprints of alerts. */
  readonly inhibitedBy: readonly string[];
  readonly receivers: readonly string[];
  readonly startsAt: number;
  /** When it counts as resolved if nobody tells of it again. */
  readonly endsAt: number;
  readonly updatedAt: number;
  /** Where the alert comes from, as its sender says: any text. '' when it does not say. */
  readonly generatorURL: string;
}

/** Alerts that are notified together. */
export interface AlertGroup {
  readonly labels: Labels;
  readonly receiver: string;
  readonly alerts: readonly HeldAlert[];
}

export interface Matcher {
  readonly name: string;
  readonly value: string;
  /** `=~` or `!~`, anchored on both ends. */
  readonly isRegex: boolean;
  /** `=` or `=~`. */
  readonly isEqual: boolean;
}

/** A silence to be made, or with an id the one to be changed. Times are epoch ms. */
export interface SilenceDraft {
  readonly id?: string;
  /** An alert is silenced when all of them match; at least one, and not all may match the empty text. */
  readonly matchers: readonly Matcher[];
  readonly createdBy: string;
  readonly comment: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface Silence extends SilenceDraft {
  readonly id: string;
  readonly updatedAt: number;
  readonly state: 'pending' | 'active' | 'expired';
}

export interface AlertmanagerStatus {
  readonly cluster: {
    readonly name: string;
    /** `ready`, `settling` or `disabled`. */
    readonly status: string;
    readonly peers: readonly { readonly name: string; readonly address: string }[];
  };
  readonly version: string;
  readonly revision: string;
  /** The configuration as YAML; what Alertmanager knows as secret is `<secret>` in it. */
  readonly config: string;
  /** When the server started, epoch ms. */
  readonly startedAt: number;
}

/** Which alerts to tell; all by default. */
export interface AlertSelection {
  /** Matchers such as `severity="critical"`; all must match. */
  readonly filter?: readonly string[];
  readonly active?: boolean;
  readonly silenced?: boolean;
  readonly inhibited?: boolean;
  readonly unprocessed?: boolean;
  /** A regular expression of receivers, anchored. */
  readonly receiver?: string;
}
