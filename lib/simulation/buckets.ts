import { MINUTE_MS } from "@/lib/rates";

/** The limits of one pool at one usage tier. `null`: the limit is unpublished and does not bind. */
export interface PoolLimits {
  readonly rpm: number | null;
  readonly tpm: number | null;
  /** The seconds of RPM that the request bucket holds; it holds at least one request. */
  readonly windowSeconds: number;
}

/**
 * The request bucket and the token bucket of a pool. Both are full at 0 and refill without pause. Each is
 * kept as the time at which it would be full again: it can pay `cost`, in milliseconds of its refill, from
 * the instant `fullAt + cost` less its capacity on. That equals a bucket that counts tokens, and needs no
 * division.
 */
export class Buckets {
  requestsFullAt = 0;
  tokensFullAt = 0;
  /** Milliseconds of refill that one request takes, and one token; 0 where there is no limit. */
  readonly perRequest: number;
  readonly perToken: number;
  readonly requestCapacity: number;
  readonly tokenCapacity = MINUTE_MS;
  /** No request charged more than this ever runs. */
  readonly most: number;

  constructor({ rpm, tpm, windowSeconds }: PoolLimits) {
    this.perRequest = rpm === null ? 0 : MINUTE_MS / rpm;
    this.perToken = tpm === null ? 0 : MINUTE_MS / tpm;
    this.requestCapacity = Math.max(this.perRequest, windowSeconds * 1000);
    this.most = tpm ?? Infinity;
  }

  hasRequest(at: number): boolean {
    return this.requestsFullAt + this.perRequest - this.requestCapacity <= at;
  }

  takeRequest(at: number): void {
    this.requestsFullAt = Math.max(this.requestsFullAt, at) + this.perRequest;
  }

  /** Whether both can pay for a request of this charge. */
  canPay(at: number, charge: number): boolean {
    return this.hasRequest(at) && this.tokensFullAt + charge * this.perToken - this.tokenCapacity <= at;
  }

  pay(at: number, charge: number): void {
    this.takeRequest(at);
    this.tokensFullAt = Math.max(this.tokensFullAt, at) + charge * this.perToken;
  }
}
