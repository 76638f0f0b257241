/** Why a question has no answer, or not the whole of it. */
export class Fault extends Error {
  readonly code: string;
  readonly retryAfterS: number | undefined;

  constructor(code: string, message: string, retryAfterS?: number) {
    super(message);
    this.code = code;
    this.retryAfterS = retryAfterS;
  }

  /** Whether asking the same again may help. */
  get passes(): boolean {
    return ['NETWORK', 'TIMEOUT', 'SERVICE_UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR'].includes(this.code);
  }
}
