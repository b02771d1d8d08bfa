/** The right of one worker to one row of the queue. Who holds no valid lease must write nothing. */
export interface Lease {
  queueId: string;
  organizationId: string;
  /** The fencing token: new with every claim. */
  leaseToken: string;
}

/** A row of the queue in the hands of a worker. */
export interface ClaimedRun extends Lease {
  projectId: string;
  occurrenceKey: string;
  slotAt: Date;
  /** 1 is the first. */
  attempt: number;
}

/** A lease is renewed three times before it could run out. */
export const LEASE_SECONDS = 30;
export const RENEW_EVERY_SECONDS = 10;
