/** Where a request comes from. */
export interface Client {
  readonly address: string;
  readonly user_agent: string | undefined;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A registration that waits for its link to be followed. */
export interface PendingRegistration {
  readonly token_hash: Buffer;
  readonly user_id: string;
  readonly name: string;
  readonly password_hash: string;
  readonly created_at: Date;
  readonly expires_at: Date;
}

export interface FoundRegistration {
  readonly user_id: string;
  readonly name: string;
  readonly password_hash: string;
}

/** Failed log-ins of one subject: an account, or a client's address. */
export interface Throttle {
  readonly failures: number;
  readonly blocked_until: Date;
  readonly updated_at: Date;
}
