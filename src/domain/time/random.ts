/** Where random bits come from; injected so that tests and seeded draws replay exactly. */
export interface Random {
  /** `count` random bytes. */
  bytes(count: number): Uint8Array
}
